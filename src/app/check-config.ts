import type { MatchOutcome } from '../domain/match.ts';
import type { Topic, TopicExample } from '../domain/topic.ts';
import { explainSentence } from './explain-item.ts';
import type { Setup } from './setup.ts';

/** An example that came out other than its topic says. */
export interface FailedExample {
  readonly topicId: string;
  /** Where it stands, such as `topics[0].examples.match[2]`. */
  readonly path: string;
  readonly expected: 'match' | 'reject';
  readonly title: string;
  /** Why it came out so, in one sentence. */
  readonly why: string;
}

export interface CheckReport {
  readonly sources: number;
  readonly topics: number;
  readonly examples: number;
  readonly failed: readonly FailedExample[];
}

/** Runs the examples of every topic through the very matcher that the worker uses. */
export function checkExamples(setup: Setup): CheckReport {
  const { topics } = setup.config;
  const results = topics.flatMap((topic, index) => [
    ...runExamples(setup, topic, `topics[${index}].examples.match`, 'match'),
    ...runExamples(setup, topic, `topics[${index}].examples.reject`, 'reject'),
  ]);
  return {
    sources: setup.sources.size,
    topics: topics.length,
    examples: results.length,
    failed: results.filter((result) => result !== undefined),
  };
}

function runExamples(
  setup: Setup,
  topic: Topic,
  path: string,
  expected: 'match' | 'reject',
): (FailedExample | undefined)[] {
  return topic.examples[expected].map((example, index) => {
    const outcome = outcomeOf(setup, topic, example);
    if (outcome === undefined || outcome.matched === (expected === 'match')) return undefined;
    return {
      topicId: topic.id,
      path: `${path}[${index}]`,
      expected,
      title: example.title,
      why: explainSentence(outcome),
    };
  });
}

function outcomeOf(setup: Setup, topic: Topic, example: TopicExample): MatchOutcome | undefined {
  const outcomes = setup.topics.match(example);
  return outcomes.find((outcome) => outcome.topicId === topic.id);
}
