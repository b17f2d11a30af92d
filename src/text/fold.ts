/**
 * The one folding kernel: what two texts are compared by, whatever keyboard wrote them.
 *
 * Folding is lossy on purpose and never guesses a language: every dotted and dotless i becomes `i`,
 * because `İRAN`, `IRAN`, `Iran` and `ıran` are one word to a reader and a wrong merge of two words
 * is caught later by word boundaries. Letters that tell Turkish words apart (ç ğ ö ş ü ə) stay,
 * unless `marks: 'drop'` asks for the ASCII form. A map back to the original UTF-16 offsets is kept
 * for every folded unit, so that a highlight shows exactly what was matched.
 */
import { asciiLatin, azerbaijaniLatin, foldCharacter } from './fold-character.ts';

/** A folded text and where each of its UTF-16 units came from. */
export interface Folded {
  readonly text: string;
  /** Original offset at which the source of folded unit `i` begins. */
  readonly starts: Uint32Array;
  /** Original offset just after the source of folded unit `i`. */
  readonly ends: Uint32Array;
}

export interface FoldOptions {
  /** `drop` also folds ç ğ ö ş ü ə to c g o s u e. Default `keep`. */
  readonly marks?: 'keep' | 'drop';
  /**
   * Whether Cyrillic is Azerbaijani Cyrillic and becomes Latin. Absent: decided by the letters of
   * the text (some of ә ҝ ҹ ј ғ һ, none of й ц щ ъ ь э ю я).
   */
  readonly azerbaijaniCyrillic?: boolean;
}

/** A pair of UTF-16 offsets, end exclusive. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
}

const unknown = 0;
const removed = -1;
const composed = -2;

/** Verdict on each UTF-16 unit, filled as units are met: a folded unit, or one of the marks above. */
const verdicts = new Int32Array(0x10000);
const expansions = new Map<string, string>();
/** Expansions kept; texts of the region use a few dozen, hostile ones could use a million. */
const expansionsMax = 4_096;
/** Units of one character with its marks; a hostile run of marks must not become one huge cluster. */
const clusterMax = 16;
/** `String.fromCharCode` takes its units as arguments; engines cap those near 100,000. */
const unitsPerCall = 8_192;

/**
 * Folds a text: NFKC, lower case, one kind of i, apostrophe, dash, quote, space and digit; no
 * harakat, tatweel, bidi marks, ZWNJ or stress marks; Persian letter forms. Linear in the text.
 * Folding is idempotent. Line ends become `\n`, other white space a space each.
 */
export function fold(text: string, options: FoldOptions = {}): Folded {
  const writer = new Writer(text.length);
  foldInto(writer, text);
  const folded = writer.finish();
  const table = findSubstitutions(folded.text, options);
  return table === undefined ? folded : { ...folded, text: substitute(folded.text, table) };
}

/** Like {@link fold}, when only the text is wanted. */
export function foldText(text: string, options: FoldOptions = {}): string {
  // A word list folds a hundred thousand words: no buffers for each.
  const sink = text.length > shortMax ? new LongText(text.length) : new ShortText();
  foldInto(sink, text);
  const folded = sink.text;
  const table = findSubstitutions(folded, options);
  return table === undefined ? folded : substitute(folded, table);
}

/** The original span of a folded span; throws RangeError when that is empty or out of the text. */
export function originalSpan(folded: Folded, start: number, end: number): OffsetSpan {
  const first = folded.starts[start];
  const last = folded.ends[end - 1];
  if (first === undefined || last === undefined || start >= end) {
    throw new RangeError(`no span ${start}..${end} in a folded text of ${folded.text.length}`);
  }
  return { start: first, end: last };
}

/**
 * Whether a folded text is Azerbaijani in Cyrillic (the alphabet of 1958): it has letters of its
 * own and none of those it dropped. Kazakh and Tatar share some of the former but keep й and я.
 */
export function detectAzerbaijaniCyrillic(folded: string): boolean {
  return /[әҝҹјғһ]/.test(folded) && !/[йцщъьэюя]/.test(folded);
}

function verdictOf(unit: number): number {
  const verdict = verdicts[unit] as number;
  return verdict === unknown ? judge(unit) : verdict;
}

