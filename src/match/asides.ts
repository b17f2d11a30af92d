import type { ConceptId } from '../domain/ids.ts';
import type { Found, Reading, Unit } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shipped concepts whose words open a part of the text that is about something else. */
const keywordLine: ConceptId = 'keyword-line';
const readAlso: ConceptId = 'read-also';
const byline: ConceptId = 'byline';
const credit: ConceptId = 'credit';

/** Parts of an item that prove nothing: tag lines, read-also links, bylines, datelines. */
export interface Asides {
  /** The words that opened an aside in which something stood. */
  readonly cues: readonly Found[];
  holds(hit: Found): boolean;
}

interface Aside {
  readonly cue?: Found;
  readonly start: number;
  readonly end: number;
}

/** Words of a cue's own unit that may stand before it: a bullet, a bracket, an arrow. */
const wordsBeforeCue = 1;
/** A unit this short is a heading, so that the aside is what follows it. */
const headingWordsMax = 4;
/** Characters in which a dateline ends. */
const datelineMax = 60;

/**
 * Finds the asides of an item. A tag line lasts to the end of its field, a read-also line or a
 * byline to the end of its unit (a mere heading takes the next unit too).
 */
export function findAsides(
  reading: Reading,
  sorted: readonly Found[],
  vocabulary: Vocabulary,
): Asides {
  const byUnit = new Map<Unit, Aside>();
  for (const cue of sorted) markCue(reading, cue, vocabulary, byUnit);
  for (const unit of reading.units) markDateline(reading, unit, byUnit);
  markCredits(reading, byUnit);
  markSignatures(reading, byUnit);
  for (const cue of sorted) markCreditLine(reading, cue, vocabulary, byUnit);
  if (byUnit.size === 0) return { cues: [], holds: () => false };
  const cues = new Set<Found>();
  return {
    cues: [...byUnit.values()]
      .flatMap(({ cue }) => (cue === undefined ? [] : [cue]))
      .filter(isFirst(cues)),
    holds: (hit) => {
      const aside = byUnit.get(hit.unit);
      return aside !== undefined && hit.start >= aside.start && hit.end <= aside.end;
    },
  };
}

function isFirst(seen: Set<Found>): (cue: Found) => boolean {
  return (cue) => !seen.has(cue) && seen.add(cue).has(cue);
}

function markCue(
  reading: Reading,
  cue: Found,
  vocabulary: Vocabulary,
  byUnit: Map<Unit, Aside>,
): void {
  const owners = vocabulary.ownersOf(cue.term.concept);
  const isTags = owners.has(keywordLine);
  if (!isTags && !owners.has(readAlso) && !owners.has(byline)) return;
  if (
    cue.term.role !== 'strong' ||
    byUnit.has(cue.unit) ||
    !opensAside(reading, cue, owners.has(byline))
  )
    return;
  const { unit } = cue;
  byUnit.set(unit, { cue, start: cue.start, end: unit.end });
  const isHeading = unit.words <= headingWordsMax && unit.end - cue.end <= 2;
  const last = isTags ? Number.POSITIVE_INFINITY : unit.index + (isHeading ? 1 : 0);
  for (let index = unit.index + 1; index < reading.units.length && index <= last; index++) {
    const next = reading.units[index] as Unit;
    if (next.field !== unit.field) break;
    byUnit.set(next, { cue, start: next.start, end: next.end });
  }
}

/**
 * A cue opens an aside before a colon, as a heading of its own, or, when it is too long to be
 * chance, at the beginning of its unit. A byline always needs the colon: `Haber` is also news.
 */
function opensAside(reading: Reading, cue: Found, isByline: boolean): boolean {
  const { unit, item } = { unit: cue.unit, item: reading.item };
  if (cue.field === 'categories') return false;
  const text = item[cue.field] ?? '';
  if (/^\s?[:：՝]/.test(text.slice(cue.end, cue.end + 2))) return true;
  const before = text.slice(unit.start, cue.start).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (isByline || cue.field === 'title' || before > wordsBeforeCue) return false;
  return cue.wordTo - cue.wordFrom > 1 || unit.words <= headingWordsMax;
}

/** Characters of a credit at the end of a text. */
const creditMax = 80;

