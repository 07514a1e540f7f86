/** What a product already uses, read from the files at its root. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';
export type HookTool = 'husky' | 'lefthook' | 'pre-commit' | 'simple-git-hooks';
export type Host = 'github' | 'gitlab';

export interface Project {
  /** Of its `package.json`, else of its folder. */
  readonly name: string;
  readonly packageManager: PackageManager;
  readonly typescript: boolean;
  readonly hookTool: HookTool | null;
  /** ESLint's flat configuration. */
  readonly eslintConfig: string | null;
  readonly host: Host | null;
}

const LOCK_FILES: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['bun.lock', 'bun'], ['bun.lockb', 'bun'], ['package-lock.json', 'npm'],
];
const HOOK_FILES: readonly (readonly [file: string, tool: HookTool])[] = [
  ['.husky', 'husky'], ['lefthook.yml', 'lefthook'], ['lefthook.yaml', 'lefthook'], ['.lefthook.yml', 'lefthook'], ['.pre-commit-config.yaml', 'pre-commit'],
];

const ESLINT_CONFIGS = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

interface Manifest {
  readonly name?: unknown;
  readonly packageManager?: unknown;
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, unknown>>;
}

/** `root` is absolute. What cannot be read counts as not there. */
export function readProject(root: string): Project {
  const has = (file: string): boolean => existsSync(join(root, file));
  const manifest = readManifest(join(root, 'package.json'));
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const declared = typeof manifest.packageManager === 'string' ? manifest.packageManager.split('@')[0] : undefined;
  return {
    name: typeof manifest.name === 'string' ? manifest.name : basename(root),
    packageManager: LOCK_FILES.find(([, manager]) => manager === declared)?.[1] ?? LOCK_FILES.find(([file]) => has(file))?.[1] ?? 'npm',
    typescript: has('tsconfig.json') || 'typescript' in dependencies,
    hookTool: HOOK_FILES.find(([file]) => has(file))?.[1] ?? (['husky', 'lefthook', 'simple-git-hooks'] as const).find((tool) => tool in dependencies) ?? null,
    eslintConfig: ESLINT_CONFIGS.find(has) ?? null,
    host: has('.github') ? 'github' : has('.gitlab-ci.yml') ? 'gitlab' : hostOfRemote(root),
  };
}

function readManifest(file: string): Manifest {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return value !== null && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}

function hostOfRemote(root: string): Host | null {
  try {
    const config = readFileSync(join(root, '.git/config'), 'utf8');
    return /url = .*github\.com/.test(config) ? 'github' : /url = .*gitlab/.test(config) ? 'gitlab' : null;
  } catch {
    return null;
  }
}
