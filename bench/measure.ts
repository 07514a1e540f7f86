import { spawnSync } from 'node:child_process';

export interface Measured {
  /** Wall time, the start of Node included. */
  readonly seconds: number;
  /** Processor time of all threads: what a loaded machine leaves as it is. */
  readonly cpu: number;
  /** The most memory that the process held at once, in MiB. */
  readonly peak: number;
  readonly stdout: string;
}

const REPORT = "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));";
const PRELOAD = `data:text/javascript,${encodeURIComponent(REPORT)}`;

/** Runs a Node script in a folder. Throws where it ends with a code that is not among the expected. */
export function measure(argv: readonly string[], cwd: string, expected: readonly number[]): Measured {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, output } = spawnSync(process.execPath, ['--import', PRELOAD, ...argv], {
    cwd, encoding: 'utf8', maxBuffer: 1024 ** 3, stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status === null || !expected.includes(status)) throw new Error(`${argv.join(' ')} in ${cwd} ended with ${String(status)}: ${stderr}`);
  const usage = JSON.parse(output[3] ?? '') as NodeJS.ResourceUsage;
  return { seconds, cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6, peak: usage.maxRSS / 1024, stdout };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
