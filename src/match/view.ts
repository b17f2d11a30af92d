import type { ConceptId } from '../domain/ids.ts';
import type { ItemField } from '../domain/topic.ts';
import { findAsides } from './asides.ts';
import type { LinearPattern } from './pattern.ts';
import { findPattern } from './pattern-finds.ts';
import { type Found, isInside, type Reading, type Unit } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is left of a reading once masks, asides and words inside longer words are taken out. */
export interface View {
  readonly reading: Reading;
  readonly vocabulary: Vocabulary;
  /** In order of field and place; weak ones included. */
  readonly hits: readonly Found[];
  /** Spans that hid something: masks of concepts, and the cues of asides. */
  readonly masked: readonly Found[];
  /** Words that masks and asides hid: they count for nothing, but say why an item was passed over. */
  readonly hidden: readonly Found[];
  /** Hits by concept; a hit is listed under its own concept and under all that include that. */
  readonly byConcept: ReadonlyMap<ConceptId, readonly Found[]>;
  /** Finds of a pattern outside asides, looked for when first asked for. */
  findPattern(pattern: LinearPattern, label: string): readonly Found[];
}

/** Applies masks, asides and the longest-word rule to a reading. */
export function viewOf(reading: Reading, vocabulary: Vocabulary): View {
  const sorted = [...reading.found].sort(byPlace);
  const asides = findAsides(reading, sorted, vocabulary);
  const open = sorted.filter((one) => !asides.holds(one));
  const aside = sorted.filter((one) => asides.holds(one) && !asides.cues.includes(one));
  const masks = open.filter(({ term }) => term.role === 'mask');
  const words = open.filter(({ term }) => term.role !== 'mask');
  const { kept, used, hidden } = applyMasks(words, masks, vocabulary);
  const hits = keepLongest(kept);
  const byConcept = new Map<ConceptId, Found[]>();
  for (const hit of hits) {
    for (const owner of vocabulary.ownersOf(hit.term.concept)) {
      const list = byConcept.get(owner);
      if (list === undefined) byConcept.set(owner, [hit]);
      else list.push(hit);
    }
  }
  const masked = [...used, ...asides.cues].sort(byPlace);
  const patterns = new Map<string, readonly Found[]>();
  const ask = (pattern: LinearPattern, label: string): readonly Found[] => {
    const known = patterns.get(label);
    if (known !== undefined) return known;
    const found = findPattern(pattern, label, reading).filter((one) => !asides.holds(one));
    patterns.set(label, found);
    return found;
  };
  return {
    reading,
    vocabulary,
    hits,
    masked,
    hidden: [...hidden, ...aside],
    byConcept,
    findPattern: ask,
  };
}

const fieldOrder: Readonly<Record<ItemField, number>> = {
  title: 0,
  summary: 1,
  content: 2,
  categories: 3,
};

/** By field, then place, the longer first. */
function byPlace(left: Found, right: Found): number {
  return (
    fieldOrder[left.field] - fieldOrder[right.field] ||
    left.wordFrom - right.wordFrom ||
    right.wordTo - left.wordTo ||
    right.weight - left.weight
  );
}

/** Hides words inside a mask of their concept, or of one that includes theirs. */
function applyMasks(
  words: readonly Found[],
  masks: readonly Found[],
  vocabulary: Vocabulary,
): { kept: readonly Found[]; used: readonly Found[]; hidden: readonly Found[] } {
  if (masks.length === 0) return { kept: words, used: [], hidden: [] };
  const hidden: Found[] = [];
  const used = new Set<Found>();
  let next = 0;
  let active: Found[] = [];
  const kept = words.filter((word) => {
    while (next < masks.length && byPlace(masks[next] as Found, word) <= 0) {
      active.push(masks[next++] as Found);
    }
    active = active.filter((mask) => mask.field === word.field && mask.wordTo > word.wordFrom);
    const mask = active.find(
      (one) => isInside(word, one) && vocabulary.closureOf(one.term.concept).has(word.term.concept),
    );
    if (mask === undefined) return true;
    used.add(mask);
    hidden.push(word);
    return false;
  });
  return { kept, used: [...used], hidden };
}

/** Of finds of one concept inside each other keeps the longest; of equal ones the weightiest. */
function keepLongest(words: readonly Found[]): readonly Found[] {
  const last = new Map<ConceptId, Found>();
  return words.filter((word) => {
    const before = last.get(word.term.concept);
    if (before !== undefined && isInside(word, before)) return false;
    last.set(word.term.concept, word);
    return true;
  });
}

/** Whether a weak find has a word of its concept's context beside it. */
export function hasContext(view: View, hit: Found): boolean {
  const context = view.vocabulary.find(hit.term.concept)?.context ?? [];
  return context.some((id) =>
    (view.byConcept.get(id) ?? []).some(
      (other) => isSameUnit(other.unit, hit.unit) && !isInside(other, hit) && !isInside(hit, other),
    ),
  );
}

/** Whether two units are one sentence, or the title and the lead. */
export function isSameUnit(left: Unit, right: Unit): boolean {
  return left.index === right.index || (isOpening(left) && isOpening(right));
}

/** The title and the first sentence of the summary are read in one breath. */
export function isOpening({ field, order }: Unit): boolean {
  return field === 'title' || (field === 'summary' && order === 0);
}
