import type { Item, TextSpan } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { comparable } from '../text/comparable.ts';
import { isLiveTitle } from './live-titles.ts';
import { calendarLabels } from './words/calendar-words.ts';
import { meaningsOf, placeOf } from './words/meanings.ts';
import { numbersOf } from './words/numbers.ts';

/**
 * What a source puts at the edges of its titles: ` - Outlet`, ` | Section | Outlet`, `Outlet: …`.
 * What stands on nearly all titles of a source tells none of them apart, and makes titles of one
 * outlet alike and those of two outlets differ. A section behind such a name is told by its
 * recurring there. The worse mistake is to cut what tells items apart: an edge that names a place, a
 * number or a live page stays, whatever it stands on, since that is what a template is filled with.
 *
 * Known limits: outlets called by a place or a number alone (`Baku`, `Channel 7`) keep their names.
 */

/** Which edge: the last part, the first part, the last but one in front of a known last part. */
export type EdgeKind = 'tail' | 'head' | 'section';

export interface TitleEdge {
  readonly kind: EdgeKind;
  /** Folded, as edges are compared. */
  readonly form: string;
  /** What to cut: the part with the mark that parts it from the rest. */
  readonly span: TextSpan;
  /** The part as it is written. */
  readonly text: string;
}

/** Marks between a headline and a name; a colon or a bar needs no space before it. */
const marks = /\s+[-–—·•»/]\s+|\s*[|｜]\s*|:\s+/g;
/** Folded characters of an edge. */
const edgeMax = 40;

/** The edges that a title could have. */
export function titleEdges(title: string): readonly TitleEdge[] {
  const found = [...title.matchAll(marks)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    isColon: mark.startsWith(':'),
  }));
  const first = found[0];
  // A colon parts a speaker from what is said; behind it no name stands.
  const parts = found.filter(({ isColon }) => !isColon);
  const [last, before] = [parts.at(-1), parts.at(-2)];
  return [
    ...(last === undefined ? [] : edge(title, 'tail', [last.start, title.length], last.end)),
    ...(last === undefined || before === undefined
      ? []
      : edge(title, 'section', [before.start, last.start], before.end)),
    ...(first === undefined ? [] : edge(title, 'head', [0, first.end], 0, first.start)),
  ];
}

function edge(
  title: string,
  kind: EdgeKind,
  span: TextSpan,
  from: number,
  to: number = span[1],
): readonly TitleEdge[] {
  const text = title.slice(from, to);
  const form = comparable(text);
  return form === '' || form.length > edgeMax ? [] : [{ kind, form, span, text }];
}

/** What is left of a title must still be one. */
const restWordsMin = 2;
const restLettersMin = 8;

/** Spans to cut of a title, in order: edges that `isUsual` knows of the source, where they may go. */
export function cutEdges(
  { title, language }: Pick<Item, 'title' | 'language'>,
  isUsual: (edge: TitleEdge) => boolean,
  annotate: (input: MatchInput) => readonly Hit[],
): readonly TextSpan[] {
  const usual = titleEdges(title).filter(
    (one) => isUsual(one) && !tellsApart(one.text, language, annotate),
  );
  const hasTail = usual.some(({ kind }) => kind === 'tail');
  const spans = usual
    .filter(({ kind }) => kind !== 'section' || hasTail)
    .map(({ span }) => span)
    .toSorted((a, b) => a[0] - b[0]);
  const isApart = spans.every(([start], at) => start >= (spans[at - 1]?.[1] ?? 0));
  const rest = comparable(withoutSpans(title, spans));
  const isTitle = rest.length >= restLettersMin && rest.split(' ').length >= restWordsMin;
  return isApart && isTitle ? spans : [];
}

/** A text without some of its parts. */
export function withoutSpans(text: string, spans: readonly TextSpan[]): string {
  let own = '';
  let from = 0;
  for (const [start, end] of spans) {
    own += `${text.slice(from, start)} `;
    from = end;
  }
  return own + text.slice(from);
}

/** A number, a day, a live page's cue, or nothing but words of places, people, acts and things. */
function tellsApart(
  text: string,
  language: string,
  annotate: (input: MatchInput) => readonly Hit[],
): boolean {
  const { values, part } = numbersOf(text, language, 0);
  if (values.size > 0 || part !== undefined || isLiveTitle(text)) return true;
  if (calendarLabels(comparable(text).split(' ')).size > 0) return true;
  const hits = annotate({ title: text, language });
  const rest = withoutSpans(text, merged(hits.map(({ start, end }): TextSpan => [start, end])));
  return comparable(rest)
    .split(' ')
    .every((word) => word === '' || isTelling(word, language));
}

function isTelling(word: string, language: string): boolean {
  if (placeOf(word, language) !== undefined) return true;
  return meaningsOf(word, language).meanings.some(({ kind }) => kind !== 'plain');
}

function merged(spans: readonly TextSpan[]): readonly TextSpan[] {
  const kept: TextSpan[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(start, kept.at(-1)?.[1] ?? 0);
    if (end > from) kept.push([from, end]);
  }
  return kept;
}
