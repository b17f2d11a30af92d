import { ownNumber } from '../text/article-name.ts';
import { registrableDomain } from '../text/urls.ts';
import type { Article, Compared } from './article.ts';
import { sharesKey } from './article.ts';
import type { LayerInput } from './layer.ts';
import { findNearText } from './near-text.ts';
import { areRelated, relatednessOf, unrelatedMax } from './relatedness.ts';

/**
 * An item under an address, and perhaps a guid, that it never had: the site went to another domain,
 * put a new slug behind the old number, sorted its sections anew, numbers all over again. Without
 * this all of a document would be announced again. Two items taken for one would be worse, so: the
 * document must not carry the stored item as well, and address and text have to speak for each other.
 *
 * Known misses: a headline without a text that was written anew together with the slug; text and date
 * changed together under another number.
 */
export function isMoved(input: LayerInput, { candidate, article: other }: Compared): boolean {
  const { item, standing, candidates } = input;
  // Below zero are items of the same document, each in its own right.
  if (candidate.itemId < 0 || standing.has(candidate.itemId)) return false;
  const isSameInstant = !input.isUndated && item.published === other.published;
  // What several go by is a section's number, or a column's slug.
  const namesakes = candidates.filter((one) => sharesKey(one.candidate, 'id:name'));
  if (namesakes.length === 1 && namesakes[0]?.candidate === candidate) {
    if (isNamesake(item, other, isSameInstant)) return true;
  }
  // Without addresses it is the guid alone that has moved.
  return isSameInstant && sharesKey(candidate, 'id:title-date') && readsTheSame(item, other);
}

/** Two addresses that call their article alike: a number is given once by a site, a slug is not. */
function isNamesake(item: Article, other: Article, isSameInstant: boolean): boolean {
  const [link, before] = [item.link, other.link];
  if (link === undefined || before === undefined || link === before) return false;
  if (!areRelated(item, other)) return false;
  // Two sites may count to the same number, and one path stands for one article.
  if (registrableDomain(link) !== registrableDomain(before)) {
    return isSameInstant || pathOf(link) === pathOf(before);
  }
  const number = ownNumber(link);
  if (number !== undefined && number === ownNumber(before)) {
    return isSameInstant || isEdited(item, other);
  }
  // A column has one slug every week, and what all addresses share is a section's number.
  return isSameInstant && findNearText(item, other, { isSameAddress: true }) !== undefined;
}

/** Text shared by an article and what it was edited to. */
const editShareMin = 0.6;

function isEdited(item: Article, other: Article): boolean {
  const { title, text } = relatednessOf(item, other);
  const isTextless = item.textForm === '' || other.textForm === '';
  return title > unrelatedMax && (isTextless || text >= editShareMin);
}

/** Folded characters of a headline, or of the text under it, that no other item has by chance. */
const titleMin = 20;
const textMin = 40;

function readsTheSame(item: Article, other: Article): boolean {
  if (item.titleForm !== other.titleForm || item.textForm !== other.textForm) return false;
  return item.titleForm.length >= titleMin || item.textForm.length >= textMin;
}

function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
