import { day, type Instant } from './instant.ts';

/**
 * How far a source's own identities are believed. RSS promises that a guid stands on one article for
 * good (RFC 4287 §4.2.6 requires it of `atom:id`), and many sources break the promise: one guid for
 * everything, the place in the list as a guid, a new guid at every request. An identity that lies
 * hides news, so trust falls with the document that shows a fault. One broken document must not
 * condemn a source for years either, so trust returns, a step for each day on which identities were
 * seen to stand; and between two grades it has further to climb than it fell, so that a source which
 * does both by turns stays where it is.
 */

/**
 * `full`: the identity alone makes an item known. `checked`: link or text must agree with it.
 * `none`: it is not looked at.
 */
export type TrustGrade = 'full' | 'checked' | 'none';

/** Guids or links of one source. */
export interface Trust {
  /** 0 to 100. */
  readonly points: number;
  readonly grade: TrustGrade;
  /** What took trust away last; absent while nothing did. */
  readonly fault?: TrustFault & { readonly at: Instant };
  /** UTC day of the last fault or step up: a day counts once, and one with a fault does not. */
  readonly countedDay?: number;
}

export interface IdentityTrust {
  readonly guid: Trust;
  readonly link: Trust;
}

/** The grades alone, which is what decisions are taken by. */
export interface IdentityGrades {
  readonly guid: TrustGrade;
  readonly link: TrustGrade;
}

/** What speaks against identities of one kind, as one document showed it. */
export interface TrustFault {
  readonly kind: TrustFaultKind;
  /** Items that it was seen on, of so many on which it could be. */
  readonly items: number;
  readonly of: number;
}

/**
 * `repeat`: one stands on several articles of a document. `move`: one stood on another article
 * before. `change`: an article that is known by all else has another one than before.
 */
export type TrustFaultKind = 'repeat' | 'move' | 'change';

/** What one document, and the store beside it, showed of identities of one kind. */
export interface TrustEvidence {
  readonly faults: readonly TrustFault[];
  /** Items that still have the identity they were stored with. */
  readonly kept: number;
  /** Different identities in the document; with one alone nothing could have repeated. */
  readonly distinct: number;
}

const pointsMax = 100;
/** Grades are lost below these … */
const fullMin = 70;
const checkedMin = 30;
/** … and won back at these. */
const fullAgain = 100;
const checkedAgain = 50;
/** A step up. From nothing it takes 25 days until an identity is looked at again, 50 to full trust. */
const stepUp = 2;
/** What is left after a fault on some items: 20 days to full trust. */
const leftAfterSome = 60;
/** A guid that changes proves nothing by one poll: the site may have moved. Four of them do. */
const changeCost = 20;
/** Share of items, and least number, from which a fault is how the source works. */
const mostShare = 0.5;
const mostMin = 2;

/** A source of which nothing is known is believed. */
export const fullTrust: IdentityTrust = {
  guid: { points: pointsMax, grade: 'full' },
  link: { points: pointsMax, grade: 'full' },
};

export function gradesOf({ guid, link }: IdentityTrust): IdentityGrades {
  return { guid: guid.grade, link: link.grade };
}

/** Trust after faults, in their order; none leaves it as it is. */
export function lowerTrust(trust: Trust, faults: readonly TrustFault[], now: Instant): Trust {
  return faults.reduce((before: Trust, fault) => {
    const points = pointsAfter(before.points, fault);
    if (points === undefined) return before;
    const grade = gradeAfter(before.grade, points);
    return { points, grade, fault: { ...fault, at: now }, countedDay: dayOf(now) };
  }, trust);
}

/**
 * Trust after a document: lowered by its faults, else raised by a step where identities were seen to
 * stand and had a chance not to, once a day.
 */
export function trustAfter(trust: Trust, evidence: TrustEvidence, now: Instant): Trust {
  const lowered = lowerTrust(trust, evidence.faults, now);
  if (lowered !== trust || trust.points === pointsMax) return lowered;
  const couldFail = evidence.kept > 0 && evidence.distinct > 1;
  if (!couldFail || dayOf(now) <= (trust.countedDay ?? -1)) return trust;
  const points = Math.min(pointsMax, trust.points + stepUp);
  return { ...trust, points, grade: gradeAfter(trust.grade, points), countedDay: dayOf(now) };
}

/** Days with a document in which identities stand until a grade is won back; 0 at full trust. */
export function daysToTrust({ points, grade }: Trust): number {
  if (grade === 'full') return 0;
  return Math.ceil(((grade === 'none' ? checkedAgain : fullAgain) - points) / stepUp);
}

/** Undefined where the fault is too small to say anything. */
function pointsAfter(points: number, { kind, items, of }: TrustFault): number | undefined {
  const isMost = items >= mostMin && items >= of * mostShare;
  if (kind === 'change') return isMost ? Math.max(0, points - changeCost) : undefined;
  return Math.min(points, isMost ? 0 : leftAfterSome);
}

function gradeAfter(grade: TrustGrade, points: number): TrustGrade {
  if (points < checkedMin) return 'none';
  if (points >= fullAgain || (points >= fullMin && grade === 'full')) return 'full';
  if (grade !== 'none' || points >= checkedAgain) return 'checked';
  return 'none';
}

function dayOf(instant: Instant): number {
  return Math.floor(instant / day);
}
