import type { Child } from 'hono/jsx';
import type { ConceptId, TopicId } from '../../domain/ids.ts';
import type { StoredItem } from '../../domain/item.ts';
import type { Evidence, Match, Span } from '../../domain/match.ts';
import { checkReporters, type ReporterCheck, reportersOf } from '../../domain/reported-by.ts';
import { directionOfText } from '../../text/direction.ts';
import { toPlainText } from '../../text/plain.ts';
import { topicTitle } from '../build-publication.ts';
import { fillWords } from '../fill-words.tsx';
import { listWords } from '../list-words.tsx';
import { type MarkedSpan, markExcerpt, type TextPiece } from '../mark-text.ts';
import { numberWords } from '../page-dates.tsx';
import { outletName, permissionOf, type ReceiptView } from './view.tsx';
import { type ReceiptWords, receiptWords } from './words.ts';

/** Items whose evidence is shown of one topic. */
const matchesMax = 12;
/** Characters shown around the words found: of a summary, and of a full text where it may be printed. */
const extractCharactersMax = 300;
const surfacesMax = 5;
/** Colours of concepts in the stylesheet; the number beside each word tells them apart without. */
const colours = 6;

interface EvidenceProps extends ReceiptView {
  readonly topicId: TopicId;
}

/** Why the story is in a topic: the words that were found when the reports came, where they stand. */
export function EvidenceOfTopic({ topicId, ...view }: EvidenceProps) {
  const { record, topics, language, site } = view;
  const topic = topics.find(({ id }) => id === topicId);
  const title = topic === undefined ? topicId : topicTitle(topic, language, site.language);
  const matches = record.matches.filter((match) => match.topicId === topicId).slice(0, matchesMax);
  const [first, ...others] = matches;
  const numbers = numberConcepts(matches);
  const headingId = `why-${topicId}`;
  const words = receiptWords(language);
  const asked = checkReporters(topic?.reportedBy, reportersOf(record.items, view.sources));
  const isIn = asked.every(({ isEnough }) => isEnough);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>
        {fillWords(isIn ? words.whyIn : words.whyMatches, { topic: <bdi>{title}</bdi> })}
      </h2>
      {asked.map((check) => (
        <ReportersAsked check={check} language={language} />
      ))}
      {first === undefined ? null : <MatchCard {...view} match={first} numbers={numbers} />}
      {others.length === 0 ? null : (
        <details class="more">
          <summary>
            {fillWords(words.moreMatches, { count: numberWords(others.length, language) })}
          </summary>
          {others.map((match) => (
            <MatchCard {...view} match={match} numbers={numbers} />
          ))}
        </details>
      )}
    </section>
  );
}

interface AskedProps {
  readonly check: ReporterCheck;
  readonly language: string;
}

/** Of a topic that waits until enough outlets have told a story: who they are. */
function ReportersAsked({ check: { of, least, names, isEnough }, language }: AskedProps) {
  const words = receiptWords(language);
  const ofCountries = isEnough ? words.byCountries : words.awaitsCountries;
  const ofOutlets = isEnough ? words.byOutlets : words.awaitsOutlets;
  return (
    <p class="lead">
      {fillWords(of === 'countries' ? ofCountries : ofOutlets, {
        least: numberWords(least, language),
        names: names.length === 0 ? '–' : listWords(names, language),
      })}
    </p>
  );
}

interface MatchProps extends ReceiptView {
  readonly match: Match;
  readonly numbers: ReadonlyMap<ConceptId, number>;
}

function MatchCard({ match, numbers, ...view }: MatchProps) {
  const item = view.record.items.find(({ id }) => id === match.itemId);
  if (item === undefined) return null;
  const { evidence } = match;
  const words = receiptWords(view.language);
  return (
    <article class="card evidence">
      <h3>{outletName(item, view)}</h3>
      <p>{sentenceOf(match, numbers, item.language, view.language)}</p>
      {fieldsOf(item, view).map(({ field, text }) => (
        <MarkedText item={item} text={text} spans={spansOf(evidence, field, text, numbers)} />
      ))}
      {evidence.masked.length === 0 ? null : <p class="quiet">{words.notCounted}</p>}
      {evidence.vetoes.map(({ clause, surface, overriddenBy }) =>
        overriddenBy === undefined ? null : (
          <p>
            {fillWords(words.outweighed, {
              words: <bdi lang={item.language}>{surface}</bdi>,
              rule: <code>{clause}</code>,
              other: <code>{overriddenBy}</code>,
            })}
          </p>
        ),
      )}
      <p class="quiet">
        {fillWords(words.ruleVersion, { version: <code>{evidence.ruleVersion}</code> })}
      </p>
    </article>
  );
}

