import { createHash } from 'node:crypto';
import type { ConceptId, TopicId } from '../domain/ids.ts';
import type { CompiledTopics, Evidence, Hit, MatchInput, MatchOutcome } from '../domain/match.ts';
import type { Concept, Topic } from '../domain/topic.ts';
import { type ClauseNode, compileRule, type PhraseConcept, type RuleNode } from './compile-rule.ts';
import { evaluateRule, thresholdOf } from './evaluate.ts';
import { Lexicon } from './lexicon.ts';
import { type Found, readItem } from './reading.ts';
import { defaultScope } from './scope.ts';
import { checkThresholds } from './score-max.ts';
import { type View, viewOf } from './view.ts';
import { addConcept, Vocabulary } from './vocabulary.ts';

/** Raised when the engine decides otherwise on the same words: every rule version changes with it. */
const engineVersion = 3;

/** Finds kept as evidence of one match. */
const evidenceHitsMax = 60;

interface CompiledTopic {
  readonly id: TopicId;
  readonly node: RuleNode;
  readonly version: string;
  /** Concepts of which at least one must be found; absent: always evaluated. */
  readonly triggers?: ReadonlySet<ConceptId>;
  /** What is said of an item in which no trigger is found; one object for all of them. */
  readonly miss: MatchOutcome;
}

/**
 * Compiles topics and the concepts they use. Matching is one pass over an item for all topics; a
 * topic costs nothing until a word it cannot do without is found. Throws AppError `config` naming
 * topic and clause, or concept and term, that cannot be compiled.
 */
export function compileTopics(input: {
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
}): CompiledTopics {
  const phrases = new Map<ConceptId, PhraseConcept>();
  const ids = new Set(input.concepts.map(({ id }) => id));
  const nodes = input.topics.map((topic) =>
    compileRule(topic.id, topic.rule, (id) => ids.has(id), phrases),
  );
  const vocabulary = new Vocabulary([
    ...input.concepts,
    ...[...phrases.keys()].map((id) => ({ id, terms: {} })),
  ]);
  input.topics.forEach(({ id }, index) => {
    checkThresholds(id, nodes[index] as RuleNode, vocabulary);
  });
  const lexicon = new Lexicon();
  for (const concept of vocabulary.all()) addConcept(lexicon, concept);
  for (const { id, phrase } of phrases.values()) {
    lexicon.add(id, '*', phrase.phrase, 'strong', phrase.near ?? 0);
  }
  lexicon.finish();
  const topics = input.topics.map((topic, index) =>
    compileTopic(topic, nodes[index] as RuleNode, vocabulary),
  );
  return new TopicMatcher(topics, lexicon, vocabulary);
}

class TopicMatcher implements CompiledTopics {
  readonly versions: ReadonlyMap<TopicId, string>;
  private readonly topics: readonly CompiledTopic[];
  private readonly lexicon: Lexicon;
  private readonly vocabulary: Vocabulary;
  private readonly misses: readonly MatchOutcome[];
  private readonly always: readonly number[];
  private readonly byTrigger = new Map<ConceptId, number[]>();
  private lastView: View | undefined;

  constructor(topics: readonly CompiledTopic[], lexicon: Lexicon, vocabulary: Vocabulary) {
    this.topics = topics;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.misses = topics.map(({ miss }) => miss);
    this.versions = new Map(topics.map(({ id, version }) => [id, version]));
    this.always = topics.flatMap(({ triggers }, index) => (triggers === undefined ? [index] : []));
    topics.forEach(({ triggers }, index) => {
      for (const id of triggers ?? []) {
        const list = this.byTrigger.get(id);
        if (list === undefined) this.byTrigger.set(id, [index]);
        else list.push(index);
      }
    });
  }

  explain(item: MatchInput): readonly MatchOutcome[] {
    const view = this.view(item);
    return this.topics.map((topic) => decide(topic, view));
  }

  match(item: MatchInput): readonly MatchOutcome[] {
    const view = this.view(item);
    const outcomes = this.misses.slice();
    const wanted = new Set(this.always);
    const found = new Set(view.byConcept.keys());
    // A hidden word cannot satisfy a rule, but its topic should be able to say what hid it.
    for (const { term } of view.hidden) {
      for (const id of this.vocabulary.ownersOf(term.concept)) found.add(id);
    }
    for (const id of found) for (const index of this.byTrigger.get(id) ?? []) wanted.add(index);
    for (const index of wanted) outcomes[index] = decide(this.topics[index] as CompiledTopic, view);
    return outcomes;
  }

  readonly annotate = (item: MatchInput): readonly Hit[] => {
    const { hits } = this.view(item);
    return hits.map((found) => {
      const kind = this.vocabulary.find(found.term.concept)?.kind ?? 'subject';
      return { ...hitOf(found, this.vocabulary), kind };
    });
  };

  /** An arriving item is matched and annotated, one after the other: it is read once. */
  private view(item: MatchInput): View {
    if (this.lastView?.reading.item === item) return this.lastView;
    const view = viewOf(readItem(item, this.lexicon), this.vocabulary);
    this.lastView = view;
    return view;
  }
}

