import type { Rule, Topic } from '../../src/domain/topic.ts';

/** A topic with a rule and nothing else of interest. */
export function aTopic(rule: Rule, id = 'a-topic'): Topic {
  return {
    id,
    title: { en: id },
    rule,
    languages: ['en'],
    aliases: [],
    examples: { match: [], reject: [] },
  };
}
