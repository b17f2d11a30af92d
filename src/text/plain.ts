import { decodeEntities } from './entities.ts';

/** Elements that begin a line of their own. */
const blockNames = new Set(
  (
    'address article aside blockquote br caption center dd div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot ' +
    'th thead title tr ul'
  ).split(' '),
);
/** Elements whose content is not prose. */
const silentNames = new Set('script style template noscript iframe object svg math'.split(' '));
/** Longest element name looked at; names of no interest need not be read to their end. */
const nameMax = 32;

/**
 * The text of an HTML fragment, in time linear in its length on any input: tags and comments go,
 * scripts and styles go with their content, character references are decoded once, a CDATA wrapper
 * that was escaped into the text is taken off, white space is one space, blocks are lines (`\n`).
 * A `<` that opens no tag is text. Never throws.
 */
export function toPlainText(html: string): string {
  return tidy(new Stripper(unwrapCdata(html)).strip());
}

/** Some feeds escape the wrapper itself, so that it survives XML parsing as text. */
function unwrapCdata(html: string): string {
  if (!html.includes('CDATA[')) return html;
  let text = html;
  for (const mark of ['&lt;![CDATA[', ']]&gt;', '<![CDATA[', ']]>'])
    text = text.replaceAll(mark, '');
  return text;
}

/** Runs of white space are one space, or one `\n` where a block began. */
function tidy(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const words = line.split(/\s/).filter((word) => word !== '');
    if (words.length > 0) lines.push(words.join(' '));
  }
  return lines.join('\n');
}

/** One pass over a fragment; each closing mark is searched for in vain at most once. */
class Stripper {
  private readonly html: string;
  private readonly parts: string[] = [];
  private position = 0;
  private readonly absent = new Set<string>();

  constructor(html: string) {
    this.html = html;
  }

  strip(): string {
    const { html } = this;
    while (this.position < html.length) {
      const open = html.indexOf('<', this.position);
      if (open < 0) break;
      this.takeText(open);
      this.takeMarkup(open);
    }
    this.takeText(html.length);
    return this.parts.join('');
  }

  private takeText(end: number): void {
    if (end <= this.position) return;
    const text = decodeEntities(this.html.slice(this.position, end));
    // Line ends are mere spaces in HTML; only blocks break lines.
    this.parts.push(text.replaceAll('\r', ' ').replaceAll('\n', ' '));
    this.position = end;
  }

  private takeMarkup(open: number): void {
    const { html } = this;
    const second = html[open + 1] ?? '';
    if (html.startsWith('<!--', open)) this.position = this.after('-->', open + 4);
    else if (second === '!' || second === '?') this.position = this.after('>', open + 2);
    else this.takeTag(open, second === '/');
  }

  private takeTag(open: number, isEnd: boolean): void {
    const name = nameAt(this.html, isEnd ? open + 2 : open + 1);
    if (name === '') {
      this.parts.push('<');
      this.position = open + 1;
      return;
    }
    this.position = this.tagEnd(open + 1);
    if (blockNames.has(name)) this.parts.push('\n');
    if (isEnd || !silentNames.has(name)) return;
    this.position = this.after('>', this.endTagOf(name));
  }

  /** Where the end tag of a silent element begins, in any case; the end of the text when nowhere. */
  private endTagOf(name: string): number {
    let at = this.absent.has(name) ? -1 : this.html.indexOf('</', this.position);
    while (at >= 0 && nameAt(this.html, at + 2) !== name) at = this.html.indexOf('</', at + 2);
    if (at >= 0) return at;
    this.absent.add(name);
    return this.html.length;
  }

  /** Position after the next `mark`; the end of the text when there is none. */
  private after(mark: string, from: number): number {
    if (this.absent.has(mark)) return this.html.length;
    const at = this.html.indexOf(mark, from);
    if (at >= 0) return at + mark.length;
    this.absent.add(mark);
    return this.html.length;
  }

  /** Position after the `>` that ends a tag; one inside a quoted value does not. */
  private tagEnd(from: number): number {
    const { html } = this;
    let position = from;
    while (position < html.length) {
      const character = html[position];
      position++;
      if (character === '>') return position;
      const isQuote = character === '"' || character === "'";
      if (isQuote && html[position - 2] === '=') position = this.quoteEnd(character, position);
    }
    return html.length;
  }

  private quoteEnd(quote: string, from: number): number {
    if (this.absent.has(quote)) return from;
    const at = this.html.indexOf(quote, from);
    if (at >= 0) return at + 1;
    this.absent.add(quote);
    return from;
  }
}

function nameAt(html: string, from: number): string {
  let end = from;
  while (end - from < nameMax && /^[a-zA-Z0-9]$/.test(html[end] ?? '')) end++;
  const name = html.slice(from, end);
  return /^[a-zA-Z]/.test(name) ? name.toLowerCase() : '';
}
