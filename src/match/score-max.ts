import type { ConceptId } from '../domain/ids.ts';
import type { Concept, ItemField } from '../domain/topic.ts';
import { betweenScoreMax } from './between.ts';
import { type ClauseNode, RuleFault, type RuleNode } from './compile-rule.ts';
import { repeatBonusMax } from './evaluate.ts';
import { defaultScope, fieldWorthMax, type Scope } from './scope.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Throws AppError `config` for a threshold that no item can reach, of the rule or of one inside it:
 * such a topic would stay empty and nobody would see why.
 */
export function checkThresholds(topicId: string, node: RuleNode, vocabulary: Vocabulary): void {
  const heaviest = new Map<ConceptId, number>();
  const weightMax = (id: ConceptId): number => {
    const known = heaviest.get(id) ?? weightMaxOf(id, vocabulary);
    heaviest.set(id, known);
    return known;
  };
  new ThresholdChecker(topicId, weightMax).check(node, 'rule', defaultScope);
}

type Where = Pick<Scope, 'fields' | 'weights'>;

class ThresholdChecker {
  readonly #topicId: string;
  readonly #weightMax: (id: ConceptId) => number;

  constructor(topicId: string, weightMax: (id: ConceptId) => number) {
    this.#topicId = topicId;
    this.#weightMax = weightMax;
  }

  /** The most that an item can score by a clause; infinite where conditions alone decide. */
  check(node: ClauseNode, path: string, outer: Where): number {
    if (node.kind === 'condition') return Number.POSITIVE_INFINITY;
    if (node.kind === 'rule') return this.#checkRule(node, path, outer);
    const weight = node.kind === 'pattern' ? 1 : this.#weightMax(node.id);
    const fields: readonly ItemField[] = [...(node.fields ?? outer.fields)];
    const worths = fields.map((field) => fieldWorthMax(field, outer.weights));
    return Math.max(...worths) * weight + repeatBonusMax;
  }

  #checkRule(node: RuleNode, path: string, outer: Where): number {
    const fields = node.fields ?? outer.fields;
    const where = { fields, weights: { ...outer.weights, ...node.weights } };
    const list = (key: 'all' | 'any' | 'none' | 'strong'): readonly number[] =>
      node[key].map((clause, index) => this.check(clause, `${path}.${key}[${index}]`, where));
    list('none');
    list('strong');
    node.veto.forEach(({ when, unless }, index) => {
      this.check(when, `${path}.veto[${index}].when`, where);
      unless.forEach((clause, position) => {
        this.check(clause, `${path}.veto[${index}].unless[${position}]`, where);
      });
    });
    const any = list('any');
    const most = Math.min(
      ...(node.between === undefined ? [] : [betweenScoreMax]),
      ...list('all'),
      ...(any.length > 0 ? [Math.max(...any)] : []),
    );
    const { threshold = 0 } = node;
    if (threshold <= most) return most;
    const shown = Math.round(most * 100) / 100;
    const cure = `give ${shown} or less${node.between === undefined ? ', or raise "weights"' : ''}`;
    throw new RuleFault(
      this.#topicId,
      `${path}.threshold`,
      `is ${threshold}, and no item can score more than ${shown} by this rule; ${cure}`,
    );
  }
}

/** Weight of the heaviest word that a find of a concept may have. */
function weightMaxOf(id: ConceptId, vocabulary: Vocabulary): number {
  const weights = [...vocabulary.closureOf(id)].flatMap((part) => {
    const concept = vocabulary.find(part);
    return concept === undefined ? [] : weightsOf(concept);
  });
  // A phrase of a rule is a concept without words of its own.
  return weights.length === 0 ? 1 : Math.max(...weights);
}

function weightsOf({ terms, weak = {} }: Concept): readonly number[] {
  return [...Object.values(terms), ...Object.values(weak)]
    .flat()
    .map((term) => (typeof term === 'string' ? 1 : (term.weight ?? 1)));
}
