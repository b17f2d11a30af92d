import { AppError } from '../../domain/errors.ts';
import type { TopicId } from '../../domain/ids.ts';
import { explainSentence } from '../../domain/match-sentence.ts';
import type { NearMiss } from '../../domain/store.ts';
import { isNearMiss } from '../../match/near-miss.ts';
import type { Reading } from '../open-reading.ts';

/** What an editor is shown of an item that a topic nearly took. */
export interface NearMissFacts {
  readonly itemId: number;
  readonly title: string;
  readonly outlet: string;
  readonly link?: string;
  /** ISO 8601 UTC. */
  readonly published: string;
  readonly score: number;
  readonly threshold: number;
  readonly missing: readonly string[];
  readonly reason: string;
}

/**
 * The near misses of a topic as they were stored, the item stored last first. Throws `not-found`
 * for a topic that the configuration does not have.
 */
export async function listNearMisses(
  { store, setup }: Pick<Reading, 'store' | 'setup'>,
  topicId: TopicId,
  limit: number,
): Promise<readonly NearMissFacts[]> {
  const { topics, sources } = setup.config;
  if (!topics.some(({ id }) => id === topicId)) {
    const known = topics.map(({ id }) => id).join(', ');
    const reason = `there is no topic "${topicId}"; the configuration has: ${known}`;
    throw new AppError('not-found', reason);
  }
  const misses = await store.listNearMisses(topicId, limit);
  const outlets = new Map(sources.map(({ id, title }) => [id, title]));
  // Outcomes that an older version kept are no near misses by what is one now.
  return misses
    .filter(({ outcome }) => isNearMiss(outcome))
    .map((miss) => factsOf(miss, outlets.get(miss.item.sourceId) ?? miss.item.sourceId));
}

function factsOf({ item, outcome }: NearMiss, outlet: string): NearMissFacts {
  const { id: itemId, title, link, published } = item;
  const { threshold, missing } = outcome.evidence;
  return {
    itemId,
    title,
    outlet,
    ...(link === undefined ? {} : { link }),
    published: new Date(published).toISOString(),
    score: outcome.score,
    threshold,
    missing,
    reason: explainSentence(outcome),
  };
}
