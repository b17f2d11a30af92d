import type { Item, TextSpan } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { comparable } from '../text/comparable.ts';
import { memo } from '../text/memo.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import { cutEdges, type TitleEdge, titleEdges } from './title-edges.ts';

/**
 * What a source prints under many items: notes about subscriptions, follow-us lines, the paragraph
 * every report of a series ends with; and the names it puts on nearly all titles (`title-edges.ts`).
 * A sentence that stands in three different items of a source's last 200 tells nothing of any of
 * them, in whatever language, so it is cut before texts are compared; it is never cut from what is
 * shown. What is cut of an item is settled when the item is stored, so that no later document changes
 * how it compares: the groups of copies do not depend on the order in which sources are read.
 *
 * Known limits: the first two items that carry a sentence keep it, since nobody can know; a report
 * that one source brings three times under three headlines and three ids loses its text.
 */
export interface Learned {
  /** The items in their order, each with what its source prints under others too. */
  readonly items: readonly Item[];
  /** What is to be remembered of the source; absent when nothing was learnt. */
  readonly memory?: Uint8Array;
}

/** Items of a source that are remembered. */
const itemsMax = 200;
/** Different items that carry a sentence from which it is boilerplate. */
const recurrenceMin = 3;
/** Different titles with one edge, and their share of all that are remembered, from which it is a name. */
const edgeMin = 5;
const edgeShareMin = 0.8;
/** Folded characters of a sentence; shorter ones are `Photo: X` and single words. */
const sentenceMin = 12;
/**
 * Sentences remembered of one item, from the beginning and from the end: with the edges of titles
 * 14 KB a source at most.
 */
const sentencesPerEnd = 6;
/** Characters of a summary that are compared later; what stands behind them is never looked at. */
const textMax = 1_500;

/** One item as it is remembered: hashes of 32 bits. */
interface Remembered {
  readonly id: number;
  readonly title: number;
  /** Of sentences, and of the edges of the title. */
  readonly sentences: readonly number[];
}

/** Learns from the items of one document, newest first as documents are, and cuts with what is known then. */
export function learnBoilerplate(
  items: readonly Item[],
  memory: Uint8Array | undefined,
  annotate: (input: MatchInput) => readonly Hit[],
): Learned {
  const known = memory === undefined ? [] : unpack(memory);
  const ids = new Set(known.map(({ id }) => id));
  const titles = new Set(known.map(({ title }) => title));
  const added: Remembered[] = [];
  // A document longer than the memory would push its own items out, and learn them again next time.
  for (const item of items.slice(0, itemsMax).toReversed()) {
    const next = namesOf(item);
    // An item again, or one under a new id: it is no further witness.
    if (ids.has(next.id) || titles.has(next.title)) continue;
    ids.add(next.id);
    titles.add(next.title);
    const edges = titleEdges(item.title).map(edgeHash);
    added.push({ ...next, sentences: [...endsOf(sentencesOf(item.summary)), ...edges] });
  }
  const all = [...known, ...added].slice(-itemsMax);
  const counts = countsIn(all);
  const isUsual = (edge: TitleEdge): boolean => {
    const count = counts.get(edgeHash(edge)) ?? 0;
    const share = edge.kind === 'section' ? 0 : edgeShareMin;
    return count >= edgeMin && count >= all.length * share;
  };
  // Most sources repeat nothing, and most items are read at every poll.
  const isAnyRecurrent = [...counts.values()].some((count) => count >= recurrenceMin);
  const cut = items.map((item) => {
    if (!isAnyRecurrent) return item;
    const edges = cutEdges(item, isUsual, annotate);
    return withSpans(edges.length === 0 ? item : { ...item, titleEdges: edges }, counts);
  });
  return added.length === 0 ? { items: cut } : { items: cut, memory: pack(all) };
}

function withSpans(item: Item, counts: ReadonlyMap<number, number>): Item {
  const spans = sentencesOf(item.summary).flatMap(({ start, end, hash }): TextSpan[] =>
    (counts.get(hash) ?? 0) >= recurrenceMin ? [[start, end]] : [],
  );
  return spans.length === 0 ? item : { ...item, boilerplate: spans };
}

/** In how many items each stands. */
function countsIn(items: readonly Remembered[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { sentences } of items) {
    for (const [place, hash] of sentences.entries()) {
      // Once an item, however often it says it.
      if (sentences.indexOf(hash) < place) continue;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  return counts;
}

function namesOf(item: Item): Pick<Remembered, 'id' | 'title'> {
  const title = comparable(item.title) || (item.keys[0]?.hash ?? '');
  return { id: hashOf(item.keys[0]?.hash ?? title), title: hashOf(title) };
}

function endsOf(sentences: readonly { readonly hash: number }[]): readonly number[] {
  const hashes = sentences.map(({ hash }) => hash);
  if (hashes.length <= 2 * sentencesPerEnd) return hashes;
  return [...hashes.slice(0, sentencesPerEnd), ...hashes.slice(-sentencesPerEnd)];
}

function sentencesOf(text: string): readonly (Sentence & { readonly hash: number })[] {
  return splitSentences(text.slice(0, textMax)).flatMap((sentence) => {
    const hash = sentenceHash(text.slice(sentence.start, sentence.end));
    return hash === tooShort ? [] : [{ ...sentence, hash }];
  });
}

/** Of a domain of its own: a sentence that reads as an edge does is no edge. */
function edgeHash({ kind, form }: TitleEdge): number {
  return hashOf(`${kind}\n${form}`);
}

const tooShort = -1;

/** Remembered, since an item is read at every poll that still carries it. */
const sentenceHash = memo(
  (text) => {
    const form = comparable(text);
    return form.length < sentenceMin ? tooShort : hashOf(form);
  },
  4_000,
  512,
);

/** FNV-1a, then murmur's finish. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Numbers of 32 bits, lowest byte first: id, title, how many sentences, the sentences. */
function pack(items: readonly Remembered[]): Uint8Array {
  const numbers = items.flatMap(({ id, title, sentences }) => [
    id,
    title,
    sentences.length,
    ...sentences,
  ]);
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true);
  return bytes;
}

function unpack(bytes: Uint8Array): readonly Remembered[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) numbers.push(view.getUint32(at, true));
  const items: Remembered[] = [];
  for (let at = 0; at + 3 <= numbers.length; ) {
    const [id = 0, title = 0, count = 0] = numbers.slice(at, at + 3);
    items.push({ id, title, sentences: numbers.slice(at + 3, at + 3 + count) });
    at += 3 + count;
  }
  return items;
}
