import type { Veto } from '../domain/match.ts';
import type { ItemField } from '../domain/topic.ts';
import { type Found, isInside, type Unit } from './reading.ts';
import type { View } from './view.ts';

/** Where a clause is looked for. */
export interface Scope {
  readonly fields: ReadonlySet<ItemField>;
  readonly weights: Readonly<Partial<Record<ItemField, number>>>;
  /** Absent: anywhere in the fields. */
  readonly units?: ReadonlySet<Unit>;
  /** Finds whose inner words are not seen: an Economic Cooperation Organization is no cooperation. */
  readonly whole?: readonly Found[];
}

/** What became of a clause. */
export interface Verdict {
  readonly isSatisfied: boolean;
  readonly score: number;
  /** Finds that spoke for it. */
  readonly used: readonly Found[];
  readonly vetoes: readonly Veto[];
  readonly missing: readonly string[];
  readonly scope?: string;
}

/** Categories are the source's filing, not its text: never looked at unless a rule asks for them. */
export const defaultScope: Scope = {
  fields: new Set(['title', 'summary', 'content']),
  weights: {},
};

const defaultWeights: Readonly<Record<ItemField, number>> = {
  title: 3,
  summary: 1,
  content: 0.5,
  categories: 0.25,
};
/** The first sentence of a summary says what the news is. */
const leadFactor = 2;

/** What a find of weight 1 is worth at the best place of a field. */
export function fieldWorthMax(field: ItemField, weights: Scope['weights']): number {
  const base = weights[field] ?? defaultWeights[field];
  return base * (field === 'summary' ? leadFactor : 1);
}

/** What a find is worth by where it stands. */
export function worthOf(hit: Found, scope: Scope): number {
  const base = scope.weights[hit.field] ?? defaultWeights[hit.field];
  const isLead = hit.field === 'summary' && hit.unit.order === 0;
  return base * (isLead ? leadFactor : 1) * hit.weight;
}

/** A clause that nothing satisfied. */
export function nothing(missing: readonly string[]): Verdict {
  return { isSatisfied: false, score: 0, used: [], vetoes: [], missing };
}

/** Finds of a concept in a scope, weak ones included. */
export function findHits(view: View, id: string, scope: Scope): readonly Found[] {
  return (view.byConcept.get(id) ?? []).filter((hit) => isInScope(hit, scope));
}

/** Whether a find stands where a clause is looked for. */
export function isInScope(hit: Found, { fields, units, whole }: Scope): boolean {
  if (!fields.has(hit.field) || !(units?.has(hit.unit) ?? true)) return false;
  return !(whole?.some((other) => isInside(hit, other) && !isInside(other, hit)) ?? false);
}
