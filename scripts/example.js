// Audits the bundled example with the built command. Its findings are what it is there to show: exit code 1 is success.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['dist/src/cli/bin.js', 'fixtures/example'], { cwd: root, stdio: 'inherit' });
process.exitCode = status === 1 ? 0 : (status ?? 2);
