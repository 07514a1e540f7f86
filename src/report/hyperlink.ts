/** A text that a terminal opens at a URL (OSC 8), or just the text where there is no URL. Both must be safe already. */
export function hyperlink(text: string, url: string | null): string {
  return url === null ? text : `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`;
}
