import { AppError } from '../domain/errors.ts';
import type { Hit, MatchInput, MatchOutcome, Span } from '../domain/match.ts';
import { matchInputOf } from '../pipeline/decide-items.ts';
import { findNearest } from '../text/nearest.ts';
import { toPlainText } from '../text/plain.ts';
import type { Reading } from './create-app.ts';
import { type JsonlRow, textOf } from './read-jsonl.ts';
import type { Setup } from './setup.ts';

/** One topic's answer for one text, with the text it speaks of. */
export interface Explanation {
  readonly id: string;
  readonly input: MatchInput;
  readonly outcome: MatchOutcome;
}

/** Why a text is in a topic, or is not. Throws `not-found` for an unknown topic. */
export function explainText(
  setup: Setup,
  topicId: string,
  id: string,
  input: MatchInput,
): Explanation {
  const outcome = setup.topics.match(input).find((candidate) => candidate.topicId === topicId);
  if (outcome !== undefined) return { id, input, outcome };
  const known = setup.config.topics.map((topic) => topic.id);
  const near = findNearest(topicId, known);
  const cure =
    near === undefined ? `the configuration has: ${known.join(', ')}` : `did you mean "${near}"?`;
  throw new AppError('not-found', `there is no topic "${topicId}"; ${cure}`);
}

/** The same for an item that is stored. Throws `not-found` for an unknown item. */
export async function explainStored(
  app: Reading,
  topicId: string,
  itemId: number,
): Promise<Explanation> {
  const item = await app.store.findItem(itemId);
  if (item === undefined)
    throw new AppError('not-found', `there is no item ${itemId} in the store`);
  return explainText(app.setup, topicId, String(itemId), matchInputOf(item));
}

/** The first line is the title, the rest is the body. */
export function inputOfText(text: string, language?: string): MatchInput {
  const [title = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
  const summary = rest.join('\n').trim();
  return { title: title.trim(), summary, ...(language === undefined ? {} : { language }) };
}

/** The text of a row `{ title, summary, content, categories, lang }`; `language` says the same as `lang`. */
export function inputOfRow(row: JsonlRow): MatchInput {
  const language = textOf(row, 'lang') ?? textOf(row, 'language');
  const content = textOf(row, 'content');
  const { categories } = row.fields;
  return {
    title: textOf(row, 'title') ?? '',
    summary: textOf(row, 'summary') ?? '',
    ...(content === undefined ? {} : { content: toPlainText(content) }),
    ...(Array.isArray(categories) ? { categories: categories.map(String) } : {}),
    ...(language === undefined ? {} : { language }),
  };
}

/** The decision in one plain sentence. */
export function explainSentence(outcome: MatchOutcome): string {
  const { evidence, matched } = outcome;
  const found = foundWords(evidence.hits);
  const masked = evidence.masked.map((span) => `“${span.surface}”`);
  const ignored = masked.length > 0 ? `; ignored ${unique(masked).join(', ')}` : '';
  if (matched) return `Matched: ${found} (${evidence.scope ?? 'article'})${ignored}.`;
  const vetoes = evidence.vetoes.filter((veto) => veto.overriddenBy === undefined);
  if (vetoes.length > 0) {
    const named = vetoes.map((veto) => `“${veto.surface}” (${veto.clause})`);
    return `Not matched: excluded by ${unique(named).join(', ')}${ignored}.`;
  }
  const seen = found === '' ? 'nothing of the topic was found' : `only found ${found}`;
  const missing = evidence.missing.length > 0 ? `; missing: ${evidence.missing.join(', ')}` : '';
  const score = `; score ${round(outcome.score)} of ${round(evidence.threshold)}`;
  return `Not matched: ${seen}${missing}${evidence.missing.length > 0 ? '' : score}${ignored}.`;
}

function foundWords(hits: readonly Hit[]): string {
  return unique(hits.map((hit) => `“${hit.surface}” [${hit.concept}, ${hit.field}]`)).join(' + ');
}

/** A field of the text cut at the edges of hits and masked spans, for showing them in colours. */
export interface Piece {
  readonly text: string;
  readonly concept?: string;
  readonly isMasked: boolean;
}

export function highlight(text: string, outcome: MatchOutcome, field: Span['field']): Piece[] {
  const { hits, masked } = outcome.evidence;
  const spans = [
    ...hits.map((hit) => ({ ...hit, isMasked: false })),
    ...masked.map((span) => ({ ...span, isMasked: true })),
  ].filter((span) => span.field === field);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), isMasked: false });
    const { concept, isMasked } = span;
    pieces.push({ text: text.slice(span.start, span.end), concept, isMasked });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMasked: false });
  return pieces;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
