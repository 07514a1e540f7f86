/** A real browser, where the machine has one. */
import { existsSync } from 'node:fs';

/** Absolute, or null. `CHROMIUM` names another one. */
export const CHROMIUM: string | null = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  .find((path) => path !== '' && existsSync(path)) ?? null;

/** It opens no connection of its own. */
export const LAUNCH = {
  executablePath: CHROMIUM ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic', '--no-first-run', '--disable-component-update', '--disable-sync'],
};
