/**
 * Parses JSON, and where that fails parses it again with the usual faults mended: a document that
 * was cut off keeps its complete items, raw line ends inside texts are escaped, trailing commas are
 * dropped. Undefined when it still cannot be read.
 */
export function parseJson(
  text: string,
): { readonly value: unknown; readonly isMended: boolean } | undefined {
  const strict = tryParse(text);
  if (strict !== undefined) return { value: strict.value, isMended: false };
  const mended = tryParse(mendJson(text));
  return mended === undefined ? undefined : { value: mended.value, isMended: true };
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The caller mends the text or reports it as malformed.
    return undefined;
  }
}

/** One pass over the text, copying it piece by piece. */
function mendJson(text: string): string {
  const parts: string[] = [];
  const open: string[] = [];
  /** How many parts make up the document to the end of its last complete item. */
  let completeParts = 0;
  let at = 0;
  while (at < text.length) {
    const token = text.slice(at, endOfToken(text, at));
    at += token.length;
    if (isTrailingComma(token, text, at)) continue;
    parts.push(token.length === 1 ? token : escapeBlanks(token));
    track(open, token);
    if (token !== '}') continue;
    // What follows the document is dropped.
    if (open.length === 0) return parts.join('');
    if (isInItems(open)) completeParts = parts.length;
  }
  return completeParts === 0 ? text : `${parts.slice(0, completeParts).join('')}]}`;
}

function isTrailingComma(token: string, text: string, next: number): boolean {
  return token === ',' && /^\s*[\]}]/.test(text.slice(next, next + 50));
}

/** JSON allows no raw line end or tab inside a string. */
function escapeBlanks(literal: string): string {
  return literal.replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}

function isInItems(open: readonly string[]): boolean {
  return open.length === 2 && open[0] === '{' && open[1] === '[';
}

function track(open: string[], character: string): void {
  if (character === '{' || character === '[') open.push(character);
  else if (character === '}' || character === ']') open.pop();
}

/** A string is one token, every other character another. */
function endOfToken(text: string, at: number): number {
  return text.charAt(at) === '"' ? endOfString(text, at) : at + 1;
}

/** Position after the closing quote of the string that starts at `at`, or the end of the text. */
function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 0x22) return next + 1;
    if (code === 0x5c) next += 1;
  }
  return text.length;
}
