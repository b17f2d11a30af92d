/*
 * A strict reader of the XML that Araz writes: one root, no document type, no processing
 * instruction but the declaration. It is written here because the library in the house (`sax`,
 * under `xml-js`) passes what breaks readers: control characters, HTML entities, an unclosed root,
 * a `<` in an attribute, an attribute given twice, a prefix that nothing declares.
 * Linear in the length of the document.
 */

const name = '[\\p{L}_][\\p{L}\\p{N}._-]*';
const qualifiedName = `${name}(?::${name})?`;
const startTag = new RegExp(
  `<(${qualifiedName})((?:\\s+${qualifiedName}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  'uy',
);
const endTag = new RegExp(`</(${qualifiedName})\\s*>`, 'uy');
const attributePattern = new RegExp(`(${qualifiedName})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu');
const declaration = /<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="(?:yes|no)")?\?>/iy;

/** What XML 1.0 §2.2 does not call a character. */
const notCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** An ampersand that opens none of the five entities and no character reference. */
const badReference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const characterReference = /&#(?:(\d+)|x([\da-fA-F]+));/g;

interface OpenElement {
  readonly name: string;
  readonly prefixes: ReadonlySet<string>;
}

/** The first fault of a document, with its line, or undefined when it is well-formed. */
export function findXmlFault(xml: string): string | undefined {
  const wrong = notCharacter.exec(xml);
  if (wrong) return at(xml, wrong.index, 'a character that XML does not allow');
  return new FaultFinder(xml).find();
}

class FaultFinder {
  private readonly open: OpenElement[] = [];
  private roots = 0;
  private readonly xml: string;

  constructor(xml: string) {
    this.xml = xml;
  }

  find(): string | undefined {
    declaration.lastIndex = 0;
    let position = declaration.test(this.xml) ? declaration.lastIndex : 0;
    while (position < this.xml.length) {
      const step = this.xml[position] === '<' ? this.markup(position) : this.text(position);
      if (typeof step === 'string') return at(this.xml, position, step);
      position = step;
    }
    const unclosed = this.open.at(-1);
    if (unclosed) return at(this.xml, position, `<${unclosed.name}> is not closed`);
    return this.roots === 1 ? undefined : 'there is no root element';
  }

  /** Position after the text that starts here, or its fault. */
  private text(start: number): number | string {
    const next = this.xml.indexOf('<', start);
    const end = next < 0 ? this.xml.length : next;
    const text = this.xml.slice(start, end);
    if (this.open.length === 0 && text.trim() !== '') return 'text outside the root element';
    if (text.includes(']]>')) return ']]> in text';
    return referenceFault(text) ?? end;
  }

  /** Position after the markup that starts here, or its fault. */
  private markup(start: number): number | string {
    if (this.xml.startsWith('<![CDATA[', start)) {
      if (this.open.length === 0) return 'CDATA outside the root element';
      return this.after(']]>', start + 9, 'CDATA is not closed');
    }
    if (this.xml.startsWith('<!--', start)) {
      const end = this.xml.indexOf('--', start + 4);
      return end >= 0 && this.xml[end + 2] === '>' ? end + 3 : 'a comment is not closed';
    }
    return this.xml[start + 1] === '/' ? this.end(start) : this.start(start);
  }

  private after(mark: string, from: number, fault: string): number | string {
    const found = this.xml.indexOf(mark, from);
    return found < 0 ? fault : found + mark.length;
  }

  private start(start: number): number | string {
    startTag.lastIndex = start;
    const [, elementName = '', attributes = '', slash] = startTag.exec(this.xml) ?? [];
    if (elementName === '') return 'a < that starts no tag';
    const end = startTag.lastIndex;
    if (this.open.length === 0 && ++this.roots > 1) return `a second root <${elementName}>`;
    const given = readAttributes(attributes);
    if (typeof given === 'string') return `${given} in <${elementName}>`;
    const prefixes = new Set([...(this.open.at(-1)?.prefixes ?? ['xml']), ...declaredIn(given)]);
    const unbound = [elementName, ...given].find((qualified) => !isBound(qualified, prefixes));
    if (unbound !== undefined) return `the prefix of ${unbound} is not declared`;
    if (slash === '') this.open.push({ name: elementName, prefixes });
    return end;
  }

  private end(start: number): number | string {
    endTag.lastIndex = start;
    const elementName = endTag.exec(this.xml)?.[1];
    const opened = this.open.pop();
    if (elementName === undefined) return 'an end tag that is none';
    if (opened?.name !== elementName) return `</${elementName}> closes <${opened?.name ?? ''}>`;
    return endTag.lastIndex;
  }
}

/** Names of the attributes, or the fault of one. */
function readAttributes(text: string): readonly string[] | string {
  const names: string[] = [];
  for (const [, attributeName = '', double, single] of text.matchAll(attributePattern)) {
    if (names.includes(attributeName)) return `${attributeName} is given twice`;
    const fault = referenceFault(double ?? single ?? '');
    if (fault) return `${fault} in ${attributeName}`;
    names.push(attributeName);
  }
  return names;
}

function declaredIn(attributes: readonly string[]): readonly string[] {
  return attributes.filter((given) => given.startsWith('xmlns:')).map((given) => given.slice(6));
}

function isBound(qualified: string, prefixes: ReadonlySet<string>): boolean {
  const [prefix, local] = qualified.split(':');
  return local === undefined || prefix === 'xmlns' || prefixes.has(prefix ?? '');
}

function referenceFault(text: string): string | undefined {
  if (badReference.test(text)) return 'an & that starts no reference';
  for (const [reference, decimal, hexadecimal = ''] of text.matchAll(characterReference)) {
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (code > 0x10ffff || notCharacter.test(String.fromCodePoint(code))) {
      return `${reference} stands for no character`;
    }
  }
  return undefined;
}

function at(xml: string, position: number, fault: string): string {
  return `line ${xml.slice(0, position).split('\n').length}: ${fault}`;
}
