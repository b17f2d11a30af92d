import { decodeReferences } from './character-references.ts';

/** A start tag of a web page. */
export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  /** Names in lower case, references decoded; the first of equal names. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Position after the tag. */
  readonly end: number;
}

/** Longest start tag that is read. */
const tagCharactersMax = 8_000;

const namePattern = /<([a-z][a-z0-9]*)(?=[\s/>])/iy;
const attributePattern =
  /([a-z_:][\w:.-]{0,60})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

/**
 * The start tags of these names, in the order of the page. Comments and scripts are passed over.
 * One pass, no tree: a page may be as broken as it likes.
 */
export function* findTags(html: string, names: ReadonlySet<string>): Generator<HtmlTag> {
  let at = html.indexOf('<');
  while (at !== -1) {
    const skipped = endOfSilent(html, at);
    if (skipped === undefined) {
      const tag = readTag(html, at, names);
      if (tag === 'unclosed') return;
      if (tag !== undefined) yield tag;
    }
    at = html.indexOf('<', skipped ?? at + 1);
  }
}

const silentPattern = /<(?:!--|(script|style)(?=[\s>]))/iy;

/** End of the comment or script at `at`; undefined when there is none there. */
function endOfSilent(html: string, at: number): number | undefined {
  silentPattern.lastIndex = at;
  const found = silentPattern.exec(html);
  if (found === null) return undefined;
  const name = found[1]?.toLowerCase();
  const close = html.indexOf(name === undefined ? '-->' : `</${name}`, at + 4);
  return close === -1 ? html.length : close + 1;
}

function readTag(
  html: string,
  at: number,
  names: ReadonlySet<string>,
): HtmlTag | 'unclosed' | undefined {
  namePattern.lastIndex = at;
  const name = namePattern.exec(html)?.[1]?.toLowerCase();
  if (name === undefined || !names.has(name)) return undefined;
  const end = html.indexOf('>', at);
  if (end === -1) return 'unclosed';
  const inside = html.slice(at + 1 + name.length, Math.min(end, at + tagCharactersMax));
  return { name, attributes: readAttributes(inside), end: end + 1 };
}

function readAttributes(inside: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, rawName = '', double, single, bare] of inside.matchAll(attributePattern)) {
    const name = rawName.toLowerCase();
    if (!attributes.has(name)) {
      attributes.set(name, decodeReferences(double ?? single ?? bare ?? ''));
    }
  }
  return attributes;
}
