import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, OPTIONS } from '../../src/cli/options.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

async function script(shell: string): Promise<string> {
  return (await run('/', ['completion', shell])).stdout;
}

describe.each(['bash', 'zsh', 'fish'])('the completion of %s', (shell) => {
  it('names every command and option', async () => {
    const text = await script(shell);
    for (const word of Object.keys(COMMANDS).flatMap((name) => name.split(' '))) expect(text).toMatch(new RegExp(`\\b${word}\\b`));
    for (const { flags } of OPTIONS) expect(text).toContain(shell === 'fish' ? `-l ${flags.split(' ')[0]?.slice(2) ?? ''}` : (flags.split(' ')[0] ?? ''));
  });
});

describe('bash', () => {
  const complete = async (...words: readonly string[]): Promise<string[]> => {
    const root = tempProject({});
    writeFileSync(join(root, 'completion.bash'), await script('bash'));
    const array = words.map((word) => `'${word}'`).join(' ');
    const command = `source ./completion.bash; COMP_WORDS=(${array}); COMP_CWORD=${String(words.length - 1)}; _tracklint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--norc', '-c', command], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  };

  it('completes commands, options of the command, and formats', async () => {
    expect(await complete('tracklint', 'inv')).toEqual(['inventory']);
    expect(await complete('tracklint', '--st')).toEqual(['--staged']);
    expect(await complete('tracklint', 'init', '--')).toEqual(['--yes']);
    expect(await complete('tracklint', 'plan', '')).toContain('infer');
    expect(await complete('tracklint', '--format', 'sar')).toEqual(['sarif']);
  });
});

const hasFish = spawnSync('fish', ['--version']).status === 0;

describe.skipIf(!hasFish)('fish', () => {
  const complete = async (line: string): Promise<string[]> => {
    const root = tempProject({});
    writeFileSync(join(root, 'completion.fish'), await script('fish'));
    const found = execFileSync('fish', ['--no-config', '-c', `source completion.fish; complete -C '${line}'`], { cwd: root, encoding: 'utf8' });
    return found.trim().split('\n').map((one) => one.split('\t')[0] ?? '');
  };

  it('completes commands, options of the command, and formats', async () => {
    expect(await complete('tracklint inv')).toEqual(['inventory']);
    expect(await complete('tracklint --st')).toEqual(['--staged']);
    expect(await complete('tracklint init --')).toEqual(['--yes']);
    expect(await complete('tracklint plan ')).toContain('infer');
    expect(await complete('tracklint --format sar')).toEqual(['sarif']);
  });
});

it('another shell is an error', async () => {
  expect(await run('/', ['completion', 'tcsh'])).toEqual({ code: 2, stdout: '', stderr: 'tracklint: There is no completion for tcsh; there is for bash, zsh and fish.\n' });
});
