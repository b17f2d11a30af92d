import { buildJsonSchema, type JsonSchema } from './json-schema.ts';
import type { Path } from './problem.ts';

/** Made when the first mistake has to be explained; a right file never needs it. */
let root: JsonSchema | undefined;

function rootSchema(): JsonSchema {
  root ??= buildJsonSchema();
  return root;
}

/** The schema itself with references and alternatives followed. */
function expand(schema: JsonSchema): readonly JsonSchema[] {
  const name = schema.$ref?.split('/').at(-1);
  const referred = name === undefined ? undefined : rootSchema().definitions?.[name];
  const inner = [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(referred ? [referred] : [])];
  return [schema, ...inner.flatMap(expand)];
}

function step(schema: JsonSchema, part: string | number): readonly JsonSchema[] {
  if (typeof part === 'number') {
    const { items } = schema;
    if (items === undefined) return [];
    const chosen = Array.isArray(items) ? items[part] : (items as JsonSchema);
    return chosen === undefined ? [] : expand(chosen);
  }
  const property = schema.properties?.[part];
  if (property !== undefined) return expand(property);
  const rest = schema.additionalProperties;
  return typeof rest === 'object' ? expand(rest) : [];
}

/** All schemas that speak of a place in the file. */
function schemasAt(path: Path): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (schemas, part) => schemas.flatMap((schema) => step(schema, part)),
    expand(rootSchema()),
  );
}

/** Keys an object at this place may have, in the order of the schema. */
export function listKnownKeys(path: Path): readonly string[] {
  const keys = schemasAt(path).flatMap((schema) => Object.keys(schema.properties ?? {}));
  return [...new Set(keys)];
}

/** What a right value at this place looks like; undefined when the schema shows none. */
export function findExample(path: Path): unknown {
  return schemasAt(path).find((schema) => schema.examples !== undefined)?.examples?.[0];
}
