/** Which paths are source files of the product, by their names alone. Paths are POSIX, relative to the root. */

export const SOURCE_EXTENSIONS: readonly string[] = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'vue', 'svelte', 'astro', 'html'];

const SOURCE = /\.([cm]?[jt]sx?|vue|svelte|astro|html)$/;
const DECLARATIONS = /\.d\.([^./]+\.)?[cm]?ts$/;

/** Left out always: what tools write, and what others wrote. */
const FOREIGN_FOLDERS = ['node_modules', 'bower_components', 'dist', 'coverage', 'vendor', '__generated__', '__generated'];
const FOREIGN = new RegExp(`(^|/)(${FOREIGN_FOLDERS.join('|')})/|[.-]min\\.[cm]?js$|\\.generated\\.[cm]?[jt]sx?$|(^|/)\\.(pnp|yarnrc)\\b`);

/** Pages that are no pages of the product: mails, and what documentation and test tools write. */
const NO_PAGE = /(^|\/)(e?mails?|mailers?|email[-_]?templates?|mail[-_]?templates?|newsletters?|api-?docs|javadoc|typedoc|storybook-static|playwright-report|test-results|lcov-report|htmlcov)\/|\.component\.html$|[.-]e?mail\.html$/i;

/** A hidden folder holds no product code, apart from those that frameworks name so: `app/.server/`. */
const HIDDEN = /(^|\/)\.(?!(server|client)\/)[^/]+\//;

/** Left out unless the configuration takes tests in. */
const TEST_FOLDERS = [
  '__tests?__', '__mocks?__', '__fixtures__', '__stories__', 'tests?', 'mocks?', 'fixtures?', 'stories', 'e2e', 'cypress', 'playwright',
];
const TEST = new RegExp(`(^|/)(${TEST_FOLDERS.join('|')})/|\\.(((unit|integration|client|server|browser)[-_.]?)?(test|spec)|e2e-spec|stories|story|cy|e2e|mocks?|fixture)\\.([cm]?[jt]sx?|vue|svelte|astro)$`);

/** Files that make a folder a route of a web framework: `app/workflows/test/route.ts` is product code. */
const ROUTE = /(^|\/)tests?\/((page|route|layout|template|loading|error|not-found|default)\.[jt]sx?|\+(page|layout|error|server)\b[\w.]*)$/;
const TEST_BELOW_ROUTE = /(^|\/)tests?\/([^/]+)$/;

export function isSource(path: string): boolean {
  return SOURCE.test(path) && !DECLARATIONS.test(path);
}

/** Written by others or by tools: never the product's own code. */
export function isForeign(path: string): boolean {
  return FOREIGN.test(path) || HIDDEN.test(path) || (path.endsWith('.html') && NO_PAGE.test(path));
}

export function isTest(path: string): boolean {
  return TEST.test(ROUTE.test(path) ? path.replace(TEST_BELOW_ROUTE, '$1$2') : path);
}

/** Where git does not say what is ignored, these hold build output: `build/`, but not `src/build/`. */
export function isBuildOutput(path: string): boolean {
  return /^(?:(?!src\/)[^/]+\/)*?(build|out|\.next|\.output)\//.test(path);
}
