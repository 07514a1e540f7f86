/** Tables of an SDK's call surface: a statement, and what it means. */
import { expect, it } from 'vitest';
import type { Call, CallKind } from '../../src/link/call.ts';
import { linkFiles } from './program.ts';

/** What one statement sends. What a row leaves out must be absent; `properties` and `traits` are compared if given. */
export interface Meaning {
  readonly kind: CallKind;
  readonly name?: string;
  /** Levels of the groups that the call carries or sets; null where the SDK names none. */
  readonly groups?: readonly (string | null)[];
  /** Defaults to `present` where groups are given, else `absent`. */
  readonly context?: Call['groupContext'];
  /** Source text. */
  readonly userId?: string;
  readonly groupId?: string;
  /** Keys; `*` where there may be more. */
  readonly properties?: readonly string[];
  readonly traits?: readonly string[];
}

/** A statement and its meanings in order; several for batches, none where nothing is sent. */
export type Row = readonly [statement: string, ...meanings: Meaning[]];

/** Declares a test for each row: its statement after the setup, linked as a program of its own. */
export function testSurface(sdk: string, setup: string, rows: readonly Row[]): void {
  for (const [statement, ...meanings] of rows)
    it(`${sdk}: ${statement}`, () => {
      const calls = callsOf(`${setup}\n${statement}`);
      expect(calls.map((call, index) => summaryOf(call, meanings[index]))).toEqual(meanings.map((meaning) => expected(sdk, meaning)));
    });
}

/** The calls of a program of one file. */
export function callsOf(text: string): readonly Call[] {
  return linkFiles({ 'src/app.ts': text }).calls;
}

function expected(sdk: string, meaning: Meaning): unknown {
  const groups = meaning.groups ?? [];
  return {
    sdks: [sdk], names: meaning.name === undefined ? [] : [meaning.name], context: groups.length > 0 ? 'present' : 'absent', userId: null, groupId: null, ...meaning, groups, name: undefined,
  };
}

function summaryOf(call: Call, meaning: Meaning | undefined): unknown {
  return {
    kind: call.kind,
    sdks: call.sdks,
    names: call.pattern === null ? call.names : [call.pattern],
    groups: call.groups.filter(({ source }) => source !== 'session').map(({ level }) => level),
    context: call.groupContext,
    userId: call.userId,
    groupId: call.groupId,
    ...(meaning?.properties && { properties: keys(call.properties) }),
    ...(meaning?.traits && { traits: keys(call.traits) }),
    name: undefined,
  };
}

function keys({ keys: known, open }: Call['properties']): string[] {
  return open ? [...known, '*'] : [...known];
}
