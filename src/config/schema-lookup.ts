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
  const schemas = schemasAt(path);
  const shown = schemas.find((schema) => schema.examples !== undefined)?.examples?.[0];
  return shown ?? schemas.map(exampleOf).find((example) => example !== undefined);
}

/** An example put together from those of its parts: an object with its first key that has one. */
function exampleOf(schema: JsonSchema): unknown {
  const { examples, enum: choices, items } = schema;
  if (examples !== undefined) return examples[0];
  if (choices !== undefined) return choices[0];
  if (items === undefined) return objectOf(schema);
  const entry = findIn(Array.isArray(items) ? items[0] : (items as JsonSchema));
  return entry === undefined ? undefined : [entry];
}

function objectOf({ properties, additionalProperties: rest }: JsonSchema): unknown {
  for (const [key, property] of Object.entries(properties ?? {})) {
    const value = findIn(property);
    if (value !== undefined) return { [key]: value };
  }
  const value = typeof rest === 'object' ? findIn(rest) : undefined;
  return value === undefined ? undefined : { name: value };
}

function findIn(schema: JsonSchema | undefined): unknown {
  if (schema === undefined) return undefined;
  return expand(schema)
    .map(exampleOf)
    .find((example) => example !== undefined);
}

/** What the schema says of values of another type at a place: `a number of words`. */
export function findDescription(path: Path, type: string): string | undefined {
  return schemasAt(path).find((schema) => schema.type === type && schema.description !== undefined)
    ?.description;
}
