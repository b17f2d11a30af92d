/** Where in the file something stands: object keys and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** What is wrong with a value, said of the value (`is not a duration`), and what to do about it. */
export interface Fault {
  readonly message: string;
  readonly cure: string;
}

/** A fault with its place; `key` points to the key itself, as an unknown one is best shown. */
export interface Finding extends Fault {
  readonly path: Path;
  readonly at: 'value' | 'key';
}

/** One thing an editor has to mend, ready to be shown; lines and columns count from 1. */
export interface ConfigProblem extends Fault {
  /** Such as `topics[3].any`; empty for the file as a whole. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Findings shown at once; whoever has more has one mistake that repeats. */
const problemsShownMax = 40;

/** `sources[3].headers["X-Key"]`: the way a person would write the place. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** One line: `feeds.config.json:12:5: topics[3].any is empty; give at least one term`. */
export function formatProblem(file: string, problem: ConfigProblem): string {
  return `${file}:${problem.line}:${problem.column}: ${problem.message}; ${problem.cure}`;
}

/** All problems, one a line, in the order of the file; a long row is cut and says so. */
export function formatProblems(file: string, problems: readonly ConfigProblem[]): string {
  const lines = problems.slice(0, problemsShownMax).map((problem) => formatProblem(file, problem));
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `${file}: and ${more} more`].join('\n') : lines.join('\n');
}

/** A value as a message quotes it: short, on one line. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
