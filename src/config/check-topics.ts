import type { Concept } from '../domain/topic.ts';
import { findNearest } from '../text/nearest.ts';
import { type CheckContext, findRepeated } from './check-sources.ts';
import { mergeConcepts } from './merge-concepts.ts';
import type { Finding, Path } from './problem.ts';
import type { DeclaredConfig } from './schema.ts';
import type { ClauseDeclaration, RuleDeclaration, TopicDeclaration } from './schema-topics.ts';

/** Ids that a rule may name. */
interface Known {
  readonly concepts: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Mistakes that only show when topics and concepts are seen beside each other. */
export function checkTopics(
  config: DeclaredConfig,
  shipped: readonly Concept[],
  context: CheckContext,
): readonly Finding[] {
  const topics = config.topics ?? [];
  const known: Known = {
    concepts: new Set([...shipped.map(({ id }) => id), ...Object.keys(config.concepts ?? {})]),
    sources: new Set((config.sources ?? []).map((source) => source.id)),
  };
  const ids = topics.map((topic) => topic.id);
  return [
    ...checkConcepts(config, shipped, known),
    ...findRepeated(ids, (index) => ['topics', index, 'id'], context, 'rename or remove one'),
    ...checkAliases(topics, context),
    ...topics.flatMap((topic, index) => checkTopic(topic, ['topics', index], known)),
  ];
}

function checkConcepts(
  config: DeclaredConfig,
  shipped: readonly Concept[],
  known: Known,
): readonly Finding[] {
  const shippedIds = new Set(shipped.map(({ id }) => id));
  const cycles = findCycles(mergeConcepts(shipped, config.concepts ?? {}), config);
  const own = Object.entries(config.concepts ?? {}).flatMap(([id, concept]) => {
    const path = ['concepts', id];
    const lists = (['context', 'includes'] as const).flatMap((key) =>
      (concept[key] ?? []).flatMap((name, index) =>
        checkConceptId(name, [...path, key, index], known),
      ),
    );
    const isExtension = shippedIds.has(id) && concept.replace !== true;
    if (isExtension || hasWords(concept.terms) || hasWords(concept.weak) || concept.includes)
      return lists;
    const cure = 'add "terms", such as "terms": { "en": ["border trade"] }';
    const empty: Finding = { path, at: 'value', message: 'has no words', cure };
    return [empty, ...lists];
  });
  return [...own, ...cycles];
}

/** A list for no language is as good as none. */
function hasWords(terms: object | undefined): boolean {
  return terms !== undefined && Object.keys(terms).length > 0;
}

/** Concepts that include themselves, by whatever way: their words would have no end. */
function findCycles(concepts: readonly Concept[], config: DeclaredConfig): readonly Finding[] {
  const included = new Map(concepts.map(({ id, includes }) => [id, includes ?? []]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (included.get(from) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      return reaches(next, goal, seen.add(next));
    });
  return Object.entries(config.concepts ?? {}).flatMap(([id, concept]): readonly Finding[] => {
    if (concept.includes === undefined || !reaches(id, id, new Set())) return [];
    const path = ['concepts', id, 'includes'];
    const cure = 'remove the one that leads back';
    return [{ path, at: 'value', message: `leads back to "${id}" itself`, cure }];
  });
}

/** Where a clause may stand, a concept that does not exist can be given as a phrase instead. */
function checkConceptClause(id: string, path: Path, known: Known): readonly Finding[] {
  return checkConceptId(id, path, known, `, or write { "phrase": "${id}" } to look for the word`);
}

function checkConceptId(id: string, path: Path, known: Known, instead = ''): readonly Finding[] {
  if (known.concepts.has(id)) return [];
  const meant = findNearest(id, known.concepts);
  const define = `define "${id}" under "concepts"${instead}`;
  const cure = meant === undefined ? define : `did you mean "${meant}"? Otherwise ${define}`;
  return [{ path, at: 'value', message: `names the concept "${id}", which does not exist`, cure }];
}

function checkAliases(
  topics: readonly TopicDeclaration[],
  context: CheckContext,
): readonly Finding[] {
  const taken = new Map<string, Path>();
  topics.forEach((topic, index) => {
    if (!taken.has(topic.id)) taken.set(topic.id, ['topics', index, 'id']);
  });
  return topics.flatMap((topic, index) =>
    (topic.aliases ?? []).flatMap((alias, position): readonly Finding[] => {
      const path = ['topics', index, 'aliases', position];
      const holder = taken.get(alias);
      if (holder === undefined) {
        taken.set(alias, path);
        return [];
      }
      const message = `is "${alias}", which line ${context.lineOf(holder)} uses already`;
      const cure = 'remove it: an address can lead to one topic only';
      return [{ path, at: 'value', message, cure }];
    }),
  );
}

function checkTopic(topic: TopicDeclaration, path: Path, known: Known): readonly Finding[] {
  if (!topic.between && !topic.all && !topic.any) {
    const message = topic.none || topic.veto ? 'only says what to leave out' : 'has no rule';
    const cure = 'add "between", "all" or "any", such as "any": ["iran"]';
    return [{ path, at: 'value', message, cure }];
  }
  return checkRule(topic, path, known);
}

function checkRule(rule: RuleDeclaration, path: Path, known: Known): readonly Finding[] {
  const [left, right] = rule.between ?? [];
  const same: Finding = {
    path: [...path, 'between'],
    at: 'value',
    message: `names "${left}" twice`,
    cure: 'name two different concepts',
  };
  const sides = (rule.between ?? []).flatMap((id, index) =>
    checkConceptId(id, [...path, 'between', index], known),
  );
  const lists = (['strong', 'all', 'any', 'none'] as const).flatMap((key) =>
    (rule[key] ?? []).flatMap((clause, index) => checkClause(clause, [...path, key, index], known)),
  );
  const vetoes = (rule.veto ?? []).flatMap((veto, index) => [
    ...checkClause(veto.when, [...path, 'veto', index, 'when'], known),
    ...(veto.unless ?? []).flatMap((clause, position) =>
      checkClause(clause, [...path, 'veto', index, 'unless', position], known),
    ),
  ]);
  return [...(left !== undefined && left === right ? [same] : []), ...sides, ...lists, ...vetoes];
}

function checkClause(clause: ClauseDeclaration, path: Path, known: Known): readonly Finding[] {
  if (typeof clause === 'string') return checkConceptClause(clause, path, known);
  const sources = (clause.source ?? []).flatMap((id, index) =>
    checkSourceId(id, [...path, 'source', index], known),
  );
  return [...sources, ...checkRule(clause, path, known)];
}

function checkSourceId(id: string, path: Path, known: Known): readonly Finding[] {
  if (known.sources.has(id)) return [];
  const meant = findNearest(id, known.sources);
  const cure =
    meant === undefined ? 'use the "id" of an entry of "sources"' : `did you mean "${meant}"?`;
  return [{ path, at: 'value', message: `names the source "${id}", which does not exist`, cure }];
}
