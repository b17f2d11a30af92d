import type { MatchInput } from '../domain/match.ts';
import type { ItemField } from '../domain/topic.ts';
import { type Folded, fold, originalSpan } from '../text/fold.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitWords, type Word } from '../text/words.ts';
import type { Lexicon, LexiconTerm, PartMatch, Pattern } from './lexicon.ts';

/** A sentence of a field, or a part of a list. */
export interface Unit {
  readonly index: number;
  readonly field: ItemField;
  /** Place among the units of its field; 0 is the title's or the summary's first. */
  readonly order: number;
  /** UTF-16 offsets in the field. */
  readonly start: number;
  readonly end: number;
  /** What stood before it. */
  readonly after: 'stop' | 'list';
  readonly words: number;
}

/** A term found in an item. */
export interface Found {
  readonly term: LexiconTerm;
  readonly unit: Unit;
  readonly field: ItemField;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** Word numbers in the field, end exclusive. */
  readonly wordFrom: number;
  readonly wordTo: number;
  readonly weight: number;
}

/** An item as the matcher sees it. */
export interface Reading {
  readonly item: MatchInput;
  readonly units: readonly Unit[];
  /** Everything found, in order of field and place, masks included. */
  readonly found: readonly Found[];
  /** Unit and words of a span of a field; undefined when it touches no word. */
  locate(
    field: ItemField,
    start: number,
    end: number,
  ): Pick<Found, 'unit' | 'wordFrom' | 'wordTo'> | undefined;
}

/** A term spelt without the marks of its letters is a little less sure. */
const asciiWeight = 0.8;

/** Longest run of spaces and marks inside a phrase. */
const gapMax = 4;
/** Finds kept of one item; a news text has under a hundred, only a hostile one has more. */
const foundMax = 1_000;

export const fields: readonly ItemField[] = ['title', 'summary', 'content', 'categories'];

/** The text of a field; categories are one text, joined by line ends. */
export function textOfField(item: MatchInput, field: ItemField): string {
  if (field === 'categories') return item.categories?.join('\n') ?? '';
  return item[field] ?? '';
}

/** Reads an item once for all topics. Linear in its text, whatever the size of the lexicon. */
export function readItem(item: MatchInput, lexicon: Lexicon): Reading {
  const units: Unit[] = [];
  const found: Found[] = [];
  const texts = fields.map((field) => textOfField(item, field));
  // ASCII spellings are looked for only where nobody typed the letters they lack.
  const isAsciiText = !/[şŞçÇğĞəƏıİöÖüÜ]/.test(texts.join(' '));
  const readers = new Map<ItemField, FieldReader>();
  fields.forEach((field, index) => {
    const text = texts[index] ?? '';
    if (text === '') return;
    const reader = new FieldReader(field, text, lexicon, isAsciiText);
    readers.set(field, reader);
    reader.read(units, found);
  });
  return {
    item,
    units,
    found,
    locate: (field, start, end) => readers.get(field)?.locate(start, end),
  };
}

class FieldReader {
  private readonly field: ItemField;
  private readonly text: string;
  private readonly lexicon: Lexicon;
  private readonly isAsciiText: boolean;
  private readonly folded: Folded;
  private readonly words: readonly Word[];
  private readonly parts: (readonly PartMatch[])[] = [];
  private unitOfWord: Unit[] = [];

  constructor(field: ItemField, text: string, lexicon: Lexicon, isAsciiText: boolean) {
    this.field = field;
    this.text = text;
    this.lexicon = lexicon;
    this.isAsciiText = isAsciiText;
    this.folded = fold(text);
    this.words = splitWords(this.folded.text);
  }

  read(units: Unit[], found: Found[]): void {
    this.cutUnits(units);
    for (const word of this.words) this.parts.push(this.partsOf(word));
    this.parts.forEach((parts, index) => {
      for (const { part } of parts) {
        for (const pattern of this.lexicon.patternsAt(part)) this.try(pattern, index, found);
      }
    });
  }

  /** Cuts the text into units and notes the unit of each word. */
  private cutUnits(units: Unit[]): void {
    let word = 0;
    splitSentences(this.text).forEach(({ start, end, after }, order) => {
      const first = word;
      while (word < this.words.length && this.originOf(word) < end) word++;
      const unit: Unit = {
        index: units.length,
        field: this.field,
        order,
        start,
        end,
        after,
        words: word - first,
      };
      units.push(unit);
      for (let index = first; index < word; index++) this.unitOfWord.push(unit);
    });
  }

