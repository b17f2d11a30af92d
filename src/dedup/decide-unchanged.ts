import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import type { Item } from '../domain/item.ts';
import { Article, sharesIdentity } from './article.ts';
import { type DecideInput, layerInputOf } from './decide.ts';
import { sameId } from './same-id.ts';

/**
 * The decision about an item that its source carries just as it is stored, which most entries of most
 * documents are: identity speaks first, so that nothing else of the text need be read. Undefined when
 * anything differs, when several stored items share the identity, or when identity is not enough;
 * then all layers are asked. What is answered is what they would answer.
 */
export function decideUnchanged(input: DecideInput): DedupDecision | undefined {
  const { item, candidates, annotate } = input;
  const own = candidates.filter((candidate) => sharesIdentity(candidate, item.sourceId));
  const [candidate] = own;
  if (candidate === undefined || own.length > 1 || !isStoredSo(item, candidate)) return undefined;
  // Not from the cache, which keeps what is compared with others.
  const article = new Article(item, annotate);
  return sameId.find(layerInputOf(input, article, [{ candidate, article }]));
}

/** Whether the stored item is the arriving one in all that an article is made of. */
function isStoredSo(item: Item, stored: Candidate): boolean {
  // A guid that is not believed is not looked at.
  const hasGuid = item.keys.some(({ kind }) => kind === 'id:guid');
  return (
    item.contentHash === stored.contentHash &&
    item.title === stored.title &&
    item.summary === stored.summary &&
    item.published === stored.published &&
    (item.guid === stored.guid || !hasGuid) &&
    item.link === stored.link &&
    item.language === stored.language &&
    JSON.stringify(item.boilerplate) === JSON.stringify(stored.boilerplate) &&
    JSON.stringify(item.titleEdges) === JSON.stringify(stored.titleEdges)
  );
}
