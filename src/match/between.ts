/**
 * Relations between two actors. Both being named is not enough: neighbours are named together in
 * weather, rankings, lists of participants and news about a third country. So a pair is graded by
 * where it stands (headline, lead, sentence, article), raised when the same words say what the two do
 * with each other, and lowered where a third country owns the headline or the pair stands in a list.
 * The worse mistake is the item that is only about one of them: it makes readers leave the topic.
 */
import type { ConceptId } from '../domain/ids.ts';
import { areBetween, areCoordinated, areLinked, findPair, overlap, type Pair } from './pair.ts';
import { type Found, isInside, textOfField, type Unit } from './reading.ts';
import { findHits, nothing, type Scope, type Verdict } from './scope.ts';
import { Thirds } from './thirds.ts';
import { hasContext, isSameUnit, type View } from './view.ts';

/** Shipped concept: words by which two actors deal with each other. */
const dealings: ConceptId = 'bilateral';

/** Shipped concepts: what a guest does. */
const moves: readonly ConceptId[] = ['visit', 'movement'];

/**
 * Shipped concepts: what relations are about. Beside one side and the name of the other they may be
 * the one's own trade, road or gas.
 */
const matters: readonly ConceptId[] = [
  ...moves,
  'trade',
  'transport',
  'corridor',
  'energy',
  'sea-dispute',
  'aras-river',
  'border',
  'travellers',
];

/** Shipped concepts: blame, and those who lay it on many a state. */
const censures: readonly ConceptId[] = ['censure', 'watchdog'];
/** Shipped concepts: words that are not the two's own where a third blames both in one breath. */
const blames: readonly ConceptId[] = ['protest', 'arrest', 'meeting', 'signing'];

/** Words of a headline among which stands who says the rest. */
const speakerWordsMax = 3;

/** Words of a quoted name, such as that of a film, a hotel or a club. */
const quotedWordsMax = 3;

