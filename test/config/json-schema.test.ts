import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buildJsonSchema,
  type JsonSchema,
  renderJsonSchema,
} from '../../src/config/json-schema.ts';

const committed = path.resolve(import.meta.dirname, '../../src/config/feeds.config.schema.json');

function listObjects(schema: JsonSchema): readonly JsonSchema[] {
  const items = schema.items === undefined ? [] : [schema.items].flat();
  const inner = [
    ...Object.values(schema.definitions ?? {}),
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...items,
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
  ];
  return [...(schema.properties ? [schema] : []), ...inner.flatMap(listObjects)];
}

describe('the JSON Schema for editors', () => {
  it('is the committed file; after a change run npm run schema', () => {
    expect(readFileSync(committed, 'utf8')).toBe(renderJsonSchema());
  });

  it('knows every key of every object', () => {
    const objects = listObjects(buildJsonSchema());
    expect(objects.length).toBeGreaterThan(10);
    expect(objects.every((schema) => schema.additionalProperties === false)).toBe(true);
  });

  it('says what the keys of a source mean', () => {
    const definitions = new Map(Object.entries(buildJsonSchema().definitions ?? {}));
    const source = definitions.get('source')?.properties ?? {};
    expect(Object.keys(source)).toContain('permission');
    const silent = Object.entries(source).filter(([, schema]) => schema.description === undefined);
    expect(silent.map(([key]) => key)).toEqual([]);
  });
});
