import { readDocument } from '../config/document.ts';
import { readConfigText } from '../config/load-config.ts';
import { formatPath, type Path } from '../config/problem.ts';
import type { MatchOutcome } from '../domain/match.ts';
import { explainSentence } from '../domain/match-sentence.ts';
import type { Topic, TopicExample } from '../domain/topic.ts';
import type { Setup } from './setup.ts';

/** An example that came out other than its topic says. */
export interface FailedExample {
  readonly topicId: string;
  /** Where it stands, such as `topics[0].examples.match[2]`. */
  readonly path: string;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
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

/**
 * Runs the examples of every topic of a file through the very matcher that the worker uses. Throws
 * `config` when the file, from which the lines are taken, is not readable any more.
 */
export function checkExamples(setup: Setup, configPath: string): CheckReport {
  const { topics } = setup.config;
  const read = readDocument(readConfigText(configPath));
  const lineOf: LineOf = (path) => (read.kind === 'read' ? read.document.lineOf(path) : 1);
  const results = topics.flatMap((topic, index) => [
    ...runExamples(setup, topic, ['topics', index, 'examples', 'match'], lineOf),
    ...runExamples(setup, topic, ['topics', index, 'examples', 'reject'], lineOf),
  ]);
  return {
    sources: setup.sources.size,
    topics: topics.length,
    examples: results.length,
    failed: results.filter((result) => result !== undefined),
  };
}

type LineOf = (path: Path) => number;

function runExamples(
  setup: Setup,
  topic: Topic,
  list: readonly [string, number, string, 'match' | 'reject'],
  lineOf: LineOf,
): (FailedExample | undefined)[] {
  const expected = list[3];
  return topic.examples[expected].map((example, index) => {
    const outcome = outcomeOf(setup, topic, example);
    if (outcome === undefined || outcome.matched === (expected === 'match')) return undefined;
    return {
      topicId: topic.id,
      path: formatPath([...list, index]),
      line: lineOf([...list, index]),
      expected,
      title: example.title,
      why: explainSentence(outcome),
    };
  });
}

function outcomeOf(setup: Setup, topic: Topic, example: TopicExample): MatchOutcome | undefined {
  const outcomes = setup.topics.explain(example);
  return outcomes.find((outcome) => outcome.topicId === topic.id);
}
