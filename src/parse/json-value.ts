import { cleanDocument } from './clean-document.ts';

/** A JSON object of unknown shape. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, at most `max`; a single object counts as a list of one. */
export function objectsOf(value: unknown, max: number): readonly JsonObject[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.slice(0, max).filter(isObject);
}

/** A text, or a number written as one; undefined when blank or of another type. */
export function textIn(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = wellFormed(value).trim();
  return text === '' ? undefined : text;
}

/**
 * The text without characters that no document may hold, which JSON can write as escapes; halves
 * of surrogate pairs are replaced, as encoding the text would do.
 */
export function wellFormed(text: string): string {
  return cleanDocument(text).replace(/\p{Surrogate}/gu, '\ufffd');
}
