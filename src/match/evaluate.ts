import type { MatchInput, Veto } from '../domain/match.ts';
import type { Condition } from '../domain/topic.ts';
import { gradeBetween } from './between.ts';
import type { ClauseNode, RuleNode, VetoNode } from './compile-rule.ts';
import type { Found, Unit } from './reading.ts';
import { findHits, isInScope, nothing, type Scope, type Verdict, worthOf } from './scope.ts';
import { hasContext, isOpening, type View } from './view.ts';

/** What each further find of a clause adds to its best one, up to five. */
const repeatBonus = 0.1;
const repeatsMax = 5;
export const repeatBonusMax = repeatBonus * repeatsMax;

/** Evaluates a rule on an item. Cost is linear in the item's finds. */
export function evaluateRule(node: RuleNode, view: View, outer: Scope): Verdict {
  const scope: Scope = {
    ...outer,
    fields: node.fields ?? outer.fields,
    weights: { ...outer.weights, ...node.weights },
  };
  const positive = evaluatePositive(node, view, scope);
  const excluded = node.none
    .map((clause) => ({ clause, verdict: evaluateClause(clause, view, scope) }))
    .filter(({ verdict }) => verdict.isSatisfied);
  const vetoes: readonly Veto[] = [
    ...positive.vetoes,
    ...excluded.map(({ clause, verdict }) => ({
      clause: clause.label,
      surface: surfaceOf(verdict),
    })),
    ...(positive.isSatisfied ? evaluateVetoes(node.veto, positive, view, scope) : []),
  ];
  const isVetoed = vetoes.some(({ overriddenBy }) => overriddenBy === undefined);
  const threshold = thresholdOf(node);
  const isEnough = positive.score >= threshold;
  return { ...positive, vetoes, isSatisfied: positive.isSatisfied && isEnough && !isVetoed };
}

/** Score that satisfies a two-sided rule: one headline pair, or a sentence pair that says what they do. */
const betweenThreshold = 3;

/** Score from which a rule is satisfied; 0 where being satisfied is enough. */
export function thresholdOf(node: RuleNode): number {
  return node.threshold ?? (node.between === undefined ? 0 : betweenThreshold);
}

/**
 * Vetoes look at the headline, the lead and the sentences that satisfied the rule: what an item says
 * elsewhere (a match in the last line of a diplomat's day) does not change what it is about.
 */
function evaluateVetoes(
  vetoes: readonly VetoNode[],
  positive: Verdict,
  view: View,
  scope: Scope,
): readonly Veto[] {
  if (vetoes.length === 0) return [];
  const units = new Set(view.reading.units.filter(isOpening));
  for (const { unit } of positive.used) units.add(unit);
  return vetoes.flatMap((veto) => evaluateVeto(veto, view, { ...scope, units }));
}

function evaluateVeto(veto: VetoNode, view: View, scope: Scope): readonly Veto[] {
  const verdict = evaluateClause(veto.when, view, scope);
  if (!verdict.isSatisfied) return [];
  const inner: Scope = { ...scope, whole: verdict.used };
  const savior = veto.unless.find((clause) => evaluateClause(clause, view, inner).isSatisfied);
  const base = { clause: veto.when.label, surface: surfaceOf(verdict) };
  return [savior === undefined ? base : { ...base, overriddenBy: savior.label }];
}

function surfaceOf(verdict: Verdict): string {
  return verdict.used[0]?.surface ?? '';
}

/** `between`, `all` and `any` of a rule, which must all be satisfied. */
function evaluatePositive(node: RuleNode, view: View, scope: Scope): Verdict {
  const parts: Verdict[] = [];
  if (node.between !== undefined) {
    const strong = node.strong.map((clause) => evaluateClause(clause, view, scope));
    parts.push(gradeBetween(node.between, strong, view, scope));
  }
  if (node.all.length > 0) parts.push(evaluateTogether(node, view, scope));
  if (node.any.length > 0) parts.push(evaluateAny(node.any, view, scope));
  return combine(parts);
}

/** `all`, within the rule's distance: the best place in which every clause is satisfied. */
function evaluateTogether(node: RuleNode, view: View, scope: Scope): Verdict {
  let best: Verdict | undefined;
  for (const { name, units } of placesOf(node.within, view, scope)) {
    const inner: Scope = units === undefined ? scope : { ...scope, units };
    const parts = node.all.map((clause) => evaluateClause(clause, view, inner));
    const found = node.near === undefined ? combine(parts) : combineNear(parts, node.near);
    const verdict = { ...found, scope: found.scope ?? name };
    if (best === undefined || isBetter(verdict, best)) best = verdict;
  }
  return best ?? nothing(node.all.map(({ label }) => label));
}

function isBetter(left: Verdict, right: Verdict): boolean {
  if (left.isSatisfied !== right.isSatisfied) return left.isSatisfied;
  return left.missing.length < right.missing.length || left.score > right.score;
}

interface Place {
  readonly name: string;
  readonly units?: ReadonlySet<Unit>;
}

