/** Searching bytes for any of many texts at once. */

const IDENTIFIER = /^[\w$]+$/;

/** Tells whether bytes contain any of the needles; those that are identifiers must stand as whole words. */
export function needleMatcher(needles: readonly string[]): (bytes: Buffer) => boolean {
  if (needles.length === 0) return () => false;
  // Bytes are read as Latin-1, so needles are spelled in the bytes of their UTF-8.
  const spelled = needles.map((needle) => Buffer.from(needle, 'utf8').toString('latin1'));
  const anywhere = spelled.filter((needle) => !IDENTIFIER.test(needle));
  const words = spelled.filter((needle) => IDENTIFIER.test(needle));
  const parts = [...anywhere.map(escape), ...(words.length > 0 ? [`(?<![\\w$])(?:${words.map(escape).join('|')})(?![\\w$])`] : [])];
  const pattern = new RegExp(parts.join('|'));
  return (bytes) => pattern.test(bytes.toString('latin1'));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
