/** The keys that a schema allows at a path, for telling what a wrong one was meant to be. */
import { z } from 'zod';

/** Keys of all objects that may stand at the path, in the order in which they are declared. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const at = path.reduce((schemas: readonly z.core.$ZodType[], key) => schemas.flatMap((one) => plain(one).flatMap((each) => partOf(each, key))), [schema]);
  return [...new Set(at.flatMap(plain).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
}

/** What a schema is without the layers around it; every option of a union. */
function plain(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return plain(schema.unwrap());
  if (schema instanceof z.ZodLazy) return plain(schema.unwrap());
  return schema instanceof z.ZodUnion ? schema.options.flatMap(plain) : [schema];
}

function partOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  const shape: Readonly<Record<PropertyKey, z.core.$ZodType>> = schema instanceof z.ZodObject ? schema.shape : {};
  const part = Object.hasOwn(shape, key) ? shape[key] : undefined;
  return part ? [part] : [];
}
