import type { Writable } from 'node:stream';

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
      stderr.write(`\r\u001b[K${line.slice(0, width)}`);
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
  stream.write(`${text}\n`);
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