  locate(start: number, end: number): Pick<Found, 'unit' | 'wordFrom' | 'wordTo'> | undefined {
    // The first word that ends after the start; words stand in order.
    let from = 0;
    for (let beyond = this.words.length; from < beyond; ) {
      const middle = (from + beyond) >>> 1;
      const last = (this.words[middle]?.end ?? 0) - 1;
      if ((this.folded.ends[last] ?? 0) > start) beyond = middle;
      else from = middle + 1;
    }
    let to = from;
    while (to < this.words.length && this.originOf(to) < end) to++;
    const unit = this.unitOfWord[from];
    return to === from || unit === undefined ? undefined : { unit, wordFrom: from, wordTo: to };
  }

  private originOf(word: number): number {
    return this.folded.starts[this.words[word]?.start ?? 0] ?? 0;
  }

  /** What stands before an apostrophe counts as the word; so does the word without it. */
  private partsOf({ start, end, baseEnd }: Word): readonly PartMatch[] {
    const { text } = this.folded;
    const base = this.lexicon.partsOf(text, start, baseEnd, this.isAsciiText);
    if (baseEnd === end) return base;
    const joined = text.slice(start, end).replaceAll("'", '');
    const whole = this.lexicon.partsOf(joined, 0, joined.length, this.isAsciiText);
    return [...base, ...whole.filter(({ part }) => !base.some((one) => one.part === part))];
  }

  private try(pattern: Pattern, index: number, found: Found[]): void {
    const near = pattern.term.near > 0 && pattern.parts.length > 1;
    const range = near ? this.nearby(pattern, index) : this.adjacent(pattern, index);
    if (range !== undefined) this.push(pattern, range[0], range[1], found);
  }

  private adjacent(pattern: Pattern, index: number): readonly [number, number] | undefined {
    const from = index - pattern.anchor;
    const to = from + pattern.parts.length;
    if (from < 0 || to > this.words.length) return undefined;
    for (let place = from; place < to; place++) {
      if (!this.has(place, pattern.parts[place - from] as number)) return undefined;
      if (place > from && !this.areJoined(place - 1, place)) return undefined;
    }
    return [from, to];
  }

  /** The tightest window around the anchor that holds every part, in one unit. */
  private nearby(pattern: Pattern, index: number): readonly [number, number] | undefined {
    const span = pattern.parts.length - 1 + pattern.term.near;
    let from = index;
    let to = index + 1;
    for (const part of pattern.parts) {
      const place = this.nearest(part, index, span);
      if (place === undefined) return undefined;
      from = Math.min(from, place);
      to = Math.max(to, place + 1);
    }
    return to - from - 1 <= span ? [from, to] : undefined;
  }

  private nearest(part: number, index: number, span: number): number | undefined {
    for (let step = 0; step <= span; step++) {
      for (const place of [index - step, index + step]) {
        if (this.unitOfWord[place] === this.unitOfWord[index] && this.has(place, part))
          return place;
      }
    }
    return undefined;
  }

  private has(place: number, part: number): boolean {
    return this.parts[place]?.some((one) => one.part === part) ?? false;
  }

  /** Whether nothing but space, a hyphen or quotes stands between two words of one unit. */
  private areJoined(left: number, right: number): boolean {
    if (this.unitOfWord[left] !== this.unitOfWord[right]) return false;
    const from = this.words[left]?.end ?? 0;
    const to = this.words[right]?.start ?? 0;
    if (to - from === 1) {
      const unit = this.folded.text.charCodeAt(from);
      return unit === 0x20 || unit === 0x2d || unit === 0x2e;
    }
    return to - from <= gapMax && /^[ .\-"]*$/.test(this.folded.text.slice(from, to));
  }

  private push({ term, parts }: Pattern, from: number, to: number, found: Found[]): void {
    const first = this.words[from];
    const last = this.words[to - 1];
    const unit = this.unitOfWord[from];
    if (first === undefined || last === undefined || unit === undefined) return;
    if (found.length >= foundMax) return;
    const { start, end } = originalSpan(this.folded, first.start, last.end);
    const surface = this.text.slice(start, end);
    if (term.caseSensitive && !hasSameCase(surface, term.term)) return;
    const isAscii = parts.some((part) =>
      this.parts.slice(from, to).some((all) => all.some((one) => one.part === part && one.isAscii)),
    );
    const weight = term.weight * (isAscii ? asciiWeight : 1);
    const { field } = this;
    found.push({ term, unit, field, start, end, surface, wordFrom: from, wordTo: to, weight });
  }
}

/** Whether a surface begins with the letters of a term as it writes them, proclitics aside. */
function hasSameCase(surface: string, term: string): boolean {
  return surface.normalize('NFKC').startsWith(term.normalize('NFKC'));
}

/** Whether two finds are of one concept and the first lies inside the second. */
export function isInside(inner: Found, outer: Found): boolean {
  return (
    inner.field === outer.field && inner.wordFrom >= outer.wordFrom && inner.wordTo <= outer.wordTo
  );
}
