import { describe, expect, it } from 'vitest';
import { isBuildOutput, isForeign, isSource, isTest } from '../../src/discover/file-kinds.ts';

describe('source files', () => {
  it.each(['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'deep/b.c.ts', 'a.vue', 'a.svelte', 'a.astro', 'public/index.html'])('takes %s', (path) => {
    expect(isSource(path)).toBe(true);
  });
  it.each(['a.d.ts', 'a.d.mts', 'a.d.css.ts', 'a.json', 'a.css', 'ts', 'a.tsx.snap'])('leaves %s', (path) => {
    expect(isSource(path)).toBe(false);
  });
});

describe('tests', () => {
  it.each([
    'src/__tests__/a.ts', 'test/setup.ts', 'packages/x/tests/util.ts', 'e2e/login.ts', 'cypress/x.ts', 'apps/web/playwright/x.ts',
    'fixtures/a.ts', 'a/__mocks__/b.ts', 'src/a.test.ts', 'src/a.spec.tsx', 'src/a.stories.tsx', 'src/a.cy.ts', 'src/a.mock.ts', 'src/stories/a.tsx', 'src/a.stories.svelte', 'src/a.spec.vue', 'src/Keys.clienttest.tsx', 'src/keys.servertest.ts', 'src/keys.unit.spec.ts',
  ])('counts %s among them', (path) => {
    expect(isTest(path)).toBe(true);
  });
  it.each(['src/contest/a.ts', 'src/latest.ts', 'src/prices.latest.ts', 'src/testing/a.ts', 'app/workflows/test/route.ts', 'app/test/page.tsx', 'src/routes/test/+page.svelte', 'src/TestWorkflow.tsx', 'src/specs/a.ts'])(
    'takes %s for product code',
    (path) => {
      expect(isTest(path)).toBe(false);
    },
  );
  it('leaves a route-like file inside a folder of tests', () => {
    expect(isTest('tests/app/test/route.ts')).toBe(true);
  });
});

describe('foreign code', () => {
  it.each(['node_modules/x/a.js', 'p/dist/a.js', 'vendor/a.js', 'public/lib.min.js', 'coverage/a.js', 'src/__generated/api.ts', '.next/a.js', 'src/api.generated.ts', '.storybook/main.ts', 'src/emails/welcome.html', 'playwright-report/index.html'])(
    'counts %s among it',
    (path) => {
      expect(isForeign(path)).toBe(true);
    },
  );
  it.each(['src/distance/a.ts', 'app/.server/analytics.ts', 'app/.client/a.ts', 'src/admin.js', 'src/vendors/a.ts', 'src/emails/Welcome.vue'])('takes %s for product code', (path) => {
    expect(isForeign(path)).toBe(false);
  });
});

it('takes a build folder for output only outside of src', () => {
  expect(isBuildOutput('build/a.js')).toBe(true);
  expect(isBuildOutput('packages/x/out/a.js')).toBe(true);
  expect(isBuildOutput('packages/x/src/build/a.ts')).toBe(false);
});
