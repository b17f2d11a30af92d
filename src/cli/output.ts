import type { Writable } from 'node:stream';
import { redactSecrets } from '../text/redact-url.ts';

/** Where a command speaks: results to standard output, progress to standard error on a terminal. */
export interface Output {
  readonly isJson: boolean;
  /** One result: an object for programs with `--json`, else the lines for people. */
  result(data: unknown, lines: string | readonly string[]): void;
  /** A passing line that the next one overwrites; nothing where no terminal is. */
  progress(line: string): void;
  /** A line that stays, on standard error; nothing with `--json` where no terminal is. */
  note(line: string): void;
  problem(line: string): void;
}

/** Values from the environment that are long enough not to be found in words by chance. */
const secretCharactersMin = 4;
const secrets = new Set<string>();

/** From now on these values are printed as `***`, whoever prints them. */
export function hideInOutput(values: readonly string[]): void {
  for (const value of values) {
    if (value.length < secretCharactersMin) continue;
    secrets.add(value);
    // As it stands in a line of JSON.
    secrets.add(JSON.stringify(value).slice(1, -1));
  }
}

/**
 * A text as it may stand on a terminal: without secrets, and without the control characters by which
 * a title from somewhere could move the cursor or rename the window. Colours stay.
 */
export function printable(text: string): string {
  return redactSecrets(text, secrets).replace(/\p{Cc}(?:\[[\d;]*m)?/gu, (found) => {
    const isColour = found.startsWith('\u001b') && found.length > 1;
    return isColour || /^[\n\t]/.test(found) ? found : found.slice(1);
  });
}

export function createOutput(isJson: boolean): Output {
  const { stdout, stderr } = process;
  let hasProgress = false;
  const clear = (): void => {
    if (hasProgress) stderr.write('\r\u001b[K');
    hasProgress = false;
  };
  return {
    isJson,
    result: (data, lines) => {
      clear();
      writeLine(stdout, isJson ? JSON.stringify(data) : [lines].flat().join('\n'));
    },
    progress: (line) => {
      if (!stderr.isTTY || isJson) return;
      const width = (stderr.columns ?? 80) - 1;
      stderr.write(`\r\u001b[K${printable(line).slice(0, width)}`);
      hasProgress = true;
    },
    note: (line) => {
      if (isJson && !stderr.isTTY) return;
      clear();
      writeLine(stderr, line);
    },
    problem: (line) => {
      clear();
      writeLine(stderr, line);
    },
  };
}

function writeLine(stream: Writable, text: string): void {
  stream.write(`${printable(text)}\n`);
}

/** Columns padded to the widest cell; the last is left ragged. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Characters as a terminal counts them, near enough: combining marks take no room. */
function widthOf(text: string): number {
  return [...text.replace(/\p{M}|\u200c/gu, '')].length;
}

/** `1 source`, `2 sources`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `1 entry`, `2 entries`. */
export function entryCount(number: number): string {
  return `${number} ${number === 1 ? 'entry' : 'entries'}`;
}

/** A number of bytes as people read it. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
