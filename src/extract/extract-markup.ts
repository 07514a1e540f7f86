/** Files in which code stands within markup: `.vue`, `.svelte`, `.astro`, `.html`. */
import { createContext } from './context.ts';
import { parseCode } from './embedded.ts';
import type { Export, FileFacts } from './facts.ts';
import type { Output } from './scripts.ts';
import { lowerAstro } from './astro.ts';
import { lowerHtml } from './html.ts';
import { lowerSvelte } from './svelte.ts';
import { lowerVue } from './vue.ts';

const DIALECTS: Readonly<Record<string, (output: Output, path: string, text: string) => void>> = {
  '.svelte': lowerSvelte, '.astro': lowerAstro, '.html': lowerHtml, '.vue': lowerVue,
};

/** Whether a path is one of markup, by its extension. */
export function isMarkup(path: string): boolean {
  return Object.hasOwn(DIALECTS, extensionOf(path));
}

export function extractMarkup(path: string, text: string): FileFacts {
  const context = createContext(parseCode(''), text.length);
  const exports = Object.create(null) as Record<string, Export>;
  const output: Output = { context, exports, stars: [], problems: [], body: [] };
  DIALECTS[extensionOf(path)]?.(output, path, text);
  const module = context.functions[0];
  if (module) context.functions[0] = { ...module, body: output.body };
  const { bindings, changes, functions, classes } = context;
  const lines = lineStarts(text);
  const [problem] = output.problems;
  return {
    path, bindings, changes, functions, classes, exports, stars: output.stars, isClient: false, augments: {}, lines,
    problem: problem ? { line: lines.filter((start) => start <= problem.at).length, message: problem.message } : null,
  };
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}

/** As TypeScript counts lines. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), (match) => match.index + match[0].length)];
}
