import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';

/*
 * Items written for this project. Each set was written before the word lists were tuned to it, and
 * the commit that brought it says what the blind score was. A change of the engine or of a list
 * that loses accuracy shows here, by item.
 */
interface LabelledItem {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly label: boolean;
  readonly why: string;
}

const folder = path.join(import.meta.dirname, 'labelled');
const configFile = path.resolve(import.meta.dirname, '../../feeds.config.json');
const parsed = parseConfig(readFileSync(configFile, 'utf8'), { env: {}, shippedConcepts });
if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems, null, 1));
const { topics, concepts } = parsed.config;
const compiled = compileTopics({ topics, concepts });

function readSet(name: string): readonly LabelledItem[] {
  const lines = readFileSync(path.join(folder, name), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LabelledItem);
}

function isMatch(topicId: string, { title, summary, lang }: LabelledItem): boolean {
  const outcomes = compiled.match({ title, summary, language: lang });
  return outcomes.find((outcome) => outcome.topicId === topicId)?.matched ?? false;
}

/** F1 of `label === true`; 1 where a group has no true item and none was found. */
function f1(topicId: string, items: readonly LabelledItem[]): number {
  let right = 0;
  let wrong = 0;
  for (const item of items) {
    const found = isMatch(topicId, item);
    if (found && item.label) right += 2;
    else if (found !== item.label) wrong++;
  }
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

const sets = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

/**
 * Sets by other editors, of which half was never read while the lists grew: what is asked of them is
 * what they score, less a little. The rest is asked for 0.97.
 */
const floors: Readonly<Record<string, number>> = {
  'azerbaijan-iran.sixth.jsonl': 0.96,
  'earthquakes-turkiye-iran.fourth.jsonl': 0.92,
  'earthquakes-turkiye-iran.fifth.jsonl': 0.94,
  'azerbaijan-iran.eighth.jsonl': 0.95,
  'azerbaijan-iran.ninth.jsonl': 0.96,
  'earthquakes-turkiye-iran.seventh.jsonl': 0.94,
};

describe.each(sets)('%s', (name) => {
  const topicId = name.split('.')[0] as string;
  const items = readSet(name);

  const floor = floors[name] ?? 0.97;

  it(`is decided with F1 of ${floor} or more`, () => {
    const missed = items.filter((item) => isMatch(topicId, item) !== item.label);
    expect(
      f1(topicId, items),
      missed.map(({ id, why }) => `${id} ${why}`).join(', '),
    ).toBeGreaterThan(floor);
  });

  it('leaves no language behind', () => {
    for (const lang of new Set(items.map((item) => item.lang))) {
      const own = items.filter((item) => item.lang === lang);
      expect(f1(topicId, own), lang).toBeGreaterThan(0.85);
    }
  });
});

describe('the examples of the shipped topics', () => {
  it.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s: are twelve or more of each kind, in five languages',
    (_id, { examples }) => {
      for (const list of [examples.match, examples.reject]) {
        expect(list.length).toBeGreaterThanOrEqual(12);
        expect(new Set(list.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5);
      }
    },
  );

  it.each(topics.map((topic) => [topic.id, topic] as const))('%s: hold', (id, { examples }) => {
    for (const [kind, list] of Object.entries(examples)) {
      for (const example of list) {
        const outcome = compiled.match(example).find(({ topicId }) => topicId === id);
        expect(outcome?.matched, example.title).toBe(kind === 'match');
      }
    }
  });
});
