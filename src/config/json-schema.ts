import { z } from 'zod';
import { configSchema } from './schema.ts';

/** The parts of JSON Schema (draft 7) that are read back to explain mistakes. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly examples?: readonly unknown[];
  readonly description?: string;
}

/** JSON Schema of `feeds.config.json`, for completion in editors; committed as a file beside this one. */
export function buildJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input' });
  // The last two are read by VS Code, which otherwise underlines comments and trailing commas.
  const heading = { title: 'Araz: feeds.config.json', allowComments: true };
  return { ...(schema as JsonSchema), ...heading, ...{ allowTrailingCommas: true } };
}

/** The committed text of the JSON Schema. */
export function renderJsonSchema(): string {
  return `${JSON.stringify(buildJsonSchema(), null, 2)}\n`;
}
