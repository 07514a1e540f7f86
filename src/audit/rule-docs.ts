/** The documentation of the rules, which the package ships beside the code. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The text of a rule's `rule.md`; null for what is no rule. */
export function ruleDoc(id: string): string | null {
  const file = ruleDocFile(id);
  return file === null ? null : readFileSync(file, 'utf8');
}

/** A rule's `rule.md`, absolute; null for what is no rule. */
export function ruleDocFile(id: string): string | null {
  // The source stands two folders below the top, the build three.
  const above = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  return [above, dirname(above)].map((folder) => join(folder, 'rules', id, 'rule.md')).find((path) => existsSync(path)) ?? null;
}
