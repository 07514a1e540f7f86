/** What functions of the language give, where nothing more is known of it. */
import { alternatives, type Kind, type Value } from '../values/value.ts';

/** Methods that have one meaning, whatever they are called on. */
const METHODS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  datetime: ['toISOString'],
  string: [
    'toString', 'toLowerCase', 'toUpperCase', 'toFixed', 'toPrecision', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase', 'toLocaleDateString',
    'toDateString', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'charAt', 'substring',
  ],
  number: ['getTime', 'indexOf', 'lastIndexOf', 'findIndex', 'charCodeAt', 'getFullYear', 'getMonth', 'getDay', 'getHours'],
  boolean: ['startsWith', 'endsWith', 'hasOwnProperty'],
};

/** Functions of the language, by their qualified name. */
const GLOBALS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  string: ['String', 'JSON.stringify', 'crypto.randomUUID', 'encodeURIComponent', 'decodeURIComponent'],
  number: ['Number', 'parseInt', 'parseFloat', 'Number.parseInt', 'Number.parseFloat', 'Date.now', 'Date.parse', 'performance.now'],
  boolean: ['Boolean', 'isNaN', 'Array.isArray', 'Object.hasOwn', 'Number.isInteger', 'Number.isNaN', 'Number.isFinite'],
};

const KIND_OF_METHOD = byName(METHODS);
const KIND_OF_GLOBAL = byName(GLOBALS);

/** The kind of what a call gives: of a method by its name, or of the callee itself. */
export function resultOf(of: Value, method: string | null): Kind | undefined {
  const [one, ...others] = alternatives(of);
  if (one?.k === 'external' && one.from === 'global' && others.length === 0) {
    const name = [...one.path, ...(method === null ? [] : [method])].join('.');
    const kind = name.startsWith('Math.') ? 'number' : KIND_OF_GLOBAL.get(name);
    if (kind) return kind;
  }
  return method === null ? undefined : KIND_OF_METHOD.get(method);
}

export function isGlobalNamed(value: Value, name: string): boolean {
  return value.k === 'external' && value.from === 'global' && value.path.length === 1 && value.path[0] === name;
}

function byName(table: Readonly<Partial<Record<Kind, readonly string[]>>>): ReadonlyMap<string, Kind> {
  return new Map(Object.entries(table).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind] as const)));
}