/** Where the bracket begins that ends a text after its last full stop. */
function creditStart(text: string): number | undefined {
  const start = text.lastIndexOf('(');
  if (!text.endsWith(')') || start < 1 || text.length - start > creditMax) return undefined;
  return /[.!?…։:؟»”"]\s*$/.test(text.slice(0, start)) ? start : undefined;
}

/** Words of a signature; a longer run of names is a list of participants. */
const signatureWordsMax = 8;

/**
 * `By Rena Guliyeva, Caspian Ledger, Baku.` before a report, `Эльдар Касумов, Баку, «Вестник».`
 * after it: names, an outlet and a town between commas, without a verb.
 */
function markSignatures(reading: Reading, byUnit: Map<Unit, Aside>): void {
  for (const unit of reading.units) {
    if (unit.field !== 'summary' && unit.field !== 'content') continue;
    const isLast = reading.units[unit.index + 1]?.field !== unit.field;
    if (byUnit.has(unit) || (unit.order !== 0 && !isLast)) continue;
    const text = (reading.item[unit.field] ?? '').slice(unit.start, unit.end);
    if (isSignature(text, unit.words)) byUnit.set(unit, { start: unit.start, end: unit.end });
  }
}

/**
 * `Prepared by our colleague in Baku.`: a short sentence at either end of a text in which somebody
 * wrote it. It needs the words for that, so scripts without capitals have it too.
 */
function markCreditLine(
  reading: Reading,
  cue: Found,
  vocabulary: Vocabulary,
  byUnit: Map<Unit, Aside>,
): void {
  const { unit } = cue;
  if (cue.field !== 'summary' && cue.field !== 'content') return;
  if (unit.words > signatureWordsMax || byUnit.has(unit)) return;
  const isLast = reading.units[unit.index + 1]?.field !== unit.field;
  // A summary of one sentence tells what happened.
  const isEnd = isLast ? unit.order > 0 : unit.order === 0;
  if (!isEnd || !vocabulary.ownersOf(cue.term.concept).has(credit)) return;
  byUnit.set(unit, { cue, start: unit.start, end: unit.end });
}

function isSignature(text: string, words: number): boolean {
  if (words > signatureWordsMax || words < 2) return false;
  if (/^By \p{Lu}/u.test(text)) return true;
  if (!/[,،—–|/]/.test(text) || /[?!:]/.test(text) || /\d/.test(text)) return false;
  // Only scripts with capitals tell a name from a verb.
  const all = text.replace(/[«“„"][^»”“"]*[»”“"]/g, ' ').match(/\p{L}+/gu) ?? [];
  return all.length > 0 && all.every((word) => /^\p{Lu}/u.test(word));
}

/** `… ended. (News desk / Baku office)`: a bracket after the last full stop names who wrote it. */
function markCredits(reading: Reading, byUnit: Map<Unit, Aside>): void {
  for (const field of ['summary', 'content'] as const) {
    const start = creditStart(reading.item[field]?.trimEnd() ?? '');
    if (start === undefined) continue;
    for (const unit of reading.units) {
      if (unit.field !== field || unit.end <= start || byUnit.has(unit)) continue;
      byUnit.set(unit, { start: Math.max(unit.start, start), end: unit.end });
    }
  }
}

/**
 * `BAKÜ (AA) –`, `Баку, 7 февраля, Агентство —`, `TEHRAN, Feb. 7 (X) -`: where a report was written
 * says nothing about what it tells.
 */
function markDateline(reading: Reading, unit: Unit, byUnit: Map<Unit, Aside>): void {
  if (unit.order !== 0 || unit.field === 'title' || unit.field === 'categories') return;
  if (byUnit.has(unit)) return;
  const head = (reading.item[unit.field] ?? '').slice(unit.start, unit.start + datelineMax);
  const dash = /\s?[-–—]{1,2}\s/.exec(head);
  if (dash === null) return;
  const line = head.slice(0, dash.index);
  const isDateline =
    (/[(,]/.test(line) && /[\d)]|\p{Lu}{2}/u.test(line)) || /^[\p{Lu}\s,.]{3,}$/u.test(line);
  if (!isDateline || /[.!?:]\s/.test(line)) return;
  byUnit.set(unit, { start: unit.start, end: unit.start + dash.index });
}
