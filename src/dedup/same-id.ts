import type { DedupDecision } from '../domain/dedup.ts';
import { hour } from '../domain/instant.ts';
import { isLiveBlogGuid } from '../text/guid-form.ts';
import type { Article, Compared } from './article.ts';
import { sharesKey } from './article.ts';
import { containment, gramsOf } from './grams.ts';
import { findStatedConflict } from './guards/guards.ts';
import type { DedupLayer, LayerInput } from './layer.ts';
import { findNearText } from './near-text.ts';
import { areRelated, namesArticle, relatednessOf, rounded, unrelatedMax } from './relatedness.ts';

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
    for (const compared of input.candidates) {
      if (compared.candidate.sourceId !== input.item.sourceId) continue;
      const rung = findRung(input, compared);
      if (rung !== undefined) return known(rung, input.item, compared);
    }
    return undefined;
  },
};

type Rung = 'guid' | 'link' | 'title-date';

function findRung(input: LayerInput, compared: Compared): Rung | undefined {
  const { candidate, article } = compared;
  const { item } = input;
  if (sharesKey(candidate, 'id:guid')) return isSameGuid(item, article) ? 'guid' : undefined;
  const hasGuid = input.keys.some((key) => key.kind === 'id:guid');
  const isFreshGuid =
    hasGuid && item.guid !== undefined && article.guid !== undefined && item.guid !== article.guid;
  if (sharesKey(candidate, 'id:link')) {
    return isSameAddress(item, article, isFreshGuid) ? 'link' : undefined;
  }
  if (isFreshGuid || !sharesKey(candidate, 'id:title-date')) return undefined;
  return isSameBare(input, article) ? 'title-date' : undefined;
}

/** A guid that stands on another address and an unrelated text is not an identity. */
function isSameGuid(item: Article, other: Article): boolean {
  if (isLiveBlogGuid(item.guid)) return true;
  const isOtherLink =
    item.link !== undefined && other.link !== undefined && item.link !== other.link;
  // Where the outlet itself numbers the two addresses differently, the guid is the one that lies.
  if (isOtherLink && haveOtherNumbers(item.link, other.link)) {
    return isOneVersion(item, other);
  }
  if (isOtherLink) return areRelated(item, other);
  if (isNewEdition(item, other)) return false;
  // A permalink guid says no more than the link does; any other guid on one link is an identity,
  // unless both could stand on everything the outlet has.
  if (item.guid === item.link || isPageName(item)) return hasOneSubject(item, other);
  return isNameless(item) ? isOneVersion(item, other) : true;
}

/** Text shared by an article and its update; a rubric brings a new one under its old address. */
const updateShareMin = 0.6;
/** Nobody grows an article by half after this. */
const updateMax = 72 * hour;

/** Another text at an old address, long after: the weekly column, not last week's. */
function isNewEdition(item: Article, other: Article): boolean {
  if (Math.abs(item.published - other.published) <= updateMax) return false;
  const isLong = Math.min(item.textForm.length, other.textForm.length) >= editionTextMin;
  return isLong && relatednessOf(item, other).text < updateShareMin;
}

/** Folded characters from which the share of a text says something. */
const editionTextMin = 40;

/** Whether neither link nor guid has anything of its own: `haberler` on the front page. */
function isNameless({ link, guid }: Article): boolean {
  const isNumbered = guid !== undefined && /\d|\p{L}{12,}/u.test(guid);
  return !namesArticle(link) && !isNumbered;
}

/** `briefing` on `/briefing/`: as well a short name of one article as that of a page of many. */
function isPageName(item: Article): boolean {
  return isNameless(item) && item.link?.endsWith(`/${item.guid}`) === true;
}

function isOneVersion(item: Article, other: Article): boolean {
  return findNearText(item, other, { isSameAddress: true }) !== undefined;
}

function haveOtherNumbers(a: string, b: string): boolean {
  const [left, right] = [a, b].map((link) => link.match(/\d{4,}(?=\D*$)/)?.[0]);
  return left !== undefined && right !== undefined && left !== right;
}

/** One link: a fresh guid or fragment with a text of its own is an entry of a live page. */
function isSameAddress(item: Article, other: Article, isFreshGuid: boolean): boolean {
  if (isFreshGuid || item.fragment !== other.fragment) {
    return findNearText(item, other, { isSameAddress: true }) !== undefined;
  }
  return hasOneSubject(item, other);
}

/** The address of an article is enough; a page without a number must carry a related text. */
function hasOneSubject(item: Article, other: Article): boolean {
  if (item.published === other.published || namesArticle(item.link ?? other.link)) return true;
  const isTextless = item.textForm === '' || other.textForm === '';
  if (isTextless) return relatednessOf(item, other).title > unrelatedMax;
  if (Math.max(leadShare(item, other), leadShare(other, item)) <= unrelatedMax) return false;
  // One mould filled in anew under another headline, where an update would keep most of its own.
  const isRenamed = relatednessOf(item, other).title < ownTitleMin;
  return !isRenamed || findStatedConflict(item, other) === undefined;
}

/** Likeness of two headlines of which one is the other edited. */
const ownTitleMin = 0.6;

/** Folded characters at the beginning of a text, in which a rubric says what is new in it. */
const leadLength = 90;

/**
 * How much of how one text begins the other has too. A rubric ends alike every day, while an article
 * that grew still has its former beginning, or begins as before.
 */
function leadShare(item: Article, other: Article): number {
  return containment(gramsOf(item.textForm.slice(0, leadLength)), other.textGrams);
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
