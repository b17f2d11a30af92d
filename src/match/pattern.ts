import { RE2JS, RE2JSException } from 're2js';

/** A regular expression whose cost is linear in the text, whatever an editor writes. */
export interface LinearPattern {
  readonly source: string;
  /** Spans in UTF-16 units, left to right, not overlapping; `patternFindsMax` at most. */
  find(text: string): readonly (readonly [start: number, end: number])[];
}

/** Why an expression cannot be used, and what to write instead. */
export interface PatternFault {
  readonly problem: string;
  readonly cure: string;
}

/**
 * Finds taken of one pattern in one text. One search is linear; looking for ever more of them is
 * quadratic on a text made for it (`a.*b|a` over a thousand a).
 */
export const patternFindsMax = 20;

/**
 * Compiles RE2 syntax (`(?i)` folds case, `\p{L}` is any letter; `\b` and `\w` know ASCII only).
 * V8's own engine backtracks: `^(a+)+$` takes it seconds on thirty letters, so it is never used
 * on what comes from a configuration.
 */
export function compilePattern(source: string): LinearPattern | PatternFault {
  try {
    const compiled = RE2JS.compile(source);
    const cure = 'let it ask for at least one character';
    if (compiled.test('')) return { problem: 'matches the empty text, and so every item', cure };
    if (findsNothing(compiled)) return { problem: 'finds a place without a character', cure };
    return { source, find: (text) => findSpans(compiled, text) };
  } catch (error) {
    if (error instanceof RE2JSException) return faultOf(source, error.message);
    throw error;
  }
}

/** Whether it is satisfied by an edge of words alone, as `\b` and `\b|x` are: that is no find. */
function findsNothing(compiled: RE2JS): boolean {
  const matcher = compiled.matcher('a');
  return matcher.find() && matcher.end() === matcher.start();
}

function findSpans(compiled: RE2JS, text: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  // The engine's table of states answers "not here" for most texts, far faster than a search.
  if (!compiled.test(text)) return spans;
  const matcher = compiled.matcher(text);
  while (spans.length < patternFindsMax && matcher.find()) {
    // `x*|y` may be empty between two finds; nothing was matched there.
    if (matcher.end() > matcher.start()) spans.push([matcher.start(), matcher.end()]);
  }
  return spans;
}

/** What editors bring along from engines that backtrack, and what to do without it. */
const unsupported: readonly (readonly [RegExp, string, string])[] = [
  [
    /\(\?<[=!]/,
    'uses look-behind',
    'match what stands before as part of the pattern, or use a "phrase" with "near"',
  ],
  [
    /\(\?[=!]/,
    'uses look-ahead',
    'match what follows as part of the pattern, or exclude with "none" or "veto"',
  ],
  [/\\[1-9]|\\k[<{']|\(\?P=/, 'uses a back-reference', 'write the alternatives out'],
  [/\(\?>|[*+?}]\+/, 'uses an atomic or possessive group', 'use a plain one: none backtracks here'],
];

function faultOf(source: string, message: string): PatternFault {
  for (const [sign, what, cure] of unsupported) {
    if (!sign.test(source)) continue;
    return { problem: `${what}, which cannot be matched in linear time`, cure };
  }
  const reason = message.replace(/^error parsing regexp: /, '');
  return { problem: `is no regular expression (RE2 syntax): ${reason}`, cure: 'correct it' };
}
