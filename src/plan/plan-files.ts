/** Where a plan is looked for, relative to a project's root; the first that exists is it. */
export const PLAN_FILES = [
  '.telemetry/tracking-plan.yaml',
  '.telemetry/tracking-plan.yml',
  '.telemetry/tracking-plan.json',
  'tracking-plan.yaml',
  'tracking-plan.yml',
  'tracking-plan.json',
] as const;
