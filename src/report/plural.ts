/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : nouns}`;
}

/** How many errors and warnings there are, in words, without a full stop. */
export function verdictText({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
  return errors + warnings === 0 ? 'Nothing found' : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}