/** Groups of units in which clauses stand together; the title and the lead are read as one. */
function placesOf(within: RuleNode['within'], view: View, scope: Scope): readonly Place[] {
  if (within === 'article') return [{ name: 'article' }];
  const units = view.reading.units.filter(
    (unit) => scope.fields.has(unit.field) && (scope.units?.has(unit) ?? true),
  );
  const title = units.filter(({ field }) => field === 'title');
  const places: Place[] = [{ name: 'title', units: new Set(title) }];
  if (within === 'title') return places;
  const lead = units.filter(({ field, order }) => field === 'summary' && order === 0);
  places.push({ name: 'title and lead', units: new Set([...title, ...lead]) });
  // Only units with finds can satisfy anything.
  const alive = new Set(view.hits.map(({ unit }) => unit));
  for (const unit of units)
    if (alive.has(unit)) places.push({ name: 'sentence', units: new Set([unit]) });
  return places;
}

function evaluateAny(clauses: readonly ClauseNode[], view: View, scope: Scope): Verdict {
  const verdicts = clauses.map((clause) => evaluateClause(clause, view, scope));
  const satisfied = verdicts.filter(({ isSatisfied }) => isSatisfied);
  if (satisfied.length === 0) return nothing([clauses.map(({ label }) => label).join(' or ')]);
  return {
    isSatisfied: true,
    score: Math.max(...satisfied.map(({ score }) => score)),
    used: satisfied.flatMap(({ used }) => used),
    vetoes: satisfied.flatMap(({ vetoes }) => vetoes),
    missing: [],
  };
}

/** AND, and the finds of all clauses stand in one sentence with few words between them. */
function combineNear(parts: readonly Verdict[], near: number): Verdict {
  const all = combine(parts);
  const worded = parts.filter(({ used }) => used.length > 0);
  const [first, ...rest] = worded.map(({ used }) => used);
  if (!all.isSatisfied || first === undefined) return all;
  const isNear = first.some((hit) => {
    const closest = rest.map((hits) => closestTo(hit, hits));
    return closest.every((other) => other !== undefined && wordsBetween(hit, other) <= near);
  });
  return isNear ? all : { ...all, isSatisfied: false, missing: [`within ${near} words`] };
}

function closestTo(hit: Found, others: readonly Found[]): Found | undefined {
  let best: Found | undefined;
  for (const other of others) {
    if (other.unit !== hit.unit) continue;
    if (best === undefined || wordsBetween(hit, other) < wordsBetween(hit, best)) best = other;
  }
  return best;
}

function wordsBetween(left: Found, right: Found): number {
  return Math.max(left.wordFrom - right.wordTo, right.wordFrom - left.wordTo, 0);
}

/** AND: the weakest clause gives the score. */
function combine(parts: readonly Verdict[]): Verdict {
  const scope = parts.find((part) => part.scope !== undefined)?.scope;
  return {
    isSatisfied: parts.every(({ isSatisfied }) => isSatisfied),
    score: parts.length === 0 ? 0 : Math.min(...parts.map(({ score }) => score)),
    used: parts.flatMap(({ used }) => used),
    vetoes: parts.flatMap(({ vetoes }) => vetoes),
    missing: parts.flatMap(({ missing }) => missing),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** Evaluates any clause. */
export function evaluateClause(node: ClauseNode, view: View, scope: Scope): Verdict {
  if (node.kind === 'rule') return evaluateRule(node, view, scope);
  if (node.kind === 'condition')
    return evaluateCondition(node.condition, view.reading.item, node.label);
  const inner = node.fields === undefined ? scope : { ...scope, fields: node.fields };
  const hits =
    node.kind === 'pattern'
      ? view.findPattern(node.pattern, node.label).filter((hit) => isInScope(hit, inner))
      : findHits(view, node.id, inner);
  const used = hits.filter((hit) => hit.term.role === 'strong' || hasContext(view, hit));
  if (used.length === 0) return { ...nothing([node.label]), used: hits };
  const best = Math.max(...used.map((hit) => worthOf(hit, scope)));
  const score = best + repeatBonus * Math.min(used.length - 1, repeatsMax);
  return { isSatisfied: true, score, used, vetoes: [], missing: [] };
}

function evaluateCondition(condition: Condition, item: MatchInput, label: string): Verdict {
  const isMet =
    isAmong(item.language, condition.language) &&
    isAmong(item.sourceId, condition.source) &&
    isAmong(item.country, condition.country);
  // A condition is no evidence of its own, so it never lowers a score.
  return {
    isSatisfied: isMet,
    score: Number.POSITIVE_INFINITY,
    used: [],
    vetoes: [],
    missing: isMet ? [] : [label],
  };
}

function isAmong(value: string | undefined, allowed: readonly string[] | undefined): boolean {
  if (allowed === undefined) return true;
  // `fa` allows `fa-IR` too.
  return value !== undefined && allowed.some((one) => value === one || value.startsWith(`${one}-`));
}
