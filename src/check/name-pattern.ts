/** A test for names against a pattern in which `*` stands for any text, and `\*` for itself. Linear in the name. */
export function nameTest(pattern: string): (name: string) => boolean {
  const [head = '', ...others] = pattern.split(/(?<!\\)\*/).map((part) => part.replaceAll('\\*', '*'));
  const tail = others.pop();
  if (tail === undefined) return (name) => name === head;
  return (name) => {
    if (!name.startsWith(head) || !name.endsWith(tail)) return false;
    let from = head.length;
    for (const part of others) {
      const at = name.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return from <= name.length - tail.length;
  };
}

/** Whether any of the patterns fits a name. */
export function fitsAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => nameTest(pattern)(name));
}
