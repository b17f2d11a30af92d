import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateDedup, scoreDedup } from '../../../src/app/evaluate/evaluate-dedup.ts';
import { evaluateStories, scoreStories } from '../../../src/app/evaluate/evaluate-stories.ts';
import { evaluateTopic, scoreTopic } from '../../../src/app/evaluate/evaluate-topic.ts';
import { setupOf } from '../../../src/app/setup.ts';
import { compileTopics } from '../../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../../src/match/concepts/shipped.ts';
import { aTopic } from '../../support/a-topic.ts';
import { configFile, configOf } from '../../support/config-file.ts';
import { tempFolder } from '../../support/temp-store.ts';

const topics = compileTopics({ topics: [], concepts: shippedConcepts });
const { config } = configOf(configFile({}));
const topic = aTopic({ between: ['azerbaijan', 'iran'] });
const setup = setupOf({ ...config, concepts: shippedConcepts, topics: [topic] });

async function aFile(...rows: readonly unknown[]): Promise<string> {
  const file = path.join(await tempFolder(), 'rows.jsonl');
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

const matching = { lang: 'en', title: 'Aliyev meets Pezeshkian in Baku' };
const other = { lang: 'az', title: 'Bakıda yeni park açılıb' };

describe('eval topic', () => {
  it('decides about every item and scores by language and tag', async () => {
    const file = await aFile(
      { id: 'm1', ...matching, label: true, why: 'pos-visit: a visit' },
      { id: 'm2', ...other, label: false, why: 'neg-one: one side' },
      { id: 'm3', ...other, label: true, why: 'pos-park: said for the test' },
      { id: 'm4', ...other },
    );
    const decisions = await all(evaluateTopic(setup, topic.id, file));
    expect(decisions.map(({ id, matched }) => [id, matched])).toEqual([
      ['m1', true],
      ['m2', false],
      ['m3', false],
      ['m4', false],
    ]);
    expect(decisions[0]?.evidence.hits.length).toBeGreaterThan(0);
    const score = scoreTopic(decisions);
    expect(score.overall).toMatchObject({ items: 3, precision: 1, recall: 0.5 });
    expect(score.byLanguage.map(([language, { recall }]) => [language, recall])).toEqual([
      ['az', 0],
      ['en', 1],
    ]);
    expect(score.missesByTag.map(([tag, rows]) => [tag, rows.length])).toEqual([['pos-park', 1]]);
  });

  it('says which topics there are when it is asked for another', async () => {
    const rows = all(evaluateTopic(setup, 'none', await aFile(matching)));
    await expect(rows).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['{"title": "x",', /rows\.jsonl:2: not a JSON object/],
    ['[]', /rows\.jsonl:2: not a JSON object/],
    ['{"title": 7}', /rows\.jsonl:2: "title" is 7; it must be a text/],
    ['{"title": "x", "label": "yes"}', /rows\.jsonl:2: "label" is "yes"; it must be true or/],
  ])('names file and line of %s', async (line, message) => {
    const rows = all(evaluateTopic(setup, topic.id, await aFile(matching, line)));
    await expect(rows).rejects.toThrow(message);
  });

  it('says which file cannot be read', async () => {
    const rows = all(evaluateTopic(setup, topic.id, '/nowhere/rows.jsonl'));
    await expect(rows).rejects.toMatchObject({ code: 'io' });
  });
});

const bridge = {
  title: 'Bridge over the Kura at Mingachevir reopens after repairs',
  summary: 'Trucks may cross again from Monday, the road agency said after eight months of works.',
  link: 'https://kur.example/news/5521/bridge',
  guid: '5521',
  published: '2026-02-07T12:00:00+04:00',
  source: 'kur.example',
};
const carried = {
  ...bridge,
  link: 'https://gumus.example/2026/8841-bridge',
  guid: 'g-8841',
  source: 'gumus.example',
};
const choir = {
  title: 'Children’s choir of Sheki wins a prize in Tbilisi',
  summary: 'Forty singers took part.',
  link: 'https://kur.example/news/5530/choir',
  guid: '5530',
  published: '2026-02-07T13:00:00+04:00',
  source: 'kur.example',
};

describe('eval dedup', () => {
  it('decides each pair alone', async () => {
    const file = await aFile(
      { id: 'p1', lang: 'en', a: bridge, b: carried, label: 'duplicate', kind: 'wire' },
      { id: 'p2', lang: 'en', a: bridge, b: choir, label: 'distinct', kind: 'other' },
      { id: 'p3', lang: 'en', a: choir, b: bridge, label: 'distinct', kind: 'other' },
      { id: 'p4', lang: 'en', a: choir, b: choir, label: 'duplicate', kind: 'again' },
    );
    const decisions = await all(evaluateDedup(topics, file));
    expect(decisions.map(({ duplicate, sameStory }) => [duplicate, sameStory])).toEqual([
      [true, true],
      [false, false],
      [false, false],
      [true, true],
    ]);
    expect(decisions[0]?.layer).toBeDefined();
    expect(decisions[1]).not.toHaveProperty('layer');
    const score = scoreDedup(decisions);
    expect(score.overall).toMatchObject({ precision: 1, recall: 1, f1: 1, items: 4 });
    expect(score.mergedByKind).toEqual([]);
    expect(score.distinctInOneStory).toBe(0);
  });

  it('names wrong merges and missed duplicates by kind', () => {
    const row = { language: 'en', sameStory: true } as const;
    const score = scoreDedup([
      { ...row, id: '1', duplicate: true, label: 'related', kind: 'retold' },
      { ...row, id: '2', duplicate: false, sameStory: false, label: 'duplicate', kind: 'stamp' },
      { ...row, id: '3', duplicate: false, label: 'related', kind: 'retold' },
    ]);
    expect(score.overall).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(score.mergedByKind.map(([kind]) => kind)).toEqual(['related retold']);
    expect(score.missedByKind.map(([kind]) => kind)).toEqual(['stamp']);
    expect(score.relatedInOneStory).toBe(1);
  });

  it.each([
    [{ b: bridge }, /:1: "a" is missing; it must be an object/],
    [{ a: bridge, b: choir, label: 'same' }, /:1: "label" is "same"; use duplicate, related/],
    [{ a: bridge, b: { ...choir, link: 3 } }, /:1: b: "link" is 3; it must be a text/],
    [{ a: bridge, b: { ...choir, published: 'noon' } }, /:1: b: "published" is "noon"/],
    [{ a: bridge, b: { source: 'x' } }, /:1: the report is no item/],
  ])('names file, line and side of a broken pair: %j', async (row, message) => {
    await expect(all(evaluateDedup(topics, await aFile(row)))).rejects.toThrow(message);
  });
});

describe('eval stories', () => {
  it('reads items in order into one store', async () => {
    const told = [
      { id: 's1', lang: 'en', ...bridge, story: 'bridge' },
      { id: 's2', lang: 'en', ...choir, story: 'choir' },
      { id: 's3', lang: 'en', ...carried, published: '2026-02-07T18:00:00+04:00', story: 'bridge' },
    ];
    const decisions = await all(evaluateStories(topics, await aFile(...told)));
    expect(decisions.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    expect(decisions[2]?.story).toBe(decisions[0]?.story);
    expect(decisions[1]?.story).not.toBe(decisions[0]?.story);
    expect(scoreStories(decisions)).toMatchObject({
      items: 3,
      stories: 2,
      bCubed: { precision: 1, recall: 1, f1: 1 },
      wrongMerges: 0,
    });
  });

  it('counts B-cubed over items and pairs across languages', () => {
    const row = (id: string, story: string, expected: string, language: string) => {
      return { id, story, expected, language };
    };
    const score = scoreStories([
      row('1', 'x', 'fire', 'az'),
      row('2', 'x', 'fire', 'tr'),
      row('3', 'x', 'rain', 'tr'),
      row('4', 'y', 'fire', 'en'),
    ]);
    // Precision 2/3, 2/3, 1/3 and 1; recall 2/3, 2/3, 1 and 1/3.
    expect(score.bCubed.precision).toBeCloseTo(8 / 12);
    expect(score.bCubed.recall).toBeCloseTo(8 / 12);
    expect(score.crossLanguage).toEqual({ pairs: 3, recall: 1 / 3, precision: 1 / 2 });
    expect(score.wrongMerges).toBe(2);
    expect(score.mixedStories).toEqual([['1 (fire)', '2 (fire)', '3 (rain)']]);
  });
});
