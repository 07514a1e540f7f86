import { describe, expect, it } from 'vitest';
import { sdks } from '../../src/sdk/index.ts';
import type { Method, Sdk, Shape, Signature } from '../../src/sdk/types.ts';

describe('the SDK catalogue', () => {
  it('has an SDK under each id once', () => {
    expect(repeated(sdks.map(({ id }) => id))).toEqual([]);
  });

  it('gives each import specifier to one SDK', () => {
    expect(repeated(sdks.flatMap(({ modules }) => modules.flatMap(({ specifiers }) => specifiers)))).toEqual([]);
  });

  it('gives each global and each ambient type to one SDK', () => {
    expect(repeated(sdks.flatMap(({ globals }) => globals ?? []))).toEqual([]);
    expect(repeated(sdks.flatMap(({ ambientTypes }) => ambientTypes ?? []))).toEqual([]);
  });
});

describe.each(sdks.map((sdk) => ({ id: sdk.id, sdk })))('$id', ({ id, sdk }) => {
  it('has an id in kebab-case', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('can be come by', () => {
    expect(sdk.modules.length + (sdk.globals?.length ?? 0)).toBeGreaterThan(0);
    for (const { exports, namespace } of sdk.modules) expect(Object.keys(exports).length > 0 || namespace !== undefined).toBe(true);
  });

  it('has argument paths that can be read', () => {
    expect(signaturesOf(sdk).flatMap(pathsOf).filter((path) => !/^(=.+|last-string|\^?\d+(\.[^.]+)*)$/.test(path))).toEqual([]);
    expect(methodsOf(sdk).flatMap(({ callbacks, batch, registers }) => [...Object.keys(callbacks ?? {}), ...[batch, registers].filter((path) => path !== undefined)]).filter((path) => !/^\d+(\.[^.]+)*$/.test(path))).toEqual([]);
  });

  it('names the event of every track call', () => {
    const calls = signaturesOf(sdk).filter(({ kind }) => kind === 'track');
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ name }) => name === undefined)).toEqual([]);
  });

  it('says of every group call which group it sets, or which traits', () => {
    const calls = signaturesOf(sdk).filter(({ kind }) => kind === 'group');
    expect(calls.filter(({ groupId, groups, traits }) => groupId === undefined && groups === undefined && traits === undefined)).toEqual([]);
  });

  it('says of group calls alone that they only describe a group', () => {
    expect(signaturesOf(sdk).filter(({ kind, attaches }) => attaches === false && kind !== 'group')).toEqual([]);
  });

  it('has only overloads that an earlier one leaves room for', () => {
    expect(methodsOf(sdk).flatMap(({ signatures }) => (signatures ?? []).slice(0, -1)).filter(({ when }) => when === undefined)).toEqual([]);
  });

  it('shows in its hint where the id goes, for messages', () => {
    expect(sdk.groupContextHint).toMatch(/\bID\b/);
    expect(sdk.groupContextHint).not.toMatch(/\.$/);
  });
});

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function methodsOf({ client, modules }: Sdk): Method[] {
  const shapes = [{ methods: client.methods, members: client.members }, ...modules.flatMap(({ exports, namespace }) => [...Object.values(exports), ...(namespace ? [namespace] : [])])];
  return [...shapes.flatMap(methodsOfShape), ...(client.call ? [client.call] : [])];
}

function methodsOfShape(shape: Shape): Method[] {
  if (shape === 'client') return [];
  const methods = Object.values(shape.methods ?? {});
  const parts = [shape.new, shape.call, ...Object.values(shape.members ?? {}), ...methods.map(({ returns }) => returns)];
  return [...methods, ...parts.flatMap((part) => (part ? methodsOfShape(part) : []))];
}

function signaturesOf(sdk: Sdk): Signature[] {
  return methodsOf(sdk).flatMap(({ signatures }) => signatures ?? []);
}

function pathsOf({ kind: _kind, attaches: _attaches, adds: _adds, prefix: _prefix, suffix: _suffix, when, groups, trait, ...places }: Signature): string[] {
  return [...Object.keys(when ?? {}), ...(groups ?? []).map(({ at }) => at), ...(trait ?? []), ...Object.values(places)];
}
