/** What both report contracts share. */
import { z } from 'zod';

export const lineSchema = z.int().positive();

export const problemSchema = z.strictObject({ file: z.string(), line: lineSchema.nullable(), message: z.string() });

export const filesSchema = z.strictObject({
  discovered: z.int().nonnegative(),
  candidates: z.int().nonnegative().describe('Files that were evaluated whole.'),
  parsed: z.int().nonnegative(),
  failed: z.int().nonnegative(),
});
