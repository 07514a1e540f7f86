import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { sdks } from '../../src/sdk/index.ts';
import { sdk as pulse } from '../../src/sdk/segment-web.ts';
import { tempProject } from '../support/temp-project.ts';

const KNOWN = { rules: ['no-unknown-event'], sdks: sdks.map(({ id }) => id) };

async function complaintOf(config: object): Promise<string> {
  const root = tempProject({ 'tracklint.config.json': JSON.stringify(config, null, 1) });
  try {
    await loadConfig(root, null, KNOWN);
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
  throw new Error('no complaint');
}

const own = { ...pulse, id: 'pulse', title: 'Pulse' };

describe('what is wrong with declared wrappers and SDKs', () => {
  it('is an unknown key, with what was meant and where it stands', async () => {
    const text = await complaintOf({ wrappers: [{ name: 'track', event: 0 }, { name: 'log', event: 0, propreties: 1 }] });
    expect(text).toBe('tracklint.config.json:10:4: wrappers[1]: Unknown key "propreties". Did you mean "properties"?');
    expect(await complaintOf({ wrappers: [{ import: { form: './a' }, event: 0 }] })).toBe('tracklint.config.json:5:5: wrappers[0].import: Unknown key "form". Did you mean "from"?');
  });

  it('is a wrapper that is named in no way, or in two', async () => {
    expect(await complaintOf({ wrappers: [{ event: 0 }] })).toMatch(/wrappers\[0\]: Say in one way what is called: `name`, `member` or `import`\.$/);
    expect(await complaintOf({ wrappers: [{ name: 'a', member: 'b.c', event: 0 }] })).toMatch(/`import`, not with `name` and `member`\.$/);
  });

  it('is an event whose name stands nowhere', async () => {
    expect(await complaintOf({ wrappers: [{ name: 'track' }] })).toMatch(/wrappers\[0\]: Say which argument holds the event's name: `event: 0`\.$/);
  });

  it('is a place that is none', async () => {
    expect(await complaintOf({ wrappers: [{ name: 'track', event: 'name' }] })).toMatch(/:5:4: wrappers\[0\]\.event: Expected an argument's index, with the keys into it: 0, "1\.name", or a text/);
    expect(await complaintOf({ wrappers: [{ name: 'track', event: 0, groups: [{ at: 'no' }] }] })).toMatch(/wrappers\[0\]\.groups\[0\]\.at: Expected an argument's index/);
  });

  it('is a member without what stands before it', async () => {
    expect(await complaintOf({ wrappers: [{ member: 'track', event: 0 }] })).toMatch(/wrappers\[0\]\.member: Expected a member with what stands before it/);
  });

  it('is an SDK that nobody knows, and a sink that is one', async () => {
    expect(await complaintOf({ wrappers: [{ name: 'track', event: 0, sdks: ['posthog-nod'] }] })).toMatch(/Unknown SDK "posthog-nod"\. Did you mean "posthog-node"\?/);
    expect(await complaintOf({ wrappers: [{ name: 'track', event: 0, sink: 'posthog-node' }] })).toMatch(/"posthog-node" is an SDK: write `sdks: \["posthog-node"\]`/);
    expect(await complaintOf({ wrappers: [{ name: 'track', event: 0, sink: 'a', sdks: ['heap'] }] })).toMatch(/keep one\.$/);
  });

  it('is an SDK whose id is taken', async () => {
    expect(await complaintOf({ sdks: [{ ...own, id: 'heap' }] })).toMatch(/There is an SDK "heap" already\./);
    expect(await complaintOf({ sdks: [own, own] })).toMatch(/There is an SDK "pulse" already\./);
  });

  it('is found deep in the description of an SDK', async () => {
    const client = { methods: { track: { signatures: [{ kind: 'track', nmae: '0' }] } } };
    expect(await complaintOf({ sdks: [{ ...own, client }] })).toMatch(/sdks\[0\]\.client\.methods\.track\.signatures\[0\]: Unknown key "nmae"\. Did you mean "name"\?/);
    const exports = { Client: { new: 'client', mthods: {} } };
    expect(await complaintOf({ sdks: [{ ...own, modules: [{ specifiers: ['x'], exports }] }] })).toMatch(/exports\.Client: Unknown key "mthods"\. Did you mean "methods"\?/);
  });
});

it('the catalogue itself is written in the words of the configuration', async () => {
  const renamed = sdks.map((sdk) => ({ ...sdk, id: `own-${sdk.id}` }));
  const root = tempProject({ 'tracklint.config.json': JSON.stringify({ sdks: renamed }) });
  expect((await loadConfig(root, null, KNOWN)).config.sdks).toHaveLength(sdks.length);
});

it('destinations and globals know SDKs and sinks of the user', async () => {
  const config = { sdks: [own], wrappers: [{ name: 'log', event: 0, sink: 'lake' }], destinations: { pulse: 'session', lake: 'event' }, globals: { p: 'pulse' } };
  const root = tempProject({ 'tracklint.config.json': JSON.stringify(config) });
  expect((await loadConfig(root, null, KNOWN)).config.destinations).toEqual(config.destinations);
});

it('a configuration in TypeScript takes an SDK as the catalogue types it', async () => {
  const text = [
    "import { defineConfig, type Sdk } from 'tracklint';",
    "const pulse: Sdk = { id: 'pulse', title: 'Pulse', runtime: 'client', groupState: 'none', modules: [], globals: ['pulse'], client: { methods: { beat: { signatures: [{ kind: 'track', name: '0' }] } } }, groupContextHint: '' };",
    "export default defineConfig({ sdks: [pulse], wrappers: [{ import: { from: './src/track', name: 'track' }, event: 0 }] });",
  ].join('\n');
  expect((await loadConfig(tempProject({ 'tracklint.config.ts': text }), null, KNOWN)).config.sdks?.[0]?.id).toBe('pulse');
});
