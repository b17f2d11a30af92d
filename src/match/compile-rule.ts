import { AppError } from '../domain/errors.ts';
import type { ConceptId } from '../domain/ids.ts';
import type {
  Clause,
  Condition,
  ItemField,
  Pattern,
  Phrase,
  Rule,
  VetoClause,
} from '../domain/topic.ts';
import { compilePattern, type LinearPattern } from './pattern.ts';

/** A clause ready to be evaluated. `label` is how evidence and messages call it. */
export type ClauseNode =
  | {
      readonly kind: 'concept';
      readonly id: ConceptId;
      readonly label: string;
      readonly fields?: ReadonlySet<ItemField>;
    }
  | {
      readonly kind: 'pattern';
      readonly pattern: LinearPattern;
      readonly label: string;
      readonly fields?: ReadonlySet<ItemField>;
    }
  | { readonly kind: 'condition'; readonly condition: Condition; readonly label: string }
  | RuleNode;

export interface RuleNode {
  readonly kind: 'rule';
  readonly label: string;
  readonly all: readonly ClauseNode[];
  readonly any: readonly ClauseNode[];
  readonly none: readonly ClauseNode[];
  readonly veto: readonly VetoNode[];
  readonly between?: readonly [ConceptId, ConceptId];
  readonly strong: readonly ClauseNode[];
  readonly fields?: ReadonlySet<ItemField>;
  readonly within: 'title' | 'sentence' | 'article';
  /** Words that may stand between two clauses of `all`; absent: any number. */
  readonly near?: number;
  readonly weights: Readonly<Partial<Record<ItemField, number>>>;
  readonly threshold?: number;
}

export interface VetoNode {
  readonly when: ClauseNode;
  readonly unless: readonly ClauseNode[];
}

/** A phrase of a clause, looked for like a concept of its own. */
export interface PhraseConcept {
  readonly id: ConceptId;
  readonly phrase: Phrase;
}

/** A rule that cannot be compiled, and which clause of it: `rule.any[2].pattern`. */
export class RuleFault extends AppError {
  /** Keys and numbers from the topic down to the clause. */
  readonly path: readonly (string | number)[];
  /** Said of the clause: problem and cure, apart by a semicolon. */
  readonly fault: string;

  constructor(topicId: string, path: string, fault: string) {
    super('config', `topic "${topicId}": ${path} ${fault}`);
    this.path = [...path.matchAll(/[^.[\]]+/g)].map(([part]) =>
      /^\d+$/.test(part) ? +part : part,
    );
    this.fault = fault;
  }
}

/** Most words that may stand between the parts of a phrase. */
export const nearMax = 50;
/** Nesting of rules; an editor's rule is two or three deep. */
const depthMax = 16;

/** Compiles the rule of one topic; throws AppError `config` naming topic, clause and cure. */
export function compileRule(
  topicId: string,
  rule: Rule,
  isConcept: (id: ConceptId) => boolean,
  phrases: Map<ConceptId, PhraseConcept>,
): RuleNode {
  return new RuleCompiler(topicId, isConcept, phrases).rule(rule, 'rule', 0);
}

class RuleCompiler {
  private readonly topicId: string;
  private readonly isConcept: (id: ConceptId) => boolean;
  private readonly phrases: Map<ConceptId, PhraseConcept>;

  constructor(
    topicId: string,
    isConcept: (id: ConceptId) => boolean,
    phrases: Map<ConceptId, PhraseConcept>,
  ) {
    this.topicId = topicId;
    this.isConcept = isConcept;
    this.phrases = phrases;
  }

  rule(rule: Rule, path: string, depth: number): RuleNode {
    if (depth > depthMax) this.fail(path, `is nested deeper than ${depthMax}; flatten it`);
    this.checkShape(rule, path);
    const list = (key: 'all' | 'any' | 'none' | 'strong') =>
      (rule[key] ?? []).map((clause, index) =>
        this.clause(clause, `${path}.${key}[${index}]`, depth),
      );
    const node: Omit<RuleNode, 'label'> = {
      kind: 'rule',
      all: list('all'),
      any: list('any'),
      none: list('none'),
      strong: list('strong'),
      veto: (rule.veto ?? []).map((veto, index) =>
        this.veto(veto, `${path}.veto[${index}]`, depth),
      ),
      ...this.withinOf(rule.within ?? 'article', path),
      weights: rule.weights ?? {},
    };
    const whole: Omit<RuleNode, 'label'> = {
      ...node,
      ...(rule.between === undefined ? {} : { between: this.sides(rule.between, path) }),
      ...(rule.fields === undefined ? {} : { fields: new Set(rule.fields) }),
      ...(rule.threshold === undefined ? {} : { threshold: rule.threshold }),
    };
    return { ...whole, label: describeRule(whole) };
  }

