import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { AppError, messageOf } from '../../domain/errors.ts';

/** One line of a file of JSON objects. */
export interface JsonlRow {
  /** `file:line`, for messages. */
  readonly at: string;
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Rows of a file of JSON objects, one a line, `-` standard input; blank lines are passed over. Throws `usage` with file
 * and line for what is no object, `io` for a file that cannot be read.
 */
export async function* readJsonl(file: string, needed = '"title": …'): AsyncGenerator<JsonlRow> {
  let line = 0;
  for await (const raw of createInterface({ input: await openLines(file) })) {
    line += 1;
    // Some editors begin a file with a byte order mark.
    const text = line === 1 ? raw.replace(/^\ufeff/, '') : raw;
    if (text.trim() === '') continue;
    const fields = parseObject(text);
    if (fields === undefined) {
      const reason = `not a JSON object; each line needs { ${needed} }`;
      throw new AppError('usage', `${file}:${line}: ${reason}`);
    }
    yield { at: `${file}:${line}`, line, fields };
  }
}

async function openLines(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return handle.createReadStream();
    await handle.close();
  } catch (cause) {
    throw new AppError('io', `${file}: cannot be read (${messageOf(cause)})`, { cause });
  }
  throw new AppError('io', `${file}: is no file`);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // Reported by the caller with file and line.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of the row, or undefined when it is not there; throws `usage` for anything but a text. */
export function textOf({ at, fields }: Omit<JsonlRow, 'line'>, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new AppError('usage', `${at}: "${key}" is ${describe(value)}; it must be a text`);
}

/** An object inside the row; throws `usage` when there is none. */
export function objectOf({ at, fields }: JsonlRow, key: string): Record<string, unknown> {
  const value = fields[key];
  if (isObject(value)) return value;
  throw new AppError('usage', `${at}: "${key}" is ${describe(value)}; it must be an object`);
}

/** The row's own id, or its line's number. */
export function idOf(row: JsonlRow): string {
  const id = row.fields['id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : String(row.line);
}

/** One of some words, or undefined when it is not there; throws `usage` for another value. */
export function wordOf<T extends string>(
  row: JsonlRow,
  key: string,
  words: readonly T[],
): T | undefined {
  const value = textOf(row, key);
  const word = words.find((each) => each === value);
  if (value === undefined || word !== undefined) return word;
  throw new AppError('usage', `${row.at}: "${key}" is "${value}"; use ${words.join(', ')}`);
}

export function describe(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 40);
}
