/**
 * Wall time and peak memory of a cold audit, beside what others take for the same tree, in one run and interleaved:
 * `npm run bench -- [--runs n] [--no-eslint] DIR…`. The audit is that of the built command. ESLint, which takes longest, runs once.
 */
import { loadavg } from 'node:os';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { discover } from '../src/discover/discover.ts';
import { measure, median, type Measured } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' }, eslint: { type: 'boolean', default: true } },
  allowNegative: true,
});

interface Tool {
  readonly name: string;
  readonly argv: readonly string[];
  readonly runs: number;
  readonly exits: readonly number[];
}

const FIGURES = ['seconds', 'cpu', 'peak'] as const;
const runs = Number(values.runs);
const TOOLS: readonly Tool[] = [
  { name: 'tracklint audit', argv: [here('../dist/src/cli/bin.js'), '--format', 'json'], runs, exits: [0, 1] },
  { name: 'oxlint -A all', argv: [here('../node_modules/oxlint/bin/oxlint'), '-A', 'all', '-c', here('./oxlint.json'), '--disable-nested-config'], runs, exits: [0, 1] },
  ...(values.eslint ? [{ name: 'ESLint, parsing only', argv: ['--import', here('../node_modules/jiti/lib/jiti-register.mjs'), here('./eslint-parse.ts')], runs: 1, exits: [0] }] : []),
];

if (positionals.length === 0 || !(runs > 0)) throw new Error('Usage: npm run bench -- [--runs n] [--no-eslint] DIR…');
write(`Node ${process.version}, load average ${loadText()}, median of ${String(runs)}, files in the page cache after the first run\n`);
for (const folder of positionals) await benchTree(resolve(folder));
write(`\nLoad average at the end ${loadText()}\n`);

async function benchTree(root: string): Promise<void> {
  const files = await discover(root);
  const measured = new Map<Tool, Measured[]>(TOOLS.map((tool) => [tool, []]));
  for (let run = 0; run < runs; run++)
    for (const [tool, of] of measured) if (run < tool.runs) of.push(measure(tool.argv, root, tool.exits));
  const [audits = []] = measured.values();
  write(`\n${basename(root)}: ${String(files.length)} files, ${findingsText(audits[0]?.stdout ?? '')}\n`);
  write(`  ${''.padEnd(22)}    wall       CPU    memory   audit / this: wall   CPU  memory\n`);
  for (const [{ name }, of] of measured) {
    const figures = FIGURES.map((figure) => median(of.map((one) => one[figure])));
    const [seconds = 0, cpu = 0, peak = 0] = figures;
    const ratios = FIGURES.map((figure, index) => (median(audits.map((one) => one[figure])) / (figures[index] ?? 0)).toFixed(2).padStart(6));
    const absolute = `${seconds.toFixed(2).padStart(6)} s  ${cpu.toFixed(2).padStart(6)} s  ${peak.toFixed(0).padStart(4)} MiB`;
    write(`  ${name.padEnd(22)}${absolute}${of === audits ? '' : `               ${ratios.join('')}`}\n`);
  }
}

function findingsText(stdout: string): string {
  const { summary } = JSON.parse(stdout) as { summary: { errors: number; warnings: number; calls: { byKind: Record<string, number> } } };
  const calls = Object.values(summary.calls.byKind).reduce((sum, count) => sum + count, 0);
  return `${String(calls)} calls, ${String(summary.errors)} errors, ${String(summary.warnings)} warnings`;
}

function here(path: string): string {
  return new URL(path, import.meta.url).pathname;
}

function loadText(): string {
  return loadavg().map((load) => load.toFixed(2)).join(' ');
}

function write(text: string): void {
  process.stdout.write(text);
}
