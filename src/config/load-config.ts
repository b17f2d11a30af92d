import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../domain/config.ts';
import { AppError } from '../domain/errors.ts';
import { type ParseOptions, parseConfig } from './parse-config.ts';
import { type ConfigProblem, formatProblems } from './problem.ts';

export interface LoadOptions extends ParseOptions {
  /** As the person gave it; messages name it so. */
  readonly path: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** What works and is worth a second look. */
  readonly warnings: readonly ConfigProblem[];
  /** Values that came from the environment: no log, page or document may show them. */
  readonly secrets: readonly string[];
}

/** Largest configuration read; a thousand sources with comments stay under 1 MB. */
const fileBytesMax = 10_000_000;

/**
 * Reads and judges the file. Throws `AppError('config')` whose message names file, line, column,
 * place, mistake and cure of every problem, one a line.
 */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const parsed = parseConfig(readConfigText(options.path), options);
  if (parsed.kind === 'valid') {
    const { config, warnings, secrets } = parsed;
    return { config, warnings, secrets };
  }
  throw new AppError('config', formatProblems(path.normalize(options.path), parsed.problems));
}

/** The text of the file. Throws `AppError('config')` when there is none that can be read. */
export function readConfigText(file: string): string {
  const shown = path.normalize(file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new AppError('config', `${shown}: ${explainUnreadable(cause, file)}`, { cause });
  }
  if (bytes.length > fileBytesMax) {
    throw new AppError(
      'config',
      `${shown}: the file has ${bytes.length} bytes, more than ${fileBytesMax}; is it a configuration?`,
    );
  }
  return decode(bytes, shown);
}

function explainUnreadable(cause: unknown, file: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no such file${path.isAbsolute(file) ? '' : ` (${path.resolve(file)})`}; name another with --config PATH, or run Araz in the folder that holds it`;
    case 'EISDIR':
      return 'is a folder, not a file; name the file in it with --config PATH';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by this user; give read permission, for example with chmod a+r';
    default:
      return `cannot be read (${String(code ?? cause)}); check the disk and the path`;
  }
}

function decode(bytes: Uint8Array, shown: string): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    if (!isUtf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // TypeError: not UTF-8. Said below, with the line.
  }
  const line = isUtf16 ? 1 : findBadLine(bytes);
  const found = isUtf16 ? 'the file is UTF-16' : 'this line is not UTF-8';
  throw new AppError('config', `${shown}:${line}:1: ${found}; save the file as UTF-8`);
}

/** First line that is no UTF-8; no byte of a longer sequence is a line feed, so lines can be tried alone. */
function findBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      // TypeError: this is the line.
      return line;
    }
    line += 1;
    start = end + 1;
  }
  return line;
}
