import type { DedupDecision } from '../domain/dedup.ts';
import type { Article, Compared } from './article.ts';
import { sharesKey } from './article.ts';
import type { DedupLayer, LayerInput } from './layer.ts';
import { isMoved } from './moved-item.ts';
import { findNearText } from './near-text.ts';
import { areRelated, relatednessOf, rounded } from './relatedness.ts';
import { hasOneSubject, isSameGuid } from './same-guid.ts';

/**
 * One source, one identity: the item is known, whatever its text says now. This layer outranks all
 * guards about numbers, since a toll that grows under one guid and link is an update. What it must
 * not do is take two items for one where the source's identities are sloppy: a guid on another link
 * and title, a live page whose entries have guids or fragments of their own, a rubric page that
 * brings new content under its old address. Losing an item is worse than storing one twice.
 */
export const sameId: DedupLayer = {
  name: 'same-id',
  find(input) {
    const own = input.candidates.filter(
      ({ candidate }) => candidate.sourceId === input.item.sourceId,
    );
    // A guid may have wandered to another item; what reads as before at its address is surely itself.
    const same = own.find((compared) => isUnchanged(input, compared));
    if (same !== undefined) {
      return known(sharesKey(same.candidate, 'id:guid') ? 'guid' : 'link', input.item, same);
    }
    for (const compared of own) {
      const rung = findRung(input, compared);
      if (rung !== undefined) return known(rung, input.item, compared);
    }
    return undefined;
  },
};

type Rung = 'guid' | 'link' | 'title-date' | 'moved';

/** Title, text, address and date are as stored, whatever became of the guid. */
function isUnchanged({ item, isUndated }: LayerInput, { candidate, article }: Compared): boolean {
  if (!sharesKey(candidate, 'id:link') || item.link !== article.link) return false;
  const isSameText = item.rawTitle === article.rawTitle && item.rawSummary === article.rawSummary;
  if (!isSameText || item.titleForm === '' || item.fragment !== article.fragment) return false;
  return isUndated || item.published === article.published;
}

function findRung(input: LayerInput, compared: Compared): Rung | undefined {
  const { candidate, article } = compared;
  const { item, trust } = input;
  if (sharesKey(candidate, 'id:guid')) {
    // Carried at its own link by another entry: it is the guid that has moved.
    const isElsewhere = !sharesKey(candidate, 'id:link') && input.standing.has(candidate.itemId);
    return !isElsewhere && isSameGuid(item, article, trust) ? 'guid' : undefined;
  }
  const hasGuid = input.keys.some((key) => key.kind === 'id:guid');
  const isFreshGuid =
    hasGuid && item.guid !== undefined && article.guid !== undefined && item.guid !== article.guid;
  if (sharesKey(candidate, 'id:link')) {
    return isSameAddress(input, article, isFreshGuid) ? 'link' : undefined;
  }
  if (!isFreshGuid && sharesKey(candidate, 'id:title-date') && isSameBare(input, article)) {
    return 'title-date';
  }
  return isMoved(input, compared) ? 'moved' : undefined;
}

/** One link: a fresh guid or fragment with a text of its own is an entry of a live page. */
function isSameAddress({ item, trust }: LayerInput, other: Article, isFreshGuid: boolean): boolean {
  if (isFreshGuid || item.fragment !== other.fragment) {
    return findNearText(item, other, { isSameAddress: true }) !== undefined;
  }
  return hasOneSubject(item, other) && (trust.link === 'full' || areRelated(item, other));
}

/** Neither guid nor link to go by: same title on the same day, and the same text or instant. */
function isSameBare(input: LayerInput, other: Article): boolean {
  const { item } = input;
  const hasLink = input.keys.some((key) => key.kind === 'id:link');
  if (hasLink && item.link !== undefined && other.link !== undefined && item.link !== other.link) {
    return false;
  }
  if (item.textForm === other.textForm) return true;
  return findNearText(item, other, { isSameAddress: true }) !== undefined;
}

function known(rung: Rung, item: Article, { candidate, article }: Compared): DedupDecision {
  const { title, text } = relatednessOf(item, article);
  return {
    kind: 'known',
    itemId: candidate.itemId,
    layer: 'same-id',
    evidence: { rung, title: rounded(title), text: rounded(text) },
  };
}
