import { decodeReferences } from './character-references.ts';

/** Elements of HTML that are markup in a title; `<x` of any other name is text someone wrote. */
const inlineElements: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote ' +
    'body br button caption center cite code col colgroup dd del details dfn dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i ' +
    'iframe img input ins kbd label legend li link main map mark marquee meta nav nobr noembed ' +
    'noframes noscript object ol option p param picture pre q rp rt ruby s samp script section select small source ' +
    'span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead ' +
    'time title tr track tt u ul var video wbr xmp'
  ).split(' '),
);

/** Elements whose content is no text. */
const silentElements: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** Elements that end a line or a cell: words on their two sides are two words. */
const blockElements: ReadonlySet<string> = new Set(
  'br p div li tr td th h1 h2 h3 h4 h5 h6 hr blockquote dd dt section article figure'.split(' '),
);

/**
 * The text of a piece of HTML: known tags and comments removed, references decoded once. A `<` that
 * starts no element of HTML stays. Linear: no place is looked at twice.
 */
export function htmlToText(html: string): string {
  return html.includes('<') ? decodeReferences(stripTags(html)) : decodeReferences(html);
}

function stripTags(html: string, elements: ReadonlySet<string> = inlineElements): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open === -1) return text + html.slice(at);
    text += html.slice(at, open);
    const tag = readTag(html, open, elements);
    // A tag without an end: this and all that follow are text.
    if (tag === 'unclosed') return text + html.slice(open);
    if (tag === undefined) {
      text += '<';
      at = open + 1;
      continue;
    }
    if (blockElements.has(tag.name)) text += ' ';
    at = tag.isSilent ? endOfSilent(html, tag) : tag.end;
  }
}

interface Tag {
  readonly name: string;
  /** Position after the closing `>`. */
  readonly end: number;
  readonly isSilent: boolean;
}

const tagNamePattern = /<(\/?)([a-z][a-z0-9]{0,11})(?=[\s/>])/iy;

function readTag(
  html: string,
  open: number,
  elements: ReadonlySet<string>,
): Tag | 'unclosed' | undefined {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end === -1 ? 'unclosed' : { name: '', end: end + 3, isSilent: false };
  }
  tagNamePattern.lastIndex = open;
  const found = tagNamePattern.exec(html);
  const name = found?.[2]?.toLowerCase();
  if (found === null || name === undefined || !elements.has(name)) return undefined;
  const end = endOfTag(html, open + found[0].length);
  if (end === -1) return 'unclosed';
  return { name, end: end + 1, isSilent: found[1] === '' && silentElements.has(name) };
}

/** Characters in which an attribute's closing quote is looked for. */
const quotedCharactersMax = 2_000;

/** Position of the `>` that ends a tag, one inside quotes passed over; -1 when there is none. */
function endOfTag(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const character = html.charAt(at);
    if (character === '>') return at;
    if (isQuote(character) && isAfterEquals(html, at)) {
      const close = html.slice(at + 1, at + quotedCharactersMax).indexOf(character);
      // A quote that is never closed is a slip of the writer, and no reason to lose the text.
      if (close === -1) return html.indexOf('>', at);
      at += close + 1;
    }
    at += 1;
  }
  return -1;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

function isAfterEquals(html: string, at: number): boolean {
  const before = html.charAt(at - 1);
  return before === '=' || (before === ' ' && html.charAt(at - 2) === '=');
}

function endOfSilent(html: string, tag: Tag): number {
  const close = html.indexOf(`</${tag.name}`, tag.end);
  if (close === -1) return html.length;
  const end = html.indexOf('>', close);
  return end === -1 ? html.length : end + 1;
}

/** A reference that is cut by the end of the text, with or without the dots some feeds add. */
const cutReference = /&(?:#?[a-z0-9]{0,9})?(?:\s?\.{2,3}|…)$/i;
const cutAtEnd =
  /&(?:#x?[0-9a-f]{0,6}|nb(?:s|sp)?|amp?|quo?t?|apos?|[lr]aq(?:u|uo)?|[lr][sd]q(?:u|uo)?|[mn]d(?:a|as|ash)?|hel(?:l|li|lip)?|zwn?j?)$/;

/**
 * A title as plain text: a reference that is cut at the end gives way to an ellipsis (QUIRKS 34),
 * white space is collapsed.
 */
export function cleanTitle(text: string): string {
  let title = text;
  const tail = title.slice(-24);
  if (tail.includes('&')) {
    const mended = tail.replace(cutReference, '…').replace(cutAtEnd, '…');
    if (mended !== tail) title = title.slice(0, -tail.length) + mended;
  }
  return collapseBlanks(title);
}

/** References to the characters that markup is made of: a title may mean them literally. */
const markupReference = /&(?:amp|lt|gt);/;
const otherReference = /&(?!amp;|lt;|gt;)(?:#[0-9]{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}[0-9]{0,2});/i;

/** Whether a title still holds references after the document's own have been decoded. */
export function hasLeftover(title: string): 'no' | 'markup' | 'other' {
  if (!title.includes('&')) return 'no';
  if (otherReference.test(title)) return 'other';
  return markupReference.test(title) ? 'markup' : 'no';
}

/**
 * The text of an RSS title, which is plain text by the letter and HTML by habit. Tags of HTML go.
 * References that are left over were encoded twice (QUIRKS 33), except that `&amp;` alone may be
 * meant: it is decoded when `encodesTwice` says that the feed does so, or when the title shows it.
 */
export function rssTitleToText(title: string, encodesTwice: boolean): string {
  const text = title.includes('<') ? stripTags(title) : title;
  const leftover = hasLeftover(text);
  const decodes = leftover === 'other' || (leftover === 'markup' && encodesTwice);
  return decodes ? decodeReferences(text) : text;
}

/** Markup that publishing systems put around names and labels. */
const labelElements: ReadonlySet<string> = new Set('a b i em strong span font img br'.split(' '));

/**
 * The text of a name or label, which no format allows markup in: links and emphasis go all the
 * same, and references are decoded that show the label to be encoded twice.
 */
export function labelToText(label: string): string {
  const text = label.includes('<') ? stripTags(label, labelElements) : label;
  return hasLeftover(text) === 'other' ? decodeReferences(text) : text;
}

/** White space collapsed and trimmed. Joiners (ZWNJ, ZWJ) are letters' business and stay. */
export function collapseBlanks(text: string): string {
  const trimmed = text.trim();
  return /[^\S ]| {2}|\u0085/.test(trimmed) ? trimmed.replace(/[\s\u0085]+/g, ' ').trim() : trimmed;
}

/** A field that wraps its text in an escaped CDATA section (QUIRKS 32), without the wrapper. */
export function unwrapCdata(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('<![CDATA[')) return text;
  const end = trimmed.endsWith(']]>') ? -']]>'.length : trimmed.length;
  return trimmed.slice('<![CDATA['.length, end);
}

const htmlPattern =
  /<(?:\/(?:p|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|td|tr|table|blockquote|font|pre|code)|br\s*\/?|p|img\s[^<>]{1,500}|hr\s*\/?)>/i;

/** Whether a text that claims to be plain is HTML all the same: it closes tags or holds images. */
export function looksLikeHtml(text: string): boolean {
  return text.includes('<') && htmlPattern.test(text);
}
