import type { ConceptId } from '../domain/ids.ts';
import { areNeighbours, isRoundUp, type Pair, rowOf } from './pair.ts';
import type { Found, Unit } from './reading.ts';
import type { View } from './view.ts';

/** Other countries in one place from which it is a list. */
const listCountriesMin = 3;
/** Other countries between the two, or in one row with them, from which it is a list. */
const seriesCountriesMin = 2;

/** The countries of an item that are neither of the two sides of a relation. */
export class Thirds {
  private readonly sides: readonly [ConceptId, ConceptId];
  private readonly view: View;
  private found: readonly Found[] | undefined;

  constructor(sides: readonly [ConceptId, ConceptId], view: View) {
    this.sides = sides;
    this.view = view;
  }

  /** Words of third countries; looked for when there is a pair at all. */
  get all(): readonly Found[] {
    this.found ??= this.view.hits.filter(
      (hit) => hit.term.role === 'strong' && this.thirdOf(hit) !== undefined,
    );
    return this.found;
  }

  /** Whether the two, of which `named` are all the names, stand in a list of countries. */
  makeList(pair: Pair, units: ReadonlySet<Unit>, named: readonly Found[]): boolean {
    if (this.isRowOfMany(pair, named)) return true;
    const here = this.all.filter(({ unit }) => units.has(unit));
    const isListed = this.count(here) >= listCountriesMin || this.areInSeries(pair);
    return isListed && !this.areAlone(pair);
  }

  /** `Azerbaijan, Kazakhstan, Uzbekistan and Iran`: others stand between the two. */
  private areInSeries(pair: Pair): boolean {
    return this.count(this.between(pair)) >= seriesCountriesMin;
  }

  /** Side by side, with nobody between them and not as two of a list. */
  private areAlone(pair: Pair): boolean {
    return areNeighbours(pair, this.view) && this.between(pair).length === 0;
  }

  private between([left, right]: Pair): readonly Found[] {
    if (left.unit !== right.unit) return [];
    const [from, to] = left.start < right.start ? [left, right] : [right, left];
    return this.all.filter(
      ({ unit, start }) => unit === from.unit && start >= from.end && start < to.start,
    );
  }

  /** Whether the two are parts of a round-up, or of a row of names that goes on with two others. */
  private isRowOfMany(pair: Pair, named: readonly Found[]): boolean {
    const all = [...named, ...this.all];
    if (isRoundUp(pair, all, (name) => this.landOf(name), this.view)) return true;
    const row = rowOf(pair, all, this.view);
    return this.count(row.filter((hit) => this.all.includes(hit))) >= seriesCountriesMin;
  }

  private count(thirds: readonly Found[]): number {
    return new Set(thirds.map((hit) => this.thirdOf(hit))).size;
  }

  /** The country a word stands for: one of the two sides, or a third. */
  private landOf(hit: Found): ConceptId | undefined {
    const owners = this.view.vocabulary.ownersOf(hit.term.concept);
    return this.sides.find((side) => owners.has(side)) ?? this.thirdOf(hit);
  }

  /** The third country a word stands for, if it stands for one and for neither side. */
  private thirdOf(hit: Found): ConceptId | undefined {
    const { vocabulary } = this.view;
    const owners = vocabulary.ownersOf(hit.term.concept);
    if (owners.has(this.sides[0]) || owners.has(this.sides[1])) return undefined;
    for (const id of owners) {
      if (vocabulary.find(id)?.kind === 'country') return vocabulary.reportedAs(id);
    }
    return undefined;
  }
}