/** Concepts in the order in which their words were found, from 1; one number in all reports. */
function numberConcepts(matches: readonly Match[]): ReadonlyMap<ConceptId, number> {
  const hits = matches.flatMap(({ evidence }) => evidence.hits);
  const ids = [...new Set(hits.map(({ concept }) => concept))];
  return new Map(ids.map((id, index) => [id, index + 1]));
}

/** The decision in one sentence, each concept with its number, colour and the words found of it. */
function sentenceOf(
  { evidence, score }: Match,
  numbers: ReadonlyMap<ConceptId, number>,
  itemLanguage: string,
  language: string,
): readonly Child[] {
  const words = receiptWords(language);
  const { threshold } = evidence;
  const numbersOf = {
    score: numberWords(score, language),
    threshold: numberWords(threshold, language),
  };
  // Where being satisfied is enough, a score says nothing.
  const scored = threshold > 0 ? [' ', ...fillWords(words.scored, numbersOf)] : [];
  if (evidence.hits.length === 0) return [words.noWords, ...scored];
  const ids = [...new Set(evidence.hits.map(({ concept }) => concept))];
  const found = ids.map((id) => (
    <>
      <ConceptMark number={numbers.get(id) ?? 0}>{id}</ConceptMark> (
      <bdi lang={itemLanguage}>{listWords(surfacesOf(evidence, id), itemLanguage)}</bdi>)
    </>
  ));
  const because = fillWords(words.because, {
    found: <>{listWords(found, language)}</>,
    scope: scopeWords(evidence.scope, words),
  });
  return [...because, ...scored];
}

/** Different words found of one concept; a few show what they are. */
function surfacesOf({ hits }: Evidence, id: ConceptId): readonly string[] {
  const surfaces = hits.filter(({ concept }) => concept === id).map(({ surface }) => surface);
  return [...new Set(surfaces)].slice(0, surfacesMax);
}

function scopeWords(scope: string | undefined, words: ReceiptWords): string {
  if (scope === 'title') return words.inTitle;
  if (scope === 'title and lead') return words.inTitleAndLead;
  return scope === 'sentence' ? words.inSentence : words.inArticle;
}

interface ShownField {
  readonly field: Span['field'];
  readonly text: string;
}

/** Texts of an item that may be printed here; offsets of the evidence count in these very strings. */
function fieldsOf(item: StoredItem, view: ReceiptView): readonly ShownField[] {
  const title: ShownField = { field: 'title', text: item.title };
  const permission = permissionOf(item, view);
  if (permission === 'link') return [title];
  const summary: ShownField = { field: 'summary', text: item.summary };
  if (permission === 'summary') return [title, summary];
  return [title, summary, { field: 'content', text: toPlainText(item.contentHtml) }];
}

/** A concept's number, or 0 for what was hidden from the rule. */
type Mark = number;

/** Spans of one field. One that no longer says what was found, as its text was removed, is left out. */
function spansOf(
  { hits, masked }: Evidence,
  field: Span['field'],
  text: string,
  numbers: ReadonlyMap<ConceptId, number>,
): readonly MarkedSpan<Mark>[] {
  const isThere = (span: Span): boolean =>
    span.field === field && text.slice(span.start, span.end) === span.surface;
  return [
    ...masked.filter(isThere).map(({ start, end }) => ({ start, end, mark: 0 })),
    ...hits
      .filter(isThere)
      .map(({ start, end, concept }) => ({ start, end, mark: numbers.get(concept) ?? 0 })),
  ];
}

interface MarkedTextProps {
  readonly item: StoredItem;
  readonly text: string;
  readonly spans: readonly MarkedSpan<Mark>[];
}

function MarkedText({ item, text, spans }: MarkedTextProps) {
  if (spans.length === 0) return null;
  return (
    <p class="extract" lang={item.language} dir={directionOfText(text, item.language)}>
      {markExcerpt(text, spans, extractCharactersMax).map((piece) => (
        <Piece {...piece} />
      ))}
    </p>
  );
}

function Piece({ text, mark }: TextPiece<Mark>) {
  if (mark === undefined) return <>{text}</>;
  if (mark === 0) return <s>{text}</s>;
  return <ConceptMark number={mark}>{text}</ConceptMark>;
}

interface ConceptMarkProps {
  readonly number: number;
  readonly children?: Child;
}

/** The number says which concept it is; the colour says it again. */
function ConceptMark({ number, children }: ConceptMarkProps) {
  return (
    <mark class={`c${((number - 1) % colours) + 1}`}>
      {children}
      <sup>{number}</sup>
    </mark>
  );
}
