/** Clients of somebody else: those of a customer, to whose own analytics an integration of the product sends. */
import { OF_PAGE } from './catalogue.ts';
import type { Machine } from '../evaluate/machine.ts';
import { alternatives, symbolsIn, type Value } from '../values/value.ts';

/**
 * Whether a function makes a client with a key that it is given together with what to send or for whom, and nothing in
 * the program says what either is: a framework calls it with the key, the event and the user of a customer. A key from
 * the environment, from the configuration or from a caller within the program is the product's own.
 */
export function isBorrowed(made: readonly Value[], sent: readonly (Value | null)[]): boolean {
  const frames = new Set(sent.flatMap((value) => (value ? symbolsIn(value) : [])).map(({ frame }) => frame));
  return frames.size > 0 && made.flatMap(partsOf).some((part) => symbolsIn(part).some(({ frame, path }) => path.length > 1 && frames.has(frame)));
}

/** Whether a package that is published for the pages of others sends through a client which it finds there. */
export function isOfOthersPage(m: Machine, made: readonly Value[], file: string): boolean {
  return made === OF_PAGE && m.modules.packageAround(file).isForOthers;
}

/** A key stands alone or in an object of options. */
function partsOf(value: Value): readonly Value[] {
  return alternatives(value).flatMap((one) => (one.k === 'object' ? [...one.store.values()] : [one]));
}