function judge(unit: number): number {
  const out = isSurrogate(unit) ? '' : foldCharacter(String.fromCharCode(unit));
  let verdict = composed;
  if (!isSurrogate(unit) && out === '') verdict = removed;
  else if (out.length === 1) verdict = out.charCodeAt(0);
  verdicts[unit] = verdict;
  return verdict;
}

/** End of the character at `index`: a surrogate pair is one, and takes its combining marks. */
function clusterEnd(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  let end = index + 1;
  if (unit >= 0xd800 && unit <= 0xdbff && end < text.length) {
    const next = text.charCodeAt(end);
    if (next >= 0xdc00 && next <= 0xdfff) end++;
  }
  while (end < text.length && end - index < clusterMax && isCombining(text.charCodeAt(end))) end++;
  return end;
}

function isCombining(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function expand(cluster: string): string {
  const known = expansions.get(cluster);
  if (known !== undefined) return known;
  let out = '';
  for (const character of cluster.normalize('NFC')) out += foldCharacter(character);
  if (expansions.size < expansionsMax) expansions.set(cluster, out);
  return out;
}

function findSubstitutions(
  folded: string,
  options: FoldOptions,
): ReadonlyMap<string, string> | undefined {
  const isAzerbaijani = options.azerbaijaniCyrillic ?? detectAzerbaijaniCyrillic(folded);
  const isAscii = options.marks === 'drop';
  if (!isAzerbaijani) return isAscii ? asciiLatin : undefined;
  if (!isAscii) return azerbaijaniLatin;
  const both = new Map(asciiLatin);
  for (const [from, to] of azerbaijaniLatin) both.set(from, asciiLatin.get(to) ?? to);
  return both;
}

/** Replaces units one for one, so that the offset map stays as it is. */
function substitute(text: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    // No table has a letter of ASCII.
    if (text.charCodeAt(index) < 0x80) continue;
    const unit = table.get(text.charAt(index));
    if (unit === undefined) continue;
    out += text.slice(from, index) + unit;
    from = index + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Where folded units go. */
interface Sink {
  write(unit: number, start: number, end: number): void;
  writeAll(text: string, start: number, end: number): void;
}

function foldInto(sink: Sink, text: string): void {
  for (let index = 0; index < text.length; ) {
    const end = clusterEnd(text, index);
    const verdict = end === index + 1 ? verdictOf(text.charCodeAt(index)) : composed;
    if (verdict > 0) sink.write(verdict, index, end);
    else if (verdict === composed) sink.writeAll(expand(text.slice(index, end)), index, end);
    index = end;
  }
}

/** Text up to so many units is folded by putting strings together. */
const shortMax = 64;

class ShortText implements Sink {
  text = '';

  write(unit: number): void {
    this.text += String.fromCharCode(unit);
  }

  writeAll(text: string): void {
    this.text += text;
  }
}

class LongText implements Sink {
  private units: Uint16Array;
  private length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
  }

  get text(): string {
    return textOf(this.units, this.length);
  }

  write(unit: number): void {
    if (this.length === this.units.length) this.units = grown(this.units);
    this.units[this.length++] = unit;
  }

  writeAll(text: string): void {
    for (let index = 0; index < text.length; index++) this.write(text.charCodeAt(index));
  }
}

function grown(units: Uint16Array): Uint16Array {
  const larger = new Uint16Array(units.length * 2 + 16);
  larger.set(units);
  return larger;
}

function textOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += unitsPerCall) {
    const part = units.subarray(from, Math.min(from + unitsPerCall, length));
    // Not spread: that would walk an iterator, unit by unit.
    text += String.fromCharCode.apply(undefined, part as unknown as number[]);
  }
  return text;
}

/** Growing buffers of folded units and their origins; folding may lengthen a text (`և`, `ﷺ`). */
class Writer implements Sink {
  private units: Uint16Array;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  write(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  writeAll(text: string, start: number, end: number): void {
    for (let index = 0; index < text.length; index++) {
      this.write(text.charCodeAt(index), start, end);
    }
  }

  finish(): Folded {
    return {
      text: textOf(this.units, this.length),
      starts: this.starts.subarray(0, this.length),
      ends: this.ends.subarray(0, this.length),
    };
  }

  private grow(): void {
    const capacity = this.units.length * 2 + 16;
    const { starts, ends } = this;
    this.units = grown(this.units);
    this.starts = new Uint32Array(capacity);
    this.starts.set(starts);
    this.ends = new Uint32Array(capacity);
    this.ends.set(ends);
  }
}
