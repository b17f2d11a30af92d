import { z } from 'zod';
import type { ItemField } from '../domain/topic.ts';
import { judgeCountry, judgeLanguage, judgeTextLanguage } from './checks/place.ts';
import type { Fault } from './problem.ts';
import { termCharactersMax } from './schema-concepts.ts';
import { addFault, id, line, text } from './schema-text.ts';

const language = () => text(judgeLanguage).meta({ examples: ['az', 'tr', 'fa', 'ru', 'en'] });

const fieldNames = [
  'title',
  'summary',
  'content',
  'categories',
] as const satisfies readonly ItemField[];
const fields = () =>
  z
    .array(z.enum(fieldNames).meta({ examples: ['title'] }))
    .min(1)
    .meta({ examples: [['title', 'summary']] });

const phraseShape = {
  phrase: line(termCharactersMax)
    .exactOptional()
    .meta({ examples: ['open the border'] }),
  near: z
    .int()
    .min(0)
    .max(50)
    .exactOptional()
    .meta({ description: 'Words that may stand between its parts. Default: 0.', examples: [5] }),
};

/** Longest regular expression; a longer one is a word list, which is faster and is explained. */
const patternCharactersMax = 500;

const patternShape = {
  pattern: line(patternCharactersMax)
    .exactOptional()
    .meta({
      description:
        'A regular expression (RE2 syntax) on the text as written; no look-around, no back-references.',
      examples: ['(?i)\\bM ?[4-9][.,]\\d'],
    }),
};

const conditionShape = {
  language: z
    .array(language())
    .min(1)
    .exactOptional()
    .meta({ description: 'Languages of the item.', examples: [['tr', 'az']] }),
  source: z
    .array(id())
    .min(1)
    .exactOptional()
    .meta({ description: 'Ids of sources.', examples: [['azertag-az']] }),
  country: z
    .array(text(judgeCountry))
    .min(1)
    .exactOptional()
    .meta({ description: 'Countries of the outlet.', examples: [['TR', 'IR']] }),
};

/** The keys of a phrase, a pattern, a condition and a rule; `judgeMixture` lets only one of them in. */
interface ClauseKeys extends RuleDeclaration {
  phrase?: string;
  pattern?: string;
  near?: number;
  language?: string[];
  source?: string[];
  country?: string[];
}

const ruleKeys = [
  'between',
  'strong',
  'all',
  'any',
  'none',
  'veto',
  'within',
  'weights',
  'threshold',
];
const clauseKinds: readonly (readonly [string, readonly string[]])[] = [
  ['a phrase', Object.keys(phraseShape)],
  ['a pattern', Object.keys(patternShape)],
  ['a condition', Object.keys(conditionShape)],
  ['a rule', ruleKeys],
];

/** Says what is wrong with an object that is to be one phrase, one condition or one rule. */
function judgeMixture(clause: object): Fault | undefined {
  const keys = Object.keys(clause);
  const kinds = clauseKinds.filter(([, own]) => own.some((key) => keys.includes(key)));
  if (kinds.length > 1) {
    const names = kinds.map(([name]) => name).join(' and ');
    return { message: `mixes ${names}`, cure: 'give each an object of its own' };
  }
  if (kinds.length === 0) {
    const cure = 'name a concept, such as "iran", or give a "phrase"';
    return { message: keys.length === 0 ? 'is empty' : 'looks for nothing', cure };
  }
  const isLost = keys.includes('near') && !keys.includes('phrase');
  const cure = 'add it, such as "phrase": "open the border"';
  return isLost ? { message: 'has "near" but no "phrase"', cure } : undefined;
}

interface RuleDeclaration {
  between?: [string, string];
  strong?: ClauseDeclaration[];
  all?: ClauseDeclaration[];
  any?: ClauseDeclaration[];
  none?: ClauseDeclaration[];
  veto?: { when: ClauseDeclaration; unless?: ClauseDeclaration[] }[];
  fields?: ItemField[];
  within?: 'title' | 'sentence' | 'article' | number;
  weights?: { [Field in ItemField]?: number };
  threshold?: number;
}

type ClauseDeclaration = string | ClauseKeys;

const clauseObject: z.ZodType<ClauseKeys> = z.lazy(() =>
  z
    .strictObject({ ...phraseShape, ...patternShape, ...conditionShape, ...ruleShape() })
    .check((context) => addFault(context, judgeMixture(context.value))),
);

const clause: z.ZodType<ClauseDeclaration> = z.union([id(), clauseObject]).meta({
  id: 'clause',
  description:
    'A concept id, a phrase, a pattern, a condition on language, source or country, or a rule.',
  examples: ['iran'],
});

const weight = () => z.number().min(0).max(100).exactOptional();

