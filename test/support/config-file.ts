import { type ParseOptions, parseConfig } from '../../src/config/parse-config.ts';
import { formatProblem } from '../../src/config/problem.ts';
import type { Concept } from '../../src/domain/topic.ts';

/** What the tests of the configuration take for shipped. */
export const shippedConcepts: readonly Concept[] = [
  { id: 'azerbaijan', terms: { en: ['Azerbaijan'] } },
  { id: 'iran', terms: { en: ['Iran'] } },
];

/** Every problem of a text as it is printed; none when it is right. */
export function problemsOf(text: string, options: Partial<ParseOptions> = {}): readonly string[] {
  const parsed = parseConfig(text, { env: {}, shippedConcepts, ...options });
  if (parsed.kind === 'valid') return [];
  return parsed.problems.map((problem) => formatProblem('feeds.config.json', problem));
}

/** What a right text becomes; throws with the problems of a wrong one. */
export function configOf(text: string, options: Partial<ParseOptions> = {}) {
  const parsed = parseConfig(text, { env: {}, shippedConcepts, ...options });
  if (parsed.kind === 'valid') return parsed;
  throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
}

/** The keys a source cannot do without; 59 characters. */
export const sourceKeys = '"id": "a", "url": "https://a.example/rss", "language": "az"';

/** A right file: line 2 holds a section, line 4 the sources, line 7 the topics. */
export function configFile(parts: {
  readonly section?: string;
  readonly sources?: string;
  readonly topics?: string;
}): string {
  const sources = parts.sources ?? `{ ${sourceKeys} }`;
  const topics = parts.topics ?? '{ "id": "t", "any": ["iran"] }';
  return `{\n${parts.section ?? ''}\n"sources": [\n${sources}\n],\n"topics": [\n${topics}\n],\n}\n`;
}

export const inSection = (section: string) => configFile({ section: `${section},` });
export const inSource = (keys: string) => configFile({ sources: `{ ${sourceKeys}, ${keys} }` });
export const inTopic = (keys: string) => configFile({ topics: `{ "id": "t", ${keys} }` });
export const ofSource = (sources: string) => configFile({ sources });