  private checkShape(rule: Rule, path: string): void {
    for (const key of ['all', 'any', 'none', 'strong', 'fields', 'veto'] as const) {
      if (rule[key]?.length === 0)
        this.fail(`${path}.${key}`, 'is empty; give it at least one clause or remove it');
    }
    if (rule.between === undefined && rule.all === undefined && rule.any === undefined) {
      this.fail(path, 'says nothing that an item must have; give it "between", "all" or "any"');
    }
    if (rule.strong !== undefined && rule.between === undefined) {
      this.fail(
        `${path}.strong`,
        'stands for both sides of "between", which is missing; use "any"',
      );
    }
  }

  private sides(
    between: readonly [ConceptId, ConceptId],
    path: string,
  ): readonly [ConceptId, ConceptId] {
    between.forEach((id, index) => {
      this.checkConcept(id, `${path}.between[${index}]`);
    });
    if (between[0] === between[1])
      this.fail(`${path}.between`, 'names one concept twice; name two');
    return between;
  }

  private veto(veto: VetoClause, path: string, depth: number): VetoNode {
    return {
      when: this.clause(veto.when, `${path}.when`, depth),
      unless: (veto.unless ?? []).map((clause, index) =>
        this.clause(clause, `${path}.unless[${index}]`, depth),
      ),
    };
  }

  private clause(clause: Clause, path: string, depth: number): ClauseNode {
    if (typeof clause === 'string') {
      this.checkConcept(clause, path);
      return { kind: 'concept', id: clause, label: clause };
    }
    if ('phrase' in clause) return this.phrase(clause, path);
    if ('pattern' in clause) return this.pattern(clause, path);
    if ('language' in clause || 'source' in clause || 'country' in clause) {
      return { kind: 'condition', condition: clause, label: describeCondition(clause) };
    }
    return this.rule(clause as Rule, path, depth + 1);
  }

  private phrase(phrase: Phrase, path: string): ClauseNode {
    const near = this.nearOf(phrase.near ?? 0, `${path}.near`);
    if (!/[\p{L}\p{N}]/u.test(phrase.phrase)) {
      this.fail(`${path}.phrase`, 'has no letter or digit; write the words to look for');
    }
    const label = near === 0 ? `"${phrase.phrase}"` : `"${phrase.phrase}" within ${near} words`;
    this.phrases.set(label, { id: label, phrase });
    const fields = phrase.fields === undefined ? {} : { fields: new Set(phrase.fields) };
    return { kind: 'concept', id: label, label, ...fields };
  }

  private pattern({ pattern, fields }: Pattern, path: string): ClauseNode {
    const compiled = compilePattern(pattern);
    if ('problem' in compiled) {
      return this.fail(`${path}.pattern`, `${compiled.problem}; ${compiled.cure}`);
    }
    return {
      kind: 'pattern',
      pattern: compiled,
      label: `/${pattern}/`,
      ...(fields === undefined ? {} : { fields: new Set(fields) }),
    };
  }

  private withinOf(
    within: NonNullable<Rule['within']>,
    path: string,
  ): Pick<RuleNode, 'within' | 'near'> {
    if (typeof within !== 'number') return { within };
    return { within: 'sentence', near: this.nearOf(within, `${path}.within`) };
  }

  private nearOf(near: number, path: string): number {
    if (Number.isInteger(near) && near >= 0 && near <= nearMax) return near;
    return this.fail(path, `must be a whole number from 0 to ${nearMax}`);
  }

  private checkConcept(id: ConceptId, path: string): void {
    if (this.isConcept(id)) return;
    this.fail(
      path,
      `names the concept "${id}", which neither ships nor stands in "concepts"; correct or declare it`,
    );
  }

  private fail(path: string, problem: string): never {
    throw new RuleFault(this.topicId, path, problem);
  }
}

function describeCondition(condition: Condition): string {
  return Object.entries(condition)
    .map(([key, values]) => `${key} ${(values as readonly string[]).join(' or ')}`)
    .join(', ');
}

/** Longest description of a rule in evidence, in characters. */
const labelMax = 120;

/** What a rule asks for, in words: `earthquake and (turkiye or iran) within 2 words`. */
function describeRule(rule: Omit<RuleNode, 'label'>): string {
  const parts: string[] = [];
  if (rule.between !== undefined) parts.push(`${rule.between[0]} with ${rule.between[1]}`);
  if (rule.all.length > 0) parts.push(`${joinLabels(rule.all, ' and ')}${describeWithin(rule)}`);
  if (rule.any.length > 0) parts.push(joinLabels(rule.any, ' or '));
  if (rule.none.length > 0) parts.push(`no ${joinLabels(rule.none, ' or ')}`);
  if (rule.fields !== undefined) parts.push(`in ${[...rule.fields].join(', ')}`);
  const text = parts.join(', ');
  return text.length > labelMax ? `${text.slice(0, labelMax - 1)}…` : text;
}

function joinLabels(nodes: readonly ClauseNode[], word: string): string {
  return nodes
    .map((node) => (node.kind === 'rule' && nodes.length > 1 ? `(${node.label})` : node.label))
    .join(word);
}

function describeWithin({ within, near }: Omit<RuleNode, 'label'>): string {
  if (near !== undefined) return ` within ${near} words`;
  return within === 'article' ? '' : ` in one ${within}`;
}
