import { z } from 'zod';
import { planSchema } from './schema.ts';

/** The JSON Schema (draft 7) of a tracking plan, as `schema/tracking-plan.json` publishes it for editors. */
export function planJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(planSchema, { io: 'input', target: 'draft-7' });
  return { ...schema, title: 'Tracking plan', description: 'A tracking plan as tracklint reads it.' };
}
