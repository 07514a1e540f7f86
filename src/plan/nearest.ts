import { distance } from 'fastest-levenshtein';

/** The candidate that `text` most likely misspells, or null. Case, `_`, `-`, `.` and spaces do not count. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const plain = plainOf(text);
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const other = plainOf(candidate);
    const apart = sameLetters(plain, other) ? Math.min(1, distance(plain, other)) : distance(plain, other);
    if (apart <= allowed(other.length) && apart < bestDistance) [best, bestDistance] = [candidate, apart];
  }
  return best;
}

/** `Did you mean "x"?` for the nearest candidate, or null. */
export function didYouMean(text: string, candidates: Iterable<string>): string | null {
  const found = nearest(text, candidates);
  return found === null ? null : `Did you mean ${JSON.stringify(found)}?`;
}

/** One slip in a short word, two in a usual one, three in a long one. */
function allowed(length: number): number {
  if (length <= 4) return 1;
  return length <= 9 ? 2 : 3;
}

/** Longer words are cut: names of a megabyte must not cost minutes. */
function plainOf(text: string): string {
  return text.slice(0, 100).toLowerCase().replace(/[-_.\s]/g, '');
}

function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
