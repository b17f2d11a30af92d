/** What a scanner reports; positions are in the text that is scanned. */
export interface XmlEvents {
  /** Character data, references not decoded. */
  text(start: number, end: number): void;
  /** Character data that stands for itself. */
  cdata(start: number, end: number): void;
  /** A start tag begins; its attributes follow. */
  startTag(nameStart: number, nameEnd: number): void;
  /** One attribute; without a value both value positions are 0. */
  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void;
  /** The start tag is complete. */
  startTagEnd(isEmpty: boolean): void;
  endTag(nameStart: number, nameEnd: number): void;
}

const cdataOpen = '<![CDATA[';
const cdataClose = ']]>';
const commentOpen = '<!--';
const commentClose = '-->';

/** Ends of items: a section that runs over one was never closed. */
const itemEnd = /<\/(?:\w{1,20}:)?(?:item|entry)\b/i;

/** The answer of a construct whose end lies beyond the text that has arrived. */
const unfinished = -1;

/**
 * Splits an XML document into tags and text. Every fault has a reading: `<` that starts no tag is
 * text, a quote or section that was never closed ends where the markup goes on. Jumps from mark to
 * mark with `indexOf` and never looks at a place twice, so that it is fast and linear.
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  #text = '';
  /** Whether nothing follows the text. */
  #isLast = true;
  /** Where the name of the element opened last stands; -1 when that was in an earlier text. */
  #nameStart = -1;
  #nameEnd = -1;
  #earlierName = '';
  /** Where each mark was found last, so that no stretch is searched twice for the same mark. */
  readonly #found = new Map<string, number>();

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  /** Name of the element opened last, empty before the first: an unclosed section in it ends there. */
  #lastName(): string {
    return this.#nameStart === -1
      ? this.#earlierName
      : this.#text.slice(this.#nameStart, this.#nameEnd);
  }

  /**
   * Reads a text from `start`. Unless it is the last of its document, what it leaves unfinished is
   * not reported: the answer is where that begins, and the next text has to begin there too.
   */
  scan(text: string, start: number, isLast: boolean): number {
    this.#earlierName = this.#lastName();
    this.#nameStart = -1;
    this.#text = text;
    this.#isLast = isLast;
    this.#found.clear();
    let at = start;
    while (at < text.length) {
      const open = text.indexOf('<', at);
      if (open === -1) {
        if (!isLast) return at;
        this.#events.text(at, text.length);
        return text.length;
      }
      if (open > at) this.#events.text(at, open);
      at = this.#markup(open);
      if (at === unfinished) return open;
    }
    return at;
  }

  /** Reads the markup at a `<`; answers where to go on. */
  #markup(open: number): number {
    if (!this.#isLast && open + cdataOpen.length > this.#text.length) return unfinished;
    const code = this.#text.charCodeAt(open + 1);
    if (code === 0x2f) return this.#endTag(open);
    if (code === 0x21) return this.#declaration(open);
    if (code === 0x3f) return this.#instruction(open);
    if (isNameStart(code)) return this.#startTag(open);
    this.#events.text(open, open + 1);
    return open + 1;
  }

  /** As indexOf. `from` never goes back, so that a mark found ahead stays the next one. */
  #find(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.#text.indexOf(mark, from);
    this.#found.set(mark, found);
    return found;
  }

  /** Where to go on when a mark is missing: after all there is, or once more has arrived. */
  get #missing(): number {
    return this.#isLast ? this.#text.length : unfinished;
  }

  #endTag(open: number): number {
    let nameStart = open + 2;
    // `</ item>` is seen.
    while (isBlank(this.#text.charCodeAt(nameStart))) nameStart += 1;
    let nameEnd = nameStart;
    while (isNamePart(this.#text.charCodeAt(nameEnd))) nameEnd += 1;
    const isPlain = this.#text.charCodeAt(nameEnd) === 0x3e;
    const end = isPlain ? nameEnd : this.#find('>', nameEnd);
    if (end === -1 && !this.#isLast) return unfinished;
    if (nameEnd > nameStart) this.#events.endTag(nameStart, nameEnd);
    if (isPlain) return nameEnd + 1;
    if (end === -1) return this.#text.length;
    // `</title<link>`: the bracket was forgotten.
    const next = this.#text.slice(nameEnd, end).indexOf('<');
    return next === -1 ? end + 1 : nameEnd + next;
  }

  #declaration(open: number): number {
    if (this.#text.startsWith(cdataOpen, open)) return this.#cdata(open + cdataOpen.length);
    if (this.#text.startsWith(commentOpen, open)) return this.#comment(open + commentOpen.length);
    const end = this.#find('>', open);
    return end === -1 ? this.#missing : end + 1;
  }

  #instruction(open: number): number {
    const end = this.#find('>', open);
    return end === -1 ? this.#missing : end + 1;
  }

  #cdata(start: number): number {
    const close = this.#find(cdataClose, start);
    if (close === -1 && !this.#isLast) return unfinished;
    const end = this.#unclosedEnd(cdataOpen, start, close);
    if (end === undefined) {
      if (close > start) this.#events.cdata(start, close);
      return close + cdataClose.length;
    }
    this.#events.cdata(start, end);
    return end;
  }

  #comment(start: number): number {
    const close = this.#find(commentClose, start);
    if (close === -1 && !this.#isLast) return unfinished;
    if (this.#unclosedEnd(commentOpen, start, close) === undefined) {
      return close + commentClose.length;
    }
    const end = this.#find('>', start);
    return end === -1 ? this.#text.length : end + 1;
  }

  /**
   * Where an unclosed section ends: before the end tag of the element it is in. Undefined when the
   * section is closed. One that holds the end of an item and the start of its like was not closed:
   * the close that was found is the other's.
   */
  #unclosedEnd(openMark: string, start: number, close: number): number | undefined {
    const next = close === -1 ? -1 : this.#find(openMark, start);
    if (close !== -1 && (next === -1 || next > close)) return undefined;
    const segment = this.#text.slice(start, next === -1 ? this.#text.length : next);
    if (close !== -1 && !itemEnd.test(segment)) return undefined;
    const end = segment.indexOf(`</${this.#lastName()}`);
    return end === -1 ? start + segment.length : start + end;
  }

  #startTag(open: number): number {
    const text = this.#text;
    let at = open + 2;
    while (isNamePart(text.charCodeAt(at))) at += 1;
    const nameEnd = at;
    this.#events.startTag(open + 1, nameEnd);
    for (;;) {
      while (isBlank(text.charCodeAt(at)) || this.#isStraySlash(at)) at += 1;
      // A tag that is cut by the end of the document was never there.
      if (at >= text.length) return this.#missing;
      const end = this.#tagEnd(at);
      if (end !== undefined) {
        this.#nameStart = open + 1;
        this.#nameEnd = nameEnd;
        return end;
      }
      at = this.#attribute(at);
      if (at === unfinished) return unfinished;
    }
  }

  #isStraySlash(at: number): boolean {
    return this.#text.charCodeAt(at) === 0x2f && this.#text.charCodeAt(at + 1) !== 0x3e;
  }

  /** Position after the start tag when it ends here; undefined when an attribute follows. */
  #tagEnd(at: number): number | undefined {
    const code = this.#text.charCodeAt(at);
    if (code === 0x3e || code === 0x2f) {
      this.#events.startTagEnd(code === 0x2f);
      return code === 0x2f ? at + 2 : at + 1;
    }
    if (code === 0x3c) {
      // `<title <link>`: the bracket was forgotten.
      this.#events.startTagEnd(false);
      return at;
    }
    return undefined;
  }

  #attribute(nameStart: number): number {
    const text = this.#text;
    let nameEnd = nameStart + 1;
    while (isAttributeNamePart(text.charCodeAt(nameEnd))) nameEnd += 1;
    let at = nameEnd;
    while (isBlank(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) !== 0x3d) {
      this.#events.attribute(nameStart, nameEnd, 0, 0);
      return nameEnd;
    }
    at += 1;
    while (isBlank(text.charCodeAt(at))) at += 1;
    const quote = text.charAt(at);
    const isQuoted = quote === '"' || quote === "'";
    const valueStart = isQuoted ? at + 1 : at;
    const valueEnd = isQuoted ? this.#quotedEnd(valueStart, quote) : this.#bareEnd(valueStart);
    if (valueEnd === unfinished) return unfinished;
    this.#events.attribute(nameStart, nameEnd, valueStart, valueEnd);
    return text.charAt(valueEnd) === quote && isQuoted ? valueEnd + 1 : valueEnd;
  }

  /** End of a quoted value. One that runs over the end of its tag was never closed. */
  #quotedEnd(start: number, quote: string): number {
    const close = this.#find(quote, start);
    if (close === -1 && !this.#isLast) return unfinished;
    const value = this.#text.slice(start, close === -1 ? this.#text.length : close);
    const markup = value.indexOf('<');
    if (close !== -1 && markup === -1) return close;
    const bracket = value.indexOf('>');
    const isRunaway = bracket !== -1 && (markup === -1 || bracket < markup);
    if (isRunaway) return start + bracket;
    return close === -1 ? start + (markup === -1 ? value.length : markup) : close;
  }

  #bareEnd(start: number): number {
    let end = start;
    while (end < this.#text.length && !isBareEnd(this.#text.charCodeAt(end))) end += 1;
    // `<br class=a/>`: the slash belongs to the tag.
    const isEmptyTag = this.#text.startsWith('/>', end - 1) && end > start;
    return isEmptyTag ? end - 1 : end;
  }
}

/** Letters, `_`, `:` and everything beyond ASCII: `<3` and `<=` start no tag. */
function isNameStart(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f || code === 0x3a || code >= 0x80;
}

function isNamePart(code: number): boolean {
  // Blank, `/`, `<`, `>`; NaN beyond the end of the text.
  return code > 0x20 && code !== 0x2f && code !== 0x3e && code !== 0x3c;
}

function isAttributeNamePart(code: number): boolean {
  return isNamePart(code) && code !== 0x3d;
}

function isBlank(code: number): boolean {
  return code <= 0x20;
}

function isBareEnd(code: number): boolean {
  return code <= 0x20 || code === 0x3e || code === 0x3c;
}
