import { judgeLanguage, parseLanguage } from '../../config/checks/place.ts';
import { AppError } from '../../domain/errors.ts';
import type { MatchInput, MatchOutcome } from '../../domain/match.ts';
import { matchInputOf } from '../../pipeline/match-input.ts';
import { cutPieces, type Piece } from '../../text/highlight.ts';
import { findNearest } from '../../text/nearest.ts';
import { toPlainText } from '../../text/plain.ts';
import { type JsonlRow, textOf } from '../evaluate/read-jsonl.ts';
import type { Reading } from '../open-reading.ts';
import type { Setup } from '../setup.ts';
import { type TopicPlace, topicPlaces } from '../topic-place.ts';
import { traceItem } from './trace-item.ts';

/** One topic's answer for one text. */
export interface Explanation {
  readonly id: string;
  readonly outcome: MatchOutcome;
  /** The text, field by field, cut at the edges of hits and masked spans for showing them in colours. */
  readonly texts: readonly (readonly Piece[])[];
  /** Of a stored item: where it stands with the topic, quota and `reportedBy` included. */
  readonly place?: TopicPlace;
}

/** Why a text is in a topic, or is not. Throws `not-found` for an unknown topic. */
export function explainText(
  setup: Setup,
  topicId: string,
  id: string,
  input: MatchInput,
): Explanation {
  const outcome = setup.topics.explain(input).find((candidate) => candidate.topicId === topicId);
  if (outcome !== undefined) return { id, outcome, texts: textsOf(input, outcome) };
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
  const explanation = explainText(app.setup, topicId, String(itemId), matchInputOf(item));
  const trace = await traceItem(app.store, item);
  const place = trace && topicPlaces(trace, app.setup).find((one) => one.topicId === topicId);
  return place === undefined ? explanation : { ...explanation, place };
}

/** The first line is the title, the rest is the body. Throws `usage` for a language that there is not. */
export function inputOfText(text: string, language?: string): MatchInput {
  const fault = language === undefined ? undefined : judgeLanguage(language);
  if (fault !== undefined)
    throw new AppError('usage', `--language ${fault.message}; ${fault.cure}`);
  const [title = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
  const summary = rest.join('\n').trim();
  return {
    title: title.trim(),
    summary,
    ...(language && { language: parseLanguage(language) ?? language }),
  };
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

function textsOf(input: MatchInput, { evidence }: MatchOutcome): Explanation['texts'] {
  return (['title', 'summary', 'content'] as const).flatMap((field) => {
    const text = input[field] ?? '';
    const hits = evidence.hits.filter((hit) => hit.field === field);
    const masked = evidence.masked.filter((span) => span.field === field);
    return text === '' ? [] : [cutPieces(text, { hits, masked })];
  });
}
