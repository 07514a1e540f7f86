/** Texts whose mention makes a file worth reading for an SDK. */
import type { Method, Sdk, Shape } from '../../sdk/types.ts';

/** A specifier of one word is a word of the language too: it is looked for as a string. */
export function specifierNeedles(specifier: string): string[] {
  return /^\w+$/.test(specifier) ? [`'${specifier}'`, `"${specifier}"`] : [specifier];
}

/** A global is looked for on the objects that hold globals, and bare where something is done with it; not as a mere word. */
export function globalNeedles(name: string, { client }: Sdk, objects: readonly string[]): string[] {
  const members = [
    ...Object.entries(client.methods).flatMap(([key, method]) => (isWay(method) ? [key] : [])),
    ...Object.entries(client.members ?? {}).flatMap(([key, shape]) => (leadsToCalls(shape) ? [key] : [])),
    ...(client.push ? ['push'] : []),
  ];
  return [
    ...objects.map((object) => `${object}.${name}`),
    ...members.flatMap((member) => [`${name}.${member}`, `${name}?.${member}`]),
    ...(client.call ? [`${name}(`, `${name}?.(`] : []),
  ];
}

/** Whether a call of a method sends something, or gives something that does to its caller or to a callback. */
function isWay({ signatures, returns, callbacks }: Method): boolean {
  const shapes = [...(returns ? [returns] : []), ...Object.values(callbacks ?? {}).flat()];
  return signatures !== undefined || shapes.some(leadsToCalls);
}

function leadsToCalls(shape: Shape): boolean {
  if (shape === 'client') return true;
  const parts = [shape.new, shape.call, ...Object.values(shape.members ?? {})];
  return Object.values(shape.methods ?? {}).some(isWay) || parts.some((part) => part !== undefined && leadsToCalls(part));
}
