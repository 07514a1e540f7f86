/** Module resolution inside the audited project: relative paths, tsconfig `paths`, workspace packages, `#imports`. */
import { posix } from 'node:path';
import ts from '../../extract/typescript.ts';

export interface Resolver {
  /** The project's file that a specifier means, or null where it lies outside. */
  resolve(from: string, specifier: string): string | null;
  packageAround(file: string): WorkspacePackage;
}

/** The package that a file belongs to. */
export interface WorkspacePackage {
  /** Its folder, `.` for the project's own or none. */
  readonly folder: string;
  /** Whether programs elsewhere may import what it exports: neither is it private, nor a command. */
  readonly isPublished: boolean;
  /** Whether it goes to a registry, for pages and programs of others: it says which of its files do. */
  readonly isForOthers: boolean;
}

interface Sources {
  readonly files: readonly string[];
  read(file: string): string | null;
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte'];
const OF_OUTPUT: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'], '.jsx': ['.tsx'], '.mjs': ['.mts', '.ts'], '.cjs': ['.cts', '.ts'],
};
/** Where SvelteKit, Vite and Nuxt projects point their usual aliases. */
const CONVENTIONS: Readonly<Record<string, readonly string[]>> = {
  $lib: ['src/lib'], '@': ['src', 'app', ''], '~': ['src', 'app', ''], '@@': [''], '~~': [''],
};
/** Output folders, and where their sources usually stand. */
const OUTPUT_FOLDERS = /(^|\/)(dist|build|lib|out|esm|cjs)\//;
const DEEPEST_PACKAGE = 5;

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}
interface Manifest {
  readonly name?: unknown;
  readonly private?: unknown;
  readonly bin?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly types?: unknown;
  readonly source?: unknown;
  readonly files?: unknown;
  readonly publishConfig?: unknown;
}
/** `paths` of a tsconfig, with targets from the root. */
interface Aliases {
  readonly entries: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  readonly baseUrl: string | null;
}

