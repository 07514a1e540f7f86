import { expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const FILES = {
  'package.json': '{}',
  'src/telemetry.ts': "import { api } from './api';\nexport const measure = (event: string, data?: object) => api.post('/telemetry/measure', { event, data });\n",
  'src/api.ts': "import axios from 'axios';\nexport const api = axios.create();\n",
  'src/board.ts': "import { measure } from './telemetry';\nexport function share() { measure('board.shared'); }\nexport function close() { measure('board.closed'); }\n",
};

async function eventsOf(config: object): Promise<string[]> {
  const root = tempProject({ ...FILES, 'tracklint.config.json': JSON.stringify(config) });
  const { stdout } = await run(root, ['inventory', '--format', 'json']);
  const { calls } = JSON.parse(stdout) as { calls: { names: string[]; sdks: string[] }[] };
  return calls.flatMap(({ names, sdks }) => names.map((name) => `${name} ${sdks.join()}`));
}

it("requests to the product's own telemetry endpoint are calls, unless the configuration says otherwise", async () => {
  expect(await eventsOf({})).toEqual(['board.shared http', 'board.closed http']);
  expect(await eventsOf({ http: true })).toHaveLength(2);
  expect(await eventsOf({ http: false })).toEqual([]);
});
