import {
  applyEdits,
  createScanner,
  findNodeAtLocation,
  modify,
  type Node,
  parseTree,
} from 'jsonc-parser';
import type { SourceDeclaration } from './schema.ts';

/** Keys by line, as the shipped file lays out a source. */
const lines: readonly (readonly string[])[] = [
  ['id', 'url', 'title'],
  ['language', 'country', 'kind', 'rank', 'permission'],
];

function renderSource(source: SourceDeclaration, separator: string): string {
  const entries = Object.entries(source);
  const named = new Set(lines.flat());
  const rows = [
    ...lines.map((keys) => entries.filter(([key]) => keys.includes(key))),
    entries.filter(([key]) => !named.has(key)),
  ];
  const written = rows
    .filter((row) => row.length > 0)
    .map((row) => row.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', '));
  return `{ ${written.join(`,${separator}`)} }`;
}

/**
 * The text with the source at the end of its list, in the list's own layout: indentation, last
 * comma, line ends. The text must be an object whose `sources`, if there, is a list.
 */
export function insertSource(input: string, source: SourceDeclaration): string {
  const bom = input.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = input.slice(bom.length);
  const root = parseTree(text, [], { allowTrailingComma: true });
  const list = root && findNodeAtLocation(root, ['sources']);
  if (list === undefined) {
    const formattingOptions = { insertSpaces: true, tabSize: 2, eol: eolOf(text) };
    return bom + applyEdits(text, modify(text, ['sources'], [source], { formattingOptions }));
  }
  const last = list.children?.at(-1);
  return (
    bom + (last === undefined ? insertFirst(text, list, source) : insertAfter(text, last, source))
  );
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** White space at the start of the line on which the offset lies. */
function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}

/** Fills an empty list; comments in it stay above the source. */
function insertFirst(text: string, list: Node, source: SourceDeclaration): string {
  const close = list.offset + list.length - 1;
  const outer = `${eolOf(text)}${indentAt(text, list.offset)}`;
  const written = `${outer}  ${renderSource(source, `${outer}    `)}${outer}`;
  return `${text.slice(0, close).trimEnd()}${written}${text.slice(close)}`;
}

function insertAfter(text: string, last: Node, source: SourceDeclaration): string {
  const end = last.offset + last.length;
  const { hasComma, insertAt, isLineEnd } = readTail(text, end);
  const line = `${eolOf(text)}${indentAt(text, last.offset)}`;
  const written = isLineEnd
    ? `${line}${renderSource(source, `${line}  `)}`
    : ` ${renderSource(source, ' ')}`;
  const between = text.slice(end, insertAt);
  const comma = hasComma ? '' : ',';
  const lastComma = hasComma ? ',' : '';
  return `${text.slice(0, end)}${comma}${between}${written}${lastComma}${text.slice(insertAt)}`;
}

interface Tail {
  readonly hasComma: boolean;
  /** Where the next entry goes: behind the comma and the comments on the last entry's line. */
  readonly insertAt: number;
  readonly isLineEnd: boolean;
}

/** Reads the comma and the comments that follow the last entry on its line. */
function readTail(text: string, end: number): Tail {
  const scanner = createScanner(text, false);
  scanner.setPosition(end);
  let hasComma = false;
  let insertAt = end;
  for (;;) {
    scanner.scan();
    const tokenEnd = scanner.getTokenOffset() + scanner.getTokenLength();
    const token = text.slice(scanner.getTokenOffset(), tokenEnd);
    if (!/^(?:,|\/|[ \t])/.test(token)) {
      return { hasComma, insertAt, isLineEnd: /^[\r\n]/.test(token) };
    }
    if (token === ',') hasComma = true;
    if (token.trim() !== '') insertAt = tokenEnd;
  }
}
