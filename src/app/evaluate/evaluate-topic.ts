import { AppError } from '../../domain/errors.ts';
import type { LanguageTag, TopicId } from '../../domain/ids.ts';
import type { Evidence, MatchInput } from '../../domain/match.ts';
import { explainText, inputOfRow } from '../ask/explain-item.ts';
import type { Setup } from '../setup.ts';
import { describe, idOf, type JsonlRow, readJsonl, textOf } from './read-jsonl.ts';
import { groupBy, type Judged, scoreOf } from './score.ts';

/** A topic's answer for one item of a labelled file. */
export interface TopicDecision {
  readonly id: string;
  readonly matched: boolean;
  readonly score: number;
  readonly evidence: Evidence;
  /** Absent for an item without a label: it is decided and not counted. */
  readonly expected?: boolean;
  readonly language: LanguageTag;
  /** The first word of `why`, such as `neg-province`. */
  readonly tag: string;
  readonly input: MatchInput;
}

/**
 * Decides about every item of a labelled file, in its order. Throws `not-found` for an unknown
 * topic, `usage` with file and line for a line that cannot be read.
 */
export async function* evaluateTopic(
  setup: Setup,
  topicId: TopicId,
  file: string,
): AsyncGenerator<TopicDecision> {
  for await (const row of readJsonl(file, '"title": …, "label": true or false')) {
    const id = idOf(row);
    const input = inputOfRow(row);
    const { matched, score, evidence } = explainText(setup, topicId, id, input).outcome;
    const expected = labelOf(row);
    const tag = (textOf(row, 'why') ?? '').split(':')[0]?.trim() || 'untagged';
    const language = input.language ?? 'und';
    const label = expected === undefined ? {} : { expected };
    yield { id, matched, score, evidence, ...label, language, tag, input };
  }
}

function labelOf({ at, fields }: JsonlRow): boolean | undefined {
  const { label } = fields;
  if (label === undefined || typeof label === 'boolean') return label;
  throw new AppError('usage', `${at}: "label" is ${describe(label)}; it must be true or false`);
}

/** Scores over all labelled items and by language, and the items decided wrongly by their tag. */
export function scoreTopic(decisions: readonly TopicDecision[]) {
  const judged = decisions.flatMap((decision) =>
    decision.expected === undefined ? [] : [{ ...decision, ...judgedOf(decision) }],
  );
  const missed = judged.filter(({ expected, decided }) => expected !== decided);
  return {
    overall: scoreOf(judged),
    byLanguage: groupBy(judged, ({ language }) => language).map(
      ([language, rows]) => [language, scoreOf(rows)] as const,
    ),
    missesByTag: groupBy(missed, ({ tag }) => tag),
  };
}

function judgedOf({ expected = false, matched }: TopicDecision): Judged {
  return { expected, decided: matched };
}
