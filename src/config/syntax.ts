import { createScanner, type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { positionIn } from './position.ts';
import type { Fault } from './problem.ts';

/** A mistake of JSON itself, and where it stands. */
export interface SyntaxProblem extends Fault {
  readonly offset: number;
}

interface Token {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/** Brackets in brackets; a topic with nested rules stays under ten. */
const depthMax = 100;

/** The first mistake that keeps the text from being JSON with comments; undefined when it is. */
export function findSyntaxProblem(text: string): SyntaxProblem | undefined {
  const tokens = listTokens(text);
  const comment = findOpenComment(text, tokens.at(-1)?.end ?? 0);
  if (comment !== undefined) return comment;
  if (tokens.length === 0) {
    return {
      offset: 0,
      message: 'the file is empty',
      cure: 'start from the shipped feeds.config.json, or write { "sources": [], "topics": [] }',
    };
  }
  const deep = findTooDeep(tokens);
  if (deep !== undefined) return deep;
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  return first === undefined ? undefined : explainSyntax(first, tokens, text);
}

/** A comment that swallows the rest of the file. */
function findOpenComment(text: string, end: number): SyntaxProblem | undefined {
  const rest = text
    .slice(end)
    .replace(/\/\/.*|\/\*[\s\S]*?\*\//g, (closed) => ' '.repeat(closed.length));
  const start = rest.indexOf('/*');
  if (start === -1) return undefined;
  return { offset: end + start, message: 'the comment /* is not closed', cure: 'end it with */' };
}

function listTokens(text: string): readonly Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  scanner.scan();
  // Behind a comment that is never closed the scanner returns tokens beyond the text for ever.
  for (; scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const end = offset + scanner.getTokenLength();
    tokens.push({ offset, end, text: text.slice(offset, end) });
  }
  return tokens;
}

const openers: ReadonlySet<string> = new Set(['{', '[']);
const closers: ReadonlySet<string> = new Set(['}', ']']);
/** Tokens that JSON has a place for; any other is a stray word. */
const knownToken = /^(?:[{}[\],:"]|-?\d|(?:true|false|null)$)/;

function findTooDeep(tokens: readonly Token[]): SyntaxProblem | undefined {
  let depth = 0;
  for (const { text, offset } of tokens) {
    if (openers.has(text)) depth += 1;
    if (closers.has(text)) depth -= 1;
    if (depth > depthMax) {
      const message = `brackets are nested more than ${depthMax} deep`;
      return { offset, message, cure: 'write flatter rules' };
    }
  }
  return undefined;
}

function shown(token: Token | undefined): string {
  if (token === undefined) return 'the end of the file';
  if (/^[{}[\],:]$/.test(token.text)) return `"${token.text}"`;
  return token.text.length > 40 ? `${token.text.slice(0, 37)}…` : token.text;
}

function explainSyntax(error: ParseError, tokens: readonly Token[], text: string): SyntaxProblem {
  const at = tokens.findIndex((token) => token.end > error.offset);
  const index = at === -1 ? tokens.length : at;
  const token = tokens[index];
  const spot: Spot = { token, before: tokens[index - 1], tokens, text };
  const offset = token?.offset ?? spot.before?.end ?? 0;
  const code = printParseErrorCode(error.error);
  const lexical = explainWord(code, token, offset);
  return lexical ?? explainStructure(code, spot, offset);
}

/** Mistakes inside one word or string. */
function explainWord(
  code: string,
  token: Token | undefined,
  offset: number,
): SyntaxProblem | undefined {
  switch (code) {
    case 'UnexpectedEndOfString':
      return { offset, message: `the text ${shown(token)} is not closed`, cure: 'end it with "' };
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return {
        offset,
        message: `the text ${shown(token)} holds a backslash that JSON does not know`,
        cure: 'write a backslash twice: \\\\',
      };
    case 'InvalidCharacter':
      return {
        offset,
        message: `the text ${shown(token)} holds a tab or control character`,
        cure: 'replace it by a blank or by \\t',
      };
    default:
      return token === undefined || knownToken.test(token.text) ? undefined : explainUnknown(token);
  }
}

function explainUnknown(token: Token): SyntaxProblem {
  const { offset } = token;
  const word = token.text.replace(/^['‘’“”„«]+|['‘’“”„»]+$/g, '');
  if (/^['‘’“”„«]/.test(token.text)) {
    const cure = `write it in straight double quotes: "${word}"`;
    return { offset, message: `${shown(token)} is not in double quotes`, cure };
  }
  if (/^(?:true|yes|on)$/i.test(word)) {
    return { offset, message: `${shown(token)} is not a word of JSON`, cure: 'write true' };
  }
  if (/^(?:false|no|off)$/i.test(word)) {
    return { offset, message: `${shown(token)} is not a word of JSON`, cure: 'write false' };
  }
  return {
    offset,
    message: `${shown(token)} stands here without quotes`,
    cure: 'write text and keys in double quotes, and comments behind //',
  };
}

interface Spot {
  readonly token: Token | undefined;
  readonly before: Token | undefined;
  readonly tokens: readonly Token[];
  readonly text: string;
}

/** Mistakes of commas, colons and brackets. */
function explainStructure(code: string, spot: Spot, offset: number): SyntaxProblem {
  const { token, before } = spot;
  if (token === undefined || isWrongCloser(code, token)) {
    return explainUnclosed(spot, offset);
  }
  switch (code) {
    case 'CommaExpected':
      // Where the comma belongs, not where its lack was noticed.
      return {
        offset: before?.end ?? offset,
        message: `a comma is missing between ${shown(before)} and ${shown(token)}`,
        cure: `add "," after ${shown(before)}`,
      };
    case 'ColonExpected':
      return {
        offset,
        message: `a colon is missing between the key ${shown(before)} and ${shown(token)}`,
        cure: `add ":" after ${shown(before)}`,
      };
    case 'EndOfFileExpected':
      return {
        offset,
        message: `${shown(token)} stands after the end of the configuration`,
        cure: 'remove it, or remove the bracket that closes too early before it',
      };
    case 'PropertyNameExpected':
      return explainNoKey(spot, token);
    case 'ValueExpected':
      return {
        offset,
        message: `a value is missing before ${shown(token)}`,
        cure: token.text === ',' ? 'remove a comma or write a value' : 'write a value',
      };
    default:
      return { offset, message: `${shown(token)} cannot stand here`, cure: 'remove it' };
  }
}

function explainNoKey({ before }: Spot, token: Token): SyntaxProblem {
  const { offset } = token;
  if (token.text === ',') {
    return { offset, message: 'a comma stands where a key belongs', cure: 'remove it' };
  }
  return {
    offset,
    message: `a key in double quotes belongs after ${shown(before)}, not ${shown(token)}`,
    cure: openers.has(token.text) ? 'close the object before with "}"' : 'write "key": value',
  };
}

/** A closing bracket of the other kind: `]` while `{` is open. */
function isWrongCloser(code: string, token: Token): boolean {
  return closers.has(token.text) && wrongCloserCodes.has(code);
}

const wrongCloserCodes: ReadonlySet<string> = new Set([
  'CommaExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
  'PropertyNameExpected',
]);

/** The bracket that is still open at the place, innermost. */
function explainUnclosed({ token, tokens, text }: Spot, offset: number): SyntaxProblem {
  const open: Token[] = [];
  for (const candidate of tokens) {
    if (candidate === token) break;
    if (openers.has(candidate.text)) open.push(candidate);
    if (closers.has(candidate.text)) open.pop();
  }
  const opener = open.at(-1);
  if (opener === undefined) {
    return { offset, message: `${shown(token)} cannot stand here`, cure: 'remove it' };
  }
  const closer = opener.text === '{' ? '}' : ']';
  const line = positionIn(text)(opener.offset).line;
  if (token === undefined) {
    const message = `the file ends before the "${opener.text}" of line ${line} is closed`;
    return { offset, message, cure: `add "${closer}" where it ends` };
  }
  return {
    offset,
    message: `${shown(token)} comes before the "${opener.text}" of line ${line} is closed`,
    cure: `add "${closer}" before it`,
  };
}
