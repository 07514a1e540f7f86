import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const nameOf = (imports: string, name: string): string[] => eventsOf({ 'a.ts': `import posthog from 'posthog-js';\n${imports}\nposthog.capture(${name});` }).map((event) => event.replace(/^\S+ /, ''));

describe('functions that change the case of a name', () => {
  it.each([
    ["import { snakeCase } from 'lodash';", "snakeCase('Bucket Created step2')", 'bucket_created_step_2'],
    ["import { startCase } from 'lodash-es';", "startCase('bucket-created XMLHttp')", 'Bucket Created XML Http'],
    ["import { camelCase } from 'es-toolkit';", "camelCase('Bucket Created')", 'bucketCreated'],
    ["import { capitalize } from 'lodash';", "capitalize('bUCKET created')", 'Bucket created'],
    ["import kebabCase from 'lodash/kebabCase';", "kebabCase('bucketCreated')", 'bucket-created'],
    ["import snakeCase from 'just-snake-case';", "snakeCase('bucketCreated')", 'bucket_created'],
    ["import * as changeCase from 'change-case';", "changeCase.constantCase('bucketCreated step2')", 'BUCKET_CREATED_STEP2'],
    ['', "_.upperFirst('bucket')", 'Bucket'],
    ["import { snakeCase } from 'own-package';", "snakeCase('Bucket Created')", '?'],
  ])('%s %s', (imports, name, expected) => {
    expect(nameOf(imports, name)).toEqual([expected]);
  });
});