const weights = z
  .strictObject({ title: weight(), summary: weight(), content: weight(), categories: weight() })
  .meta({ description: 'Worth of a hit by field.', examples: [{ title: 3, summary: 1 }] });

const clauses = () =>
  z
    .array(clause)
    .min(1)
    .meta({ examples: [['iran', 'azerbaijan']] });

function ruleShape() {
  return {
    between: z
      .tuple([id(), id()])
      .exactOptional()
      .meta({
        description: 'Two concepts: news of the relations between them.',
        examples: [['azerbaijan', 'iran']],
      }),
    strong: clauses().exactOptional().meta({
      description: 'With "between": what stands for both sides at once, such as a dam they share.',
    }),
    all: clauses().exactOptional().meta({ description: 'Every one of these.' }),
    any: clauses().exactOptional().meta({ description: 'At least one of these.' }),
    none: clauses().exactOptional().meta({ description: 'Not one of these.' }),
    veto: z
      .array(
        z
          .strictObject({ when: clause, unless: clauses().exactOptional() })
          .meta({ examples: [{ when: 'sports', unless: ['embassy'] }] }),
      )
      .min(1)
      .exactOptional()
      .meta({
        description: 'What excludes an item, unless something else is there too.',
        examples: [[{ when: 'sports', unless: ['embassy'] }]],
      }),
    fields: fields().exactOptional().meta({
      description: 'Where to look. Default: all but categories.',
    }),
    within: z
      .union([
        z.enum(['title', 'sentence', 'article']),
        z.int().min(0).max(50).meta({ description: 'a number of words, such as 5' }),
      ])
      .exactOptional()
      .meta({
        description:
          'How close the clauses of "all" must stand together; a number: words between two of them, in one sentence. Default: article.',
        examples: ['sentence', 5],
      }),
    weights: weights.exactOptional(),
    threshold: z
      .number()
      .positive()
      .max(1_000)
      .exactOptional()
      .meta({
        description: 'Score from which the rule is satisfied. Default: none, with "between" 3.',
        examples: [2],
      }),
  };
}

const byLanguage = () =>
  z
    .record(text(judgeTextLanguage), line(500))
    .meta({ examples: [{ en: 'Earthquakes', tr: 'Depremler' }] });

const example = z
  .strictObject({
    title: line(1_000).meta({ examples: ['Baku and Tehran agree on a new border crossing'] }),
    summary: z.string().exactOptional(),
    language: language().exactOptional(),
  })
  .meta({
    examples: [{ title: 'Baku and Tehran agree on a new border crossing', language: 'en' }],
  });

const reporters = () => z.int().min(2).max(50).exactOptional();

/** What can only be known of a whole story, so it stands beside the rule and not inside it. */
const reportedBy = z
  .strictObject({
    countries: reporters().meta({ description: 'Countries of the outlets.', examples: [2] }),
    outlets: reporters().meta({ description: 'Outlets, by their titles.', examples: [3] }),
  })
  .check((context) => {
    // A key that nobody knows is told already, and may be meant for one of the two.
    if (Object.keys(context.value).length > 0 || context.issues.length > 0) return;
    addFault(context, { message: 'is empty', cure: 'give "countries" or "outlets", such as 2' });
  })
  .meta({
    description: 'How many must have told a story before the topic takes it. Default: one.',
    examples: [{ countries: 2 }],
  });

const topicSchema = z
  .strictObject({
    id: id().meta({
      description: 'Your name for the topic; also its folder in the published tree.',
      examples: ['azerbaijan-iran'],
    }),
    title: byLanguage().exactOptional().meta({ description: 'By language. Default: the id.' }),
    description: byLanguage().exactOptional().meta({ description: 'By language.' }),
    ...ruleShape(),
    reportedBy: reportedBy.exactOptional(),
    languages: z
      .array(language())
      .min(1)
      .exactOptional()
      .meta({ description: 'Documents to publish. Default: the languages of the sources.' }),
    aliases: z
      .array(id())
      .exactOptional()
      .meta({ description: 'Former ids; their addresses answer 301.', examples: [['old-id']] }),
    examples: z
      .strictObject({
        match: z.array(example).exactOptional(),
        reject: z.array(example).exactOptional(),
      })
      .exactOptional()
      .meta({
        description: 'Headlines that belong to the topic and that do not; check runs them.',
        examples: [{ match: [{ title: 'Baku and Tehran agree on a new bridge' }] }],
      }),
  })
  .meta({ id: 'topic', examples: [{ id: 'iran', any: ['iran'] }] });

export const topicsSchema = z
  .array(topicSchema)
  .meta({ examples: [[{ id: 'azerbaijan-iran', between: ['azerbaijan', 'iran'] }]] });

/** A topic and its rule as an editor writes them. */
export type TopicDeclaration = z.infer<typeof topicSchema>;
export type { ClauseDeclaration, ClauseKeys, RuleDeclaration };
