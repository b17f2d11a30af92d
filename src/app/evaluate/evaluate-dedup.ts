import type { DedupEvidence, DedupLayerName } from '../../domain/dedup.ts';
import { AppError, messageOf } from '../../domain/errors.ts';
import type { LanguageTag } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { CompiledTopics } from '../../domain/match.ts';
import { createDeduper, type Report, type Verdict } from '../create-deduper.ts';
import {
  describe,
  idOf,
  type JsonlRow,
  objectOf,
  readJsonl,
  textOf,
  wordOf,
} from './read-jsonl.ts';
import { groupBy, scoreOf, share } from './score.ts';

const labels = ['duplicate', 'related', 'distinct'] as const;

/** What became of one pair, decided alone. */
export interface PairDecision {
  readonly id: string;
  readonly duplicate: boolean;
  /** True for duplicates too. */
  readonly sameStory: boolean;
  /** Absent when nothing joins the two. */
  readonly layer?: DedupLayerName;
  readonly evidence?: DedupEvidence;
  /** Absent for a pair without a label: it is decided and not counted. */
  readonly label?: (typeof labels)[number];
  readonly language: LanguageTag;
  readonly kind: string;
}

/**
 * Decides about every pair of a file: `a` is stored in an empty store, then `b` arrives. Throws
 * `usage` with file and line for a line that cannot be read.
 */
export async function* evaluateDedup(
  topics: CompiledTopics,
  file: string,
): AsyncGenerator<PairDecision> {
  for await (const row of readJsonl(file, '"a": { … }, "b": { … }, "label": …')) {
    const language = textOf(row, 'lang') ?? 'und';
    const kind = textOf(row, 'kind') ?? 'no kind';
    const label = wordOf(row, 'label', labels);
    const pair = (['a', 'b'] as const).map((side) =>
      reportOf({ at: `${row.at}: ${side}`, fields: objectOf(row, side) }, language),
    );
    const decided = await decidePair(pair, topics, row.at);
    yield { id: idOf(row), ...decided, ...(label && { label }), language, kind };
  }
}

/** The item of a row, as a feed carries it. */
export function reportOf(row: Pick<JsonlRow, 'at' | 'fields'>, language?: LanguageTag): Report {
  const word = (key: string): string | undefined => textOf(row, key);
  const fields = {
    id: word('guid'),
    title: word('title'),
    link: word('link'),
    summary: word('summary'),
    content: word('content'),
    published: dateOf(row),
    country: word('country'),
    language: word('lang') ?? language,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  // An item without a guid has none; an empty one says the same.
  const kept = given.filter(([key, value]) => key !== 'id' || value !== '');
  return { ...Object.fromEntries(kept), source: word('source') ?? 'unnamed' };
}

function dateOf(row: Pick<JsonlRow, 'at' | 'fields'>): string | undefined {
  const published = textOf(row, 'published') || undefined;
  if (published === undefined || !Number.isNaN(Date.parse(published))) return published;
  const reason = `"published" is ${describe(published)}; it must be an ISO 8601 date`;
  throw new AppError('usage', `${row.at}: ${reason}`);
}

/** A clock that goes by the dates of what is read: forward only, as polls do. */
export function clockOfReports(): { see(report: Report): void; now(): Instant } {
  let now = 0;
  return {
    see: ({ published }) => {
      if (published !== undefined) now = Math.max(now, Date.parse(published));
    },
    // Where nothing is dated any day will do.
    now: () => now || Date.UTC(2026, 0, 1),
  };
}

async function decidePair(
  pair: readonly Report[],
  topics: CompiledTopics,
  at: string,
): Promise<Pick<PairDecision, 'duplicate' | 'sameStory' | 'layer' | 'evidence'>> {
  const clock = clockOfReports();
  const deduper = createDeduper({ topics, now: clock.now });
  try {
    const verdicts: Verdict[] = [];
    for (const report of pair) {
      clock.see(report);
      verdicts.push(await deduper.add(report));
    }
    const [, second] = verdicts;
    const duplicate = second?.kind === 'duplicate' || second?.kind === 'known';
    const sameStory = duplicate || second?.kind === 'same-story';
    const { layer, evidence } = second ?? {};
    return { duplicate, sameStory, ...(layer && { layer }), ...(evidence && { evidence }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    throw new AppError('usage', `${at}: ${messageOf(error)}`, { cause: error });
  } finally {
    await deduper.close();
  }
}

/**
 * Scores of `duplicate` against the rest, overall and by language; what was missed and what was
 * merged wrongly, by kind; and how many of the related and of the distinct share a story.
 */
export function scoreDedup(decisions: readonly PairDecision[]) {
  const labelled = decisions.filter(({ label }) => label !== undefined);
  const judged = labelled.map((decision) => {
    return { ...decision, expected: decision.label === 'duplicate', decided: decision.duplicate };
  });
  const merged = judged.filter(({ expected, decided }) => decided && !expected);
  const missed = judged.filter(({ expected, decided }) => expected && !decided);
  const inOneStory = (label: PairDecision['label']): number => {
    const rows = labelled.filter((decision) => decision.label === label);
    return rows.length === 0 ? 0 : share(rows.filter((row) => row.sameStory).length, rows.length);
  };
  return {
    overall: scoreOf(judged),
    byLanguage: groupBy(judged, ({ language }) => language).map(
      ([language, rows]) => [language, scoreOf(rows)] as const,
    ),
    missedByKind: groupBy(missed, ({ kind }) => kind),
    mergedByKind: groupBy(merged, ({ label, kind }) => `${label} ${kind}`),
    relatedInOneStory: inOneStory('related'),
    distinctInOneStory: inOneStory('distinct'),
  };
}