function decide(topic: CompiledTopic, view: View): MatchOutcome {
  const verdict = evaluateRule(topic.node, view, defaultScope);
  const used = [...new Set(verdict.used)].slice(0, evidenceHitsMax);
  const evidence: Evidence = {
    hits: used.map((found) => hitOf(found, view.vocabulary)),
    masked: view.masked.slice(0, evidenceHitsMax).map(({ term, field, start, end, surface }) => ({
      concept: term.concept,
      term: term.term,
      field,
      start,
      end,
      surface,
    })),
    vetoes: verdict.vetoes,
    ...(verdict.isSatisfied && verdict.scope !== undefined ? { scope: verdict.scope } : {}),
    missing: verdict.missing,
    threshold: thresholdOf(topic.node),
    ruleVersion: topic.version,
  };
  // A rule of conditions alone has no score of its own.
  const score = Number.isFinite(verdict.score) ? Math.round(verdict.score * 100) / 100 : 1;
  return { topicId: topic.id, matched: verdict.isSatisfied, score, evidence };
}

function hitOf({ term, field, start, end, surface, weight }: Found, vocabulary: Vocabulary): Hit {
  const isWeak = term.role === 'weak';
  const concept = vocabulary.reportedAs(term.concept);
  return { concept, term: term.term, field, start, end, surface, weight, isWeak };
}

function compileTopic(topic: Topic, node: RuleNode, vocabulary: Vocabulary): CompiledTopic {
  const version = versionOf(topic, node, vocabulary);
  const triggers = triggersOf(node);
  const evidence: Evidence = {
    hits: [],
    masked: [],
    vetoes: [],
    missing: labelsOf(node),
    threshold: thresholdOf(node),
    ruleVersion: version,
  };
  const miss = { topicId: topic.id, matched: false, score: 0, evidence };
  return { id: topic.id, node, version, miss, ...(triggers === undefined ? {} : { triggers }) };
}

/** Concepts without any of which a clause cannot be satisfied; undefined when it can without words. */
function triggersOf(node: ClauseNode): ReadonlySet<ConceptId> | undefined {
  if (node.kind === 'concept') return new Set([node.id]);
  if (node.kind === 'condition' || node.kind === 'pattern') return undefined;
  const strong = unionOf(node.strong);
  // Either side is enough to look: an item that names one of them may be a near miss.
  if (node.between !== undefined && strong !== undefined) {
    return new Set([...node.between, ...strong]);
  }
  for (const clause of node.all) {
    const triggers = triggersOf(clause);
    if (triggers !== undefined) return triggers;
  }
  return node.any.length > 0 ? unionOf(node.any) : undefined;
}

function unionOf(clauses: readonly ClauseNode[]): ReadonlySet<ConceptId> | undefined {
  const union = new Set<ConceptId>();
  for (const clause of clauses) {
    const triggers = triggersOf(clause);
    if (triggers === undefined) return undefined;
    for (const id of triggers) union.add(id);
  }
  return union;
}

function labelsOf(node: RuleNode): readonly string[] {
  const any = node.any.length > 0 ? [node.any.map(({ label }) => label).join(' or ')] : [];
  return [...(node.between ?? []), ...node.all.map(({ label }) => label), ...any];
}

/** 16 hex digits over the rule, every word it can use and the engine. */
function versionOf(topic: Topic, node: RuleNode, vocabulary: Vocabulary): string {
  const concepts = new Set<ConceptId>();
  const roots = [...conceptsOf(node), ...engineConcepts];
  // Any country may be the third one of a two-sided topic.
  for (const { id, kind } of vocabulary.all()) if (kind === 'country') roots.push(id);
  for (const id of roots) addWithContext(id, vocabulary, concepts);
  const words = [...concepts].sort().map((id) => vocabulary.find(id));
  const subject = JSON.stringify([engineVersion, topic.rule, words]);
  return createHash('sha256').update(subject).digest('hex').slice(0, 16);
}

/** Concepts the engine itself looks at, whatever the rule. */
const engineConcepts: readonly ConceptId[] = [
  'keyword-line',
  'read-also',
  'byline',
  'bilateral',
  'background',
];

function addWithContext(id: ConceptId, vocabulary: Vocabulary, concepts: Set<ConceptId>): void {
  if (concepts.has(id) || !vocabulary.has(id)) return;
  concepts.add(id);
  const concept = vocabulary.find(id);
  for (const part of [...(concept?.includes ?? []), ...(concept?.context ?? [])]) {
    addWithContext(part, vocabulary, concepts);
  }
}

function* conceptsOf(node: ClauseNode): Generator<ConceptId> {
  if (node.kind === 'concept') yield node.id;
  if (node.kind !== 'rule') return;
  yield* node.between ?? [];
  for (const clause of [...node.all, ...node.any, ...node.none, ...node.strong])
    yield* conceptsOf(clause);
  for (const { when, unless } of node.veto) {
    yield* conceptsOf(when);
    for (const clause of unless) yield* conceptsOf(clause);
  }
}
