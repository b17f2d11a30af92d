import type { IdentityGrades } from '../domain/identity-trust.ts';
import { hour } from '../domain/instant.ts';
import { namesArticle, ownNumber } from '../text/article-name.ts';
import { isLiveBlogGuid } from '../text/guid-form.ts';
import { isHomePage } from '../text/urls.ts';
import type { Article } from './article.ts';
import { containment, gramsOf } from './grams.ts';
import { findStatedConflict } from './guards/guards.ts';
import { findNearText } from './near-text.ts';
import { areRelated, relatednessOf, unrelatedMax } from './relatedness.ts';

/**
 * Whether two items of one source under one guid are one item. A guid that stands on another address
 * and an unrelated text is not an identity; where guids of the source are not fully believed, link or
 * text must agree even if nothing speaks against it.
 */
export function isSameGuid(item: Article, other: Article, trust: IdentityGrades): boolean {
  if (isLiveBlogGuid(item.guid)) return true;
  if (!standsOnOne(item, other, trust)) return false;
  if (trust.guid === 'full') return true;
  return isOneAddress(item, other, trust) || areRelated(item, other);
}

function standsOnOne(item: Article, other: Article, trust: IdentityGrades): boolean {
  if (item.link !== undefined && other.link !== undefined && item.link !== other.link) {
    return isSameElsewhere(item, item.link, other, other.link);
  }
  if (isNewEdition(item, other)) return false;
  // Places in a list are guids too: without an address to hold one against, the text has to say it.
  if (!isOneAddress(item, other, trust)) {
    return item.published === other.published ? areRelated(item, other) : isOneVersion(item, other);
  }
  // A permalink guid says no more than the link does; any other guid on one link is an identity,
  // unless both could stand on everything the outlet has.
  if (item.guid === item.link || isPageName(item)) return hasOneSubject(item, other);
  return isNameless(item) ? isOneVersion(item, other) : true;
}

/** Whether both stand at one address that leads to an article, as far as links are believed. */
function isOneAddress({ link }: Article, other: Article, trust: IdentityGrades): boolean {
  return link !== undefined && link === other.link && trust.link === 'full' && !isHomePage(link);
}

/** Under another address: its number is the old one, or the text is. */
function isSameElsewhere(item: Article, link: string, other: Article, before: string): boolean {
  const isSameInstant = item.published === other.published;
  const number = ownNumber(link);
  const isSameNumber = number !== undefined && number === ownNumber(before);
  if (isSameNumber && isSameInstant) return true;
  // Where the outlet itself numbers the two addresses differently, the guid is the one that lies.
  if (haveOtherNumbers(link, before)) return isOneVersion(item, other);
  return isSameNumber || isSameInstant ? areRelated(item, other) : isVersion(item, other);
}

/** Under another date too, more than a way of writing has to be the same. */
function isVersion(item: Article, other: Article): boolean {
  const { title, text } = relatednessOf(item, other);
  return title >= versionTitleMin || text >= updateShareMin;
}

function haveOtherNumbers(a: string, b: string): boolean {
  const [left, right] = [a, b].map((link) => link.match(/\d{4,}(?=\D*$)/)?.[0]);
  return left !== undefined && right !== undefined && left !== right;
}

/** Text shared by an article and its update; a rubric brings a new one under its old address. */
const updateShareMin = 0.6;
const versionTitleMin = 0.5;
/** Nobody grows an article by half after this. */
const updateMax = 72 * hour;
/** Folded characters from which the share of a text says something. */
const editionTextMin = 40;

/** Another text at an old address, long after: the weekly column, not last week's. */
function isNewEdition(item: Article, other: Article): boolean {
  if (Math.abs(item.published - other.published) <= updateMax) return false;
  const isLong = Math.min(item.textForm.length, other.textForm.length) >= editionTextMin;
  return isLong && relatednessOf(item, other).text < updateShareMin;
}

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

/** The address of an article is enough; a page without a number must carry a related text. */
export function hasOneSubject(item: Article, other: Article): boolean {
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
