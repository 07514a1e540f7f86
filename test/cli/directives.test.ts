import { describe, expect, it } from 'vitest';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const INVITE = PRODUCT['src/invite.ts'] ?? '';

async function linesReported(invite: string, ...argv: readonly string[]): Promise<{ code: number; lines: number[] }> {
  const { code, stdout } = await run(tempProject({ ...PRODUCT, 'src/invite.ts': invite }), [...argv, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; line: number }[] };
  return { code, lines: findings.filter(({ rule }) => rule === 'require-group-context').map(({ line }) => line) };
}

const above = (comment: string): string => INVITE.replace('\tsend(', `\t${comment}\n\tsend(`);

describe('a comment in the audited code', () => {
  it.each([
    ['tracklint-disable-next-line', '// tracklint-disable-next-line require-group-context -- invitations belong to nobody yet'],
    ['a directive of ESLint that names the rule with its prefix', '// eslint-disable-next-line tracklint/require-group-context'],
    ['a directive without names', '/* tracklint-disable-next-line */'],
  ])('switches a rule off for one line: %s', async (_, comment) => {
    expect(await linesReported(above(comment))).toEqual({ code: 0, lines: [] });
  });

  it.each([
    ['another rule', '// tracklint-disable-next-line no-unknown-event'],
    ['a rule of ESLint', '// eslint-disable-next-line no-console'],
  ])('about %s leaves the finding', async (_, comment) => {
    expect(await linesReported(above(comment))).toEqual({ code: 1, lines: [5] });
  });

  it('switches a rule off for a whole file', async () => {
    expect(await linesReported(`/* tracklint-disable require-group-context */\n${INVITE}`)).toEqual({ code: 0, lines: [] });
  });

  it('does not hold for the line after next', async () => {
    expect(await linesReported(above('// tracklint-disable-next-line require-group-context\n'))).toEqual({ code: 1, lines: [6] });
  });
});
