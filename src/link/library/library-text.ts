/** Methods of strings: computed where the string is known, still owed to the caller where a caller gives it. */
import { concat } from '../values/strings.ts';
import { inherit, literal, type Value } from '../values/value.ts';

const PURE = new Set(['toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'replace', 'replaceAll', 'slice', 'substring', 'padStart', 'padEnd', 'toString', 'valueOf', 'at', 'charAt', 'repeat', 'normalize', 'startsWith', 'endsWith', 'includes', 'toLocaleLowerCase', 'toLocaleUpperCase']);

export function callTextMethod(receiver: Value, name: string, args: readonly Value[]): Value | null {
  if (receiver.k === 'sym' && PURE.has(name)) return { ...receiver, path: [...receiver.path, `${name}()`], type: null, is: undefined, otherwise: undefined };
  if (name === 'concat' && (receiver.k === 'text' || receiver.k === 'literal')) return concat([receiver, ...args]);
  if (receiver.k !== 'literal' || typeof receiver.value !== 'string' || !PURE.has(name)) return null;
  const known = args.map((arg) => (arg.k === 'literal' ? arg.value : null));
  if (known.includes(null)) return null;
  const method = Reflect.get(String.prototype, name) as (...args: unknown[]) => unknown;
  const result = method.apply(receiver.value, known);
  return typeof result === 'string' || typeof result === 'boolean' ? inherit(literal(result), receiver) : null;
}
