import { countryUnknown } from '../domain/reported-by.ts';
import type { Concept } from '../domain/topic.ts';
import { mergeConcepts } from './merge-concepts.ts';
import type { Finding, Path } from './problem.ts';
import type { DeclaredConfig } from './schema.ts';
import type { ClauseDeclaration, RuleDeclaration, TopicDeclaration } from './schema-topics.ts';

/** Things that work and are worth a second look. */
export function findTopicWarnings(
  config: DeclaredConfig,
  shipped: readonly Concept[],
): readonly Finding[] {
  const topics = config.topics ?? [];
  if (topics.length === 0) {
    const cure = 'add one, such as { "id": "iran", "any": ["iran"] }';
    return [{ path: [], at: 'value', message: 'has no topics: nothing will be published', cure }];
  }
  return [
    ...topics.flatMap((topic, index) => [
      ...findLackOfExamples(topic, ['topics', index]),
      ...findTooFewReporters(topic, ['topics', index], config),
      ...findIdleWithin(topic, ['topics', index]),
    ]),
    ...findUnusedConcepts(config, topics, shipped),
  ];
}

function findLackOfExamples({ examples }: TopicDeclaration, path: Path): readonly Finding[] {
  if ((examples?.match ?? []).length + (examples?.reject ?? []).length > 0) return [];
  const cure = 'add headlines under "examples", so that check can show what a change breaks';
  return [{ path, at: 'value', message: 'has no examples', cure }];
}

/** A topic that asks for more countries or outlets than are read stays empty. */
function findTooFewReporters(
  { reportedBy = {} }: TopicDeclaration,
  path: Path,
  { sources = [] }: DeclaredConfig,
): readonly Finding[] {
  const enabled = sources.filter((source) => source.enabled !== false);
  const known = {
    countries: new Set(enabled.flatMap(({ country = countryUnknown }) => country)),
    outlets: new Set(enabled.map(({ id, title }) => title ?? id)),
  };
  known.countries.delete(countryUnknown);
  if (enabled.length === 0) return [];
  return (['countries', 'outlets'] as const).flatMap((key): readonly Finding[] => {
    const wanted = reportedBy[key] ?? 0;
    const have = known[key].size;
    if (wanted <= have) return [];
    const more = key === 'countries' ? 'of other countries' : 'under other titles';
    const message = `is ${wanted}, but the enabled sources make ${have}: the topic stays empty`;
    const cure = `${have > 1 ? `give ${have} or less` : 'remove it'}, or add sources ${more}`;
    return [{ path: [...path, 'reportedBy', key], at: 'value', message, cure }];
  });
}

/** `within` says how close the clauses of `all` stand together: there must be some. */
function findIdleWithin(rule: RuleDeclaration, path: Path): readonly Finding[] {
  const { within, all } = rule;
  const inner = clausesOf(rule).flatMap(([clause, place]) =>
    typeof clause === 'string' ? [] : findIdleWithin(clause, [...path, ...place]),
  );
  if (within === undefined || all !== undefined) return inner;
  const cure =
    within === 'title'
      ? 'write "fields": ["title"] to look in titles only'
      : 'list under "all" what must stand together, or remove it';
  const message = 'has no effect without "all"';
  return [{ path: [...path, 'within'], at: 'key', message, cure }, ...inner];
}

/** Clauses of a rule, each with its place under it. */
function clausesOf(rule: RuleDeclaration): readonly (readonly [ClauseDeclaration, Path])[] {
  const lists = (['strong', 'all', 'any', 'none'] as const).flatMap((key) =>
    (rule[key] ?? []).map((clause, index) => [clause, [key, index]] as const),
  );
  const vetoes = (rule.veto ?? []).flatMap(({ when, unless = [] }, index) => [
    [when, ['veto', index, 'when']] as const,
    ...unless.map((clause, position) => [clause, ['veto', index, 'unless', position]] as const),
  ]);
  return [...lists, ...vetoes];
}

function conceptsOf(rule: RuleDeclaration): readonly string[] {
  const inner = clausesOf(rule).flatMap(([clause]) =>
    typeof clause === 'string' ? [clause] : conceptsOf(clause),
  );
  return [...(rule.between ?? []), ...inner];
}

/**
 * Concepts of the file that no rule reaches, be it through others. Search and the comparing of
 * stories know their words all the same; a country is the third one of every two-sided topic; and
 * words that are added to a shipped concept may be meant for what ships around it.
 */
function findUnusedConcepts(
  { concepts = {} }: DeclaredConfig,
  topics: readonly TopicDeclaration[],
  shipped: readonly Concept[],
): readonly Finding[] {
  const all = new Map(mergeConcepts(shipped, concepts).map((concept) => [concept.id, concept]));
  const shippedIds = new Set(shipped.map(({ id }) => id));
  const used = new Set<string>();
  const use = (id: string): void => {
    if (used.has(id)) return;
    used.add(id);
    const { includes = [], context = [] } = all.get(id) ?? {};
    for (const part of [...includes, ...context]) use(part);
  };
  for (const id of [...topics.flatMap(conceptsOf), ...shippedIds]) use(id);
  const hasPairs = topics.some(({ between }) => between !== undefined);
  return Object.entries(concepts).flatMap(([id, { kind }]): readonly Finding[] => {
    if (used.has(id) || (kind === 'country' && hasPairs)) return [];
    const message = 'is used by no topic: only search and the comparing of stories know its words';
    const cure = `name "${id}" in a rule, or remove it`;
    return [{ path: ['concepts', id], at: 'key', message, cure }];
  });
}