/** A surname of the region, with a case ending or without. */
const surnameAfter =
  /^ \p{Lu}\p{L}+(?:ov|yev|ova|yeva|zadə|zade|zadeh|ов|ев|ова|ева|заде)(?:['’]?\p{Ll}{1,4})?(?!\p{L})/u;

/** A headline pair satisfies the rule alone. */
const titleGrade = 3;
const titleAndLeadGrade = 2.5;
const leadGrade = 2.5;
const sentenceGrade = 2;
const contentGrade = 1.5;
const articleGrade = 1;
/** A headline about one of the two, and a sentence of a summary that brings in the other. */
const titleAndSummaryGrade = 2;
/** The whole of a text of few sentences: all of it is about one thing. */
const shortArticleGrade = 1.5;
const shortUnitsMax = 4;
/** The place says what the two do with each other. */
const dealingsBonus = 1;
/** It says so in several ways: a border and an agreement, a ship and an arrest. */
const dealingsMoreBonus = 0.5;
/** The two are one word: `Azerbaijan–Iran`. `Iran and Azerbaijan` may be a list that ends there. */
const linkBonus = 0.5;
/** The most that a pair can score: named as one in a headline that says what they do in several ways. */
export const betweenScoreMax = titleGrade + dealingsBonus + dealingsMoreBonus + linkBonus;
/** The headline is about a third country and one of the two; the other comes later. */
const thirdPenalty = 1;
/** The pair stands among three or more other countries. */
const listPenalty = 1.5;
/** The pair is named as what a road or a pipe goes round. */
const backgroundPenalty = 1;
const background: ConceptId = 'background';
/** A clause that stands for both sides at once, wherever it is found. */
const strongGrade = 3;

/** Weight of a weak word under which only its context makes it count. */
const needsContext = 0.5;

interface Place {
  readonly scope: string;
  readonly units: ReadonlySet<Unit>;
  readonly grade: number;
}

/** Grades an item for a two-sided rule; `strong` are the verdicts on its strong clauses. */
export function gradeBetween(
  sides: readonly [ConceptId, ConceptId],
  strong: readonly Verdict[],
  view: View,
  scope: Scope,
): Verdict {
  const grader = new Grader(sides, view, scope);
  let best = grader.best();
  for (const verdict of strong) {
    if (!verdict.isSatisfied || best.score >= strongGrade) continue;
    best = { ...verdict, score: strongGrade, scope: 'strong' };
  }
  return best;
}

class Grader {
  private readonly sides: readonly [ConceptId, ConceptId];
  private readonly view: View;
  private readonly scope: Scope;
  private readonly left: readonly Found[];
  private readonly right: readonly Found[];
  /** All words of both sides, those that do not count included: what a near miss shows. */
  private readonly seen: readonly Found[];
  private readonly thirds: Thirds;

  constructor(sides: readonly [ConceptId, ConceptId], view: View, scope: Scope) {
    this.sides = sides;
    this.view = view;
    this.scope = scope;
    this.thirds = new Thirds(sides, view);
    const left = findHits(view, sides[0], scope);
    const right = findHits(view, sides[1], scope);
    this.seen = [...left, ...right];
    this.left = left.filter((hit) => this.counts(hit, right));
    this.right = right.filter((hit) => this.counts(hit, left));
  }

  /** The best place of the pair, with what was added and taken there. */
  best(): Verdict {
    const missing = this.missing();
    if (missing.length > 0) return { ...nothing(missing), used: this.seen };
    const used = [...this.left, ...this.right];
    let best: Verdict = { isSatisfied: true, score: 0, used, vetoes: [], missing: [] };
    for (const place of this.places()) {
      const verdict = this.grade(place);
      if (verdict.score > best.score) best = verdict;
    }
    return best;
  }

  private missing(): readonly string[] {
    const missing: string[] = [];
    if (this.left.length === 0) missing.push(this.sides[0]);
    if (this.right.length === 0) missing.push(this.sides[1]);
    return missing;
  }

  /** A weak word counts beside its context; one that is not too weak, beside the other side too. */
  private counts(hit: Found, others: readonly Found[]): boolean {
    if (this.isQuotedName(hit) || this.isForename(hit)) return false;
    if (hit.term.role === 'strong' || hasContext(this.view, hit)) return true;
    if (hit.term.weight < needsContext) return false;
    return others.some(
      (other) =>
        other.term.role === 'strong' && isSameUnit(other.unit, hit.unit) && !overlap(other, hit),
    );
  }

  /** `«Тегеран-43»`: a country or a place in the name of something else. */
  private isQuotedName(hit: Found): boolean {
    const kind = this.view.vocabulary.find(hit.term.concept)?.kind;
    if (kind !== 'country' && kind !== 'place') return false;
    const text = textOfField(this.view.reading.item, hit.field);
    const before = text.slice(hit.unit.start, hit.start);
    const open = /[«“„"][^«»“”„"]*$/.exec(before);
    const close = /^[^«»“”„"]*[»”“"]/.exec(text.slice(hit.end, hit.unit.end));
    if (open === null || close === null) return false;
    const quoted = text.slice(hit.unit.start + open.index, hit.end + close[0].length);
    return (quoted.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= quotedWordsMax;
  }

  /** `Tehran Mammadov`, `İran Quliyevanın`: a land or a town before a surname is a forename. */
  private isForename(hit: Found): boolean {
    const text = textOfField(this.view.reading.item, hit.field);
    if (!surnameAfter.test(text.slice(hit.end, hit.unit.end))) return false;
    const next = this.view.hits.find(
      ({ field, wordFrom }) => field === hit.field && wordFrom === hit.wordTo,
    );
    return next === undefined && !/['’]/.test(hit.surface);
  }

  private places(): readonly Place[] {
    const units = this.view.reading.units.filter(({ field }) => this.scope.fields.has(field));
    const title = units.filter(({ field }) => field === 'title');
    const lead = units.filter(({ field, order }) => field === 'summary' && order === 0);
    const places: Place[] = [
      { scope: 'title', units: new Set(title), grade: titleGrade },
      { scope: 'title and lead', units: new Set([...title, ...lead]), grade: titleAndLeadGrade },
    ];
    const alive = new Set(this.left.map(({ unit }) => unit));
    const others = new Set(this.right.map(({ unit }) => unit));
    for (const unit of units) {
      if (unit.field === 'title' || !alive.has(unit)) continue;
      places.push({ scope: 'sentence', units: new Set([unit]), grade: gradeOfUnit(unit) });
    }
    const told = units.filter(({ field }) => field === 'summary');
    for (const unit of told.slice(1)) {
      if (!alive.has(unit) && !others.has(unit)) continue;
      const both = new Set([...title, unit]);
      places.push({ scope: 'title and sentence', units: both, grade: titleAndSummaryGrade });
    }
    const isShort =
      title.length + told.length <= shortUnitsMax && told.length + title.length === units.length;
    const grade = isShort ? shortArticleGrade : articleGrade;
    places.push({ scope: 'article', units: new Set(units), grade });
    return places;
  }

  private grade(place: Place): Verdict {
    const inPlace = ({ unit }: Found) => place.units.has(unit);
    const left = this.left.filter(inPlace);
    const right = this.right.filter(inPlace);
    const pair = findPair(left, right);
    const used = [...left, ...right];
    if (pair === undefined) return { ...nothing([]), used };
    const deals = this.countingDeals(place, pair, used);
    const score = place.grade + this.raised(pair, deals) - this.lowered(place, pair, deals);
    return {
      isSatisfied: true,
      score: Math.max(score, 0),
      used: [...used, ...deals],
      vetoes: [],
      missing: [],
      scope: place.scope,
    };
  }

  /** Whether the headline names a third country. */
  private get isThirds(): boolean {
    return this.thirds.all.some(({ field }) => field === 'title');
  }

  /** Dealings that can only be those of the two with each other. */
  private countingDeals(place: Place, pair: Pair, used: readonly Found[]): readonly Found[] {
    const found = this.dealsIn(place, used);
    // Where the two stand apart, what is traded or built may be the affair of one of them, and what
    // a sentence tells that names neither may be anybody's.
    const isLoose = place.scope === 'title and sentence' || place.scope === 'article';
    const near = new Set(used.map(({ unit }) => unit));
    const isTold =
      !isLoose || found.some((hit) => near.has(hit.unit) && !this.isOneOf(hit, matters));
    if (!isTold) return [];
    if (this.areBlamed(pair)) return found.filter((hit) => !this.isOneOf(hit, blames));
    if (!this.isThirds) return found;
    // In a headline with a third country, comings and goings may be that country's own; in one that
    // begins with it, so may its gas and its roads.
    const theirs = this.isThirdFirst(pair) ? matters : moves;
    return found.filter((hit) => hit.field !== 'title' || !this.isOneOf(hit, theirs));
  }

  private raised(pair: Pair, deals: readonly Found[]): number {
    const ways = new Set(deals.map(({ term }) => term.concept));
    const areTold = areBetween(pair, this.view);
    const told = deals.length > 0 || areTold ? dealingsBonus : 0;
    const more = ways.size > 1 && !this.isThirds ? dealingsMoreBonus : 0;
    return told + more + (areTold || areLinked(pair, this.view) ? linkBonus : 0);
  }

  private lowered(place: Place, pair: Pair, deals: readonly Found[]): number {
    const named = [...this.left, ...this.right];
    const listed = this.thirds.makeList(pair, place.units, named) ? listPenalty : 0;
    const headline = place.scope !== 'title' && this.isThirdsHeadline(place) ? thirdPenalty : 0;
    const elsewhere = this.isTheirs(place, pair, deals) ? thirdPenalty : 0;
    const behind = this.isBackground(place) ? backgroundPenalty : 0;
    return listed + headline + elsewhere + behind;
  }

  /** Whether what is told of the two there is a third's doing or a third's affair. */
  private isTheirs(place: Place, pair: Pair, deals: readonly Found[]): boolean {
    const isInTitle = pair.every(({ field }) => field === 'title');
    const isBare =
      deals.length === 0 && !areLinked(pair, this.view) && !areBetween(pair, this.view);
    if (isBare && ((isInTitle && this.isThirds) || this.areBlamed(pair))) return true;
    return place.scope === 'article' && this.isThirdsAffair(pair);
  }

  /** Words of dealing in a place that are part of no longer word, such as a name or `climate talks`. */
  private dealsIn(place: Place, names: readonly Found[]): readonly Found[] {
    const others = this.view.hits.filter(
      ({ unit, wordFrom, wordTo }) => place.units.has(unit) && wordTo - wordFrom > 1,
    );
    return findHits(this.view, dealings, this.scope).filter(
      (hit) =>
        place.units.has(hit.unit) &&
        !names.some((name) => isInside(hit, name)) &&
        !others.some((other) => isInside(hit, other) && !isInside(other, hit)),
    );
  }

  private isOneOf(hit: Found, ids: readonly ConceptId[]): boolean {
    const owners = this.view.vocabulary.ownersOf(hit.term.concept);
    return ids.some((id) => owners.has(id));
  }

  private isBackground(place: Place): boolean {
    const hits = findHits(this.view, background, this.scope);
    return hits.some(({ unit }) => place.units.has(unit));
  }

  /** `The council condemned Iran and Azerbaijan`: both are blamed, side by side, by somebody else. */
  private areBlamed(pair: Pair): boolean {
    if (!areCoordinated(pair, this.view)) return false;
    const [first] = pair[0].start < pair[1].start ? pair : [pair[1]];
    if (first.start === first.unit.start) return false;
    return censures.some((id) =>
      findHits(this.view, id, this.scope).some(({ unit }) => unit === first.unit),
    );
  }

  /**
   * Whether the two never share a sentence, while a third country shares one with either: what is
   * told of that one is told with the third.
   */
  private isThirdsAffair(pair: Pair): boolean {
    if (isSameUnit(pair[0].unit, pair[1].unit)) return false;
    return this.thirds.all.some(({ unit }) => pair.some((hit) => hit.unit === unit));
  }

  /** Whether the headline names a third country before either of the two. */
  private isThirdFirst(pair: Pair): boolean {
    return this.thirds.all.some(
      ({ field, start }) => field === 'title' && pair.every((hit) => start < hit.start),
    );
  }

  /** Whether the title names a third country and only one of the two. */
  private isThirdsHeadline({ scope }: Place): boolean {
    const inTitle = ({ field }: Found) => field === 'title';
    const named = this.thirds.all.filter(inTitle);
    // Of whom the speaker tells in one breath, he tells as of the two.
    const isToldOf = scope === 'sentence' && named.every((hit) => this.isSpeaker(hit));
    if (named.length === 0 || isToldOf) return false;
    return this.left.some(inTitle) !== this.right.some(inTitle);
  }

  /** `Overchuk: …`: who says what a headline tells is not what it tells of. */
  private isSpeaker(hit: Found): boolean {
    const text = textOfField(this.view.reading.item, hit.field);
    return hit.wordFrom < speakerWordsMax && /^\s?[:՝]/.test(text.slice(hit.end, hit.end + 2));
  }
}

function gradeOfUnit(unit: Unit): number {
  if (unit.field !== 'summary') return contentGrade;
  return unit.order === 0 ? leadGrade : sentenceGrade;
}