export function createResolver(sources: Sources): Resolver {
  const known = new Set(sources.files);
  const cache = new Map<string, string | null>();
  const aliasCache = new Map<string, Aliases | null>();
  const manifestCache = new Map<string, Manifest | null>();
  let packages: Map<string, Package> | null = null;

  const exists = (file: string): boolean => known.has(file);

  function resolve(from: string, specifier: string): string | null {
    const folder = posix.dirname(from);
    const key = specifier.startsWith('.') ? posix.join(folder, specifier) : `${folder}\0${specifier}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const found = specifier.startsWith('.') ? asModule(posix.join(folder, specifier)) : resolveBare(folder, specifier);
    cache.set(key, found);
    return found;
  }

  function resolveBare(folder: string, specifier: string): string | null {
    if (specifier.startsWith('node:')) return null;
    if (specifier.startsWith('/')) return asModule(specifier.slice(1));
    return viaAliases(folder, specifier) ?? (specifier.startsWith('#') ? viaImports(folder, specifier) : null) ?? viaPackage(specifier) ?? viaConvention(folder, specifier);
  }

  /** Aliases that frameworks and their templates set up themselves, in a configuration that is generated or is code. */
  function viaConvention(folder: string, specifier: string): string | null {
    const [alias = '', ...rest] = specifier.split('/');
    const homes = Object.hasOwn(CONVENTIONS, alias) ? CONVENTIONS[alias] : undefined;
    for (let at = folder; homes; at = posix.dirname(at)) {
      for (const home of homes) {
        const found = asModule(posix.join(at, home, ...rest));
        if (found) return found;
      }
      if (at === '.') return null;
    }
    return null;
  }

  function asModule(path: string): string | null {
    if (path.startsWith('..')) return null;
    const extension = posix.extname(path);
    const stem = path.slice(0, path.length - extension.length);
    const candidates = [path, ...(OF_OUTPUT[extension] ?? []).map((other) => stem + other), ...EXTENSIONS.map((other) => path + other), ...EXTENSIONS.map((other) => posix.join(path, `index${other}`))];
    return candidates.find(exists) ?? null;
  }

  function viaAliases(folder: string, specifier: string): string | null {
    const aliases = aliasesOf(folder);
    if (!aliases) return null;
    for (const { pattern, targets } of aliases.entries) {
      const star = matchStar(pattern, specifier);
      if (star === null) continue;
      for (const target of targets) {
        const found = asModule(posix.normalize(target.replace('*', () => star)));
        if (found) return found;
      }
    }
    return aliases.baseUrl === null ? null : asModule(posix.join(aliases.baseUrl, specifier));
  }

  /** The `paths` of the nearest tsconfig.json or jsconfig.json that has any. */
  function aliasesOf(folder: string): Aliases | null {
    const cached = aliasCache.get(folder);
    if (cached !== undefined) return cached;
    const own = readAliases(posix.join(folder, 'tsconfig.json'), 0) ?? readAliases(posix.join(folder, 'jsconfig.json'), 0);
    const found = own ?? (folder === '.' ? null : aliasesOf(posix.dirname(folder)));
    aliasCache.set(folder, found);
    return found;
  }

  function readAliases(file: string, depth: number): Aliases | null {
    const text = depth > 8 ? null : sources.read(file);
    if (text === null) return null;
    const config = ts.parseConfigFileTextToJson(file, text).config as { extends?: unknown; compilerOptions?: { baseUrl?: unknown; paths?: unknown } } | undefined;
    const folder = posix.dirname(file);
    const { baseUrl, paths } = config?.compilerOptions ?? {};
    const base = typeof baseUrl === 'string' ? posix.join(folder, baseUrl) : null;
    if (isRecord(paths)) {
      const entries = Object.entries(paths).map(([pattern, targets]) => ({
        pattern,
        targets: strings(targets).map((target) => posix.join(base ?? folder, target)),
      }));
      return { entries: entries.sort((a, b) => b.pattern.length - a.pattern.length), baseUrl: base };
    }
    for (const parent of strings(config?.extends).reverse()) {
      const inherited = readAliases(parentConfig(folder, parent), depth + 1);
      if (inherited) return inherited;
    }
    return base === null ? null : { entries: [], baseUrl: base };
  }

  function parentConfig(folder: string, parent: string): string {
    const withExtension = parent.endsWith('.json') ? parent : `${parent}.json`;
    if (parent.startsWith('.')) return posix.join(folder, withExtension);
    const found = packageOf(parent);
    return found ? posix.join(found.package.folder, found.rest === '' ? 'tsconfig.json' : found.rest.endsWith('.json') ? found.rest : `${found.rest}.json`) : '';
  }

  function viaImports(folder: string, specifier: string): string | null {
    for (let at = folder; ; at = posix.dirname(at)) {
      const imports = manifestOf(at)?.imports;
      if (isRecord(imports)) return firstModule(at, lookup(imports, specifier));
      if (at === '.') return null;
    }
  }

  function viaPackage(specifier: string): string | null {
    const found = packageOf(specifier);
    if (!found) return null;
    const { folder, manifest } = found.package;
    const subpath = found.rest === '' ? '.' : `./${found.rest}`;
    if (manifest.exports !== undefined) {
      const exports = isRecord(manifest.exports) && Object.keys(manifest.exports).some((key) => key.startsWith('.')) ? manifest.exports : { '.': manifest.exports };
      const exported = firstModule(folder, lookup(exports, subpath));
      if (exported) return exported;
    }
    if (found.rest !== '') return asModule(posix.join(folder, found.rest)) ?? asModule(posix.join(folder, 'src', found.rest));
    const mains = [manifest.source, manifest.types, manifest.module, manifest.main].filter((main) => typeof main === 'string');
    return firstModule(folder, mains) ?? asModule(posix.join(folder, 'src/index')) ?? asModule(posix.join(folder, 'index'));
  }

  /** The first target that is a source file, or the output of one. */
  function firstModule(folder: string, targets: readonly string[]): string | null {
    for (const target of targets) {
      const path = posix.join(folder, target);
      const found = asModule(path) ?? sourceOf(path);
      if (found) return found;
    }
    return null;
  }

  function sourceOf(path: string): string | null {
    if (!OUTPUT_FOLDERS.test(path)) return null;
    const stem = path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
    for (const folder of ['src/', '']) {
      const found = asModule(stem.replace(OUTPUT_FOLDERS, `$1${folder}`));
      if (found) return found;
    }
    return asModule(stem.replace(/(^|\/)(dist|build|lib|out)\/(esm|cjs|src)\//, '$1src/'));
  }

  function packageOf(specifier: string): { readonly package: Package; readonly rest: string } | null {
    packages ??= findPackages();
    const parts = specifier.split('/');
    const length = specifier.startsWith('@') ? 2 : 1;
    const found = packages.get(parts.slice(0, length).join('/'));
    return found ? { package: found, rest: parts.slice(length).join('/') } : null;
  }

  function findPackages(): Map<string, Package> {
    const folders = new Set<string>(['.']);
    for (const file of sources.files) {
      for (let folder = posix.dirname(file); folder !== '.' && !folders.has(folder); folder = posix.dirname(folder))
        if (folder.split('/').length <= DEEPEST_PACKAGE) folders.add(folder);
    }
    const found = new Map<string, Package>();
    for (const folder of [...folders].sort()) {
      const manifest = manifestOf(folder);
      if (typeof manifest?.name === 'string' && !found.has(manifest.name)) found.set(manifest.name, { folder, manifest });
    }
    return found;
  }

  function packageAround(file: string): WorkspacePackage {
    for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
      const manifest = manifestOf(folder);
      if (manifest || folder === '.') return { folder, isPublished: manifest !== null && isPublished(manifest), isForOthers: folder !== '.' && manifest !== null && isForOthers(manifest) };
    }
  }

  function manifestOf(folder: string): Manifest | null {
    const cached = manifestCache.get(folder);
    if (cached !== undefined) return cached;
    const manifest = parseManifest(sources.read(posix.join(folder, 'package.json')));
    manifestCache.set(folder, manifest);
    return manifest;
  }

  return { resolve, packageAround };
}

function isPublished({ private: isPrivate, bin, main, module, exports, types }: Manifest): boolean {
  return isPrivate !== true && isPrivate !== 'true' && bin === undefined && [main, module, exports, types].some((entry) => entry !== undefined);
}

function isForOthers(manifest: Manifest): boolean {
  return isPublished(manifest) && (manifest.files ?? manifest.publishConfig) !== undefined;
}

function parseManifest(text: string | null): Manifest | null {
  if (text === null) return null;
  try {
    const manifest: unknown = JSON.parse(text);
    return isRecord(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

/** The targets that a map of `exports` or `imports` has for a key, in order of its conditions. */
function lookup(map: Readonly<Record<string, unknown>>, key: string): string[] {
  if (Object.hasOwn(map, key)) return leaves(map[key]);
  for (const [pattern, target] of Object.entries(map)) {
    const star = pattern.includes('*') ? matchStar(pattern, key) : null;
    if (star !== null) return leaves(target).map((leaf) => leaf.replaceAll('*', () => star));
  }
  return [];
}

function leaves(target: unknown): string[] {
  if (typeof target === 'string') return [target];
  return target !== null && typeof target === 'object' ? Object.values(target).flatMap(leaves) : [];
}

/** What the `*` of a pattern stands for in a text; an empty string where both are equal without one. */
function matchStar(pattern: string, text: string): string | null {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === text ? '' : null;
  const fits = text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
  return fits ? text.slice(before.length, text.length - after.length) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
