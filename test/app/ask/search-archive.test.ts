import { describe, expect, it } from 'vitest';
import { findMarks } from '../../../src/app/ask/find-marks.ts';
import { readQuestion } from '../../../src/app/ask/read-question.ts';
import { createSearchGate, searchArchive } from '../../../src/app/ask/search-archive.ts';
import type { StoryId } from '../../../src/domain/ids.ts';
import { fillSearch } from '../../../src/pipeline/fill-search.ts';
import { type Line, openLine } from '../../support/a-line.ts';
import { smallFeed } from '../../support/small-feed.ts';

const none = () => [];

async function aLineWith(titles: readonly string[]): Promise<Line> {
  const line = await openLine();
  const items = titles.map((title, index) => ({ name: `n${index}`, title }));
  line.server.at('/a.xml', { body: smallFeed('A', items) });
  await line.poll(line.source('a'));
  return line;
}

async function found(line: Line, form: Record<string, string>): Promise<readonly string[]> {
  const { stories } = await searchArchive(toolsOf(line), form);
  return stories.map(({ reports }) => reports[0]?.title ?? '').sort();
}

function toolsOf({ store, tools, source }: Line) {
  const config = { topics: [], sources: [source('a')] };
  return { store, setup: { config, topics: tools.topics } } as unknown as Parameters<
    typeof searchArchive
  >[0];
}

describe('a question', () => {
  const shapeOf = (typed: string) =>
    readQuestion(typed, none).parts.map(
      ({ words, isPrefix }) => words.join(' ') + (isPrefix ? '*' : ''),
    );

  it.each([
    ['iran', ['iran*']],
    ['iran ', ['iran*']],
    ['rail to baku', ['rail*', 'to', 'baku*']],
    ['"rail to" baku', ['rail to', 'baku*']],
    ['«rail to» a', ['rail to', 'a']],
    ['baku "rail', ['baku*', 'rail*']],
    ['İran’dan', ['iran*']],
    ['AND OR NOT', ['and', 'or', 'not*']],
    ['title:rail* -baku ^x', ['title*', 'rail*', 'baku*', 'x']],
  ])('%s is read as its words', (typed, parts) => {
    expect(shapeOf(typed)).toEqual(parts);
  });

  it.each(['', '   ', '"', '""', '*()"\'', '-- ;', '\u0000', '\ud800', '»«', '🚂'.repeat(3)])(
    '%j asks for nothing that could fail',
    (typed) => {
      expect(readQuestion(typed, none).parts.length).toBeLessThanOrEqual(1);
    },
  );

  it('is cut where it is longer than any question', () => {
    const { text, isCut, parts } = readQuestion('söz '.repeat(2_500), none);
    expect([text.length <= 200, isCut, parts.length]).toEqual([true, true, 12]);
  });
});

describe('searching what is stored', () => {
  it('finds a word in every script by its concept, a name by its sound, and inflected forms', async () => {
    const line = await aLineWith([
      'İran heyəti gəlib',
      'هیئت ایران آمد',
      'Prezident Əliyev çıxış edib',
      'دیدار با علی‌اف',
      'Hava sərin olacaq',
    ]);
    expect(await found(line, { q: 'iran' })).toEqual(['İran heyəti gəlib', 'هیئت ایران آمد']);
    expect(await found(line, { q: 'aliyev' })).toEqual([
      'Prezident Əliyev çıxış edib',
      'دیدار با علی‌اف',
    ]);
    expect(await found(line, { q: 'heyet gelib' })).toEqual([
      'İran heyəti gəlib',
      'هیئت ایران آمد',
    ]);
    expect(await found(line, { q: 'serin hava' })).toEqual(['Hava sərin olacaq']);
    expect(await found(line, { q: '"heyeti iran"' })).toEqual([]);
  });

  it('never fails, whatever the form carries', async () => {
    const line = await aLineWith(['Rail']);
    const odd = [
      '"',
      '*',
      'x'.repeat(10_000),
      'NEAR(a b)',
      '\u0000',
      'a"b',
      '2026-13-45',
      '-1',
      '1e9',
    ];
    for (const value of odd) {
      const fields = {
        topic: value,
        lang: value,
        source: value,
        from: value,
        to: value,
        page: value,
      };
      const results = await searchArchive(toolsOf(line), {
        q: `rail ${value}`,
        sort: value,
        ...fields,
      });
      expect([value, results.page >= 1, results.stories.length <= 20]).toEqual([value, true, true]);
      expect(results.filters).toEqual({});
    }
  });

  it('leaves out a page that is beyond the last', async () => {
    const line = await aLineWith(['Rail']);
    const results = await searchArchive(toolsOf(line), { q: 'rail', page: '50' });
    expect(results).toMatchObject({ stories: [], total: 1, hasNext: false });
  });

  it('indexes what is due in the end, and no more than once', async () => {
    const line = await aLineWith(['Rail', 'Water']);
    await line.store.setSearchVersion('a');
    await line.store.setSearchVersion('b');
    expect(await fillSearch(line.store, line.tools.topics)).toBe(2);
    expect(await fillSearch(line.store, line.tools.topics)).toBe(0);
    expect(await found(line, { q: 'water' })).toEqual(['Water']);
  });
});

describe('what was found', () => {
  const marksOf = (typed: string, text: string, language: string) =>
    findMarks(readQuestion(typed, none), text, language, none()).map(({ start, end }) =>
      text.slice(start, end),
    );

  it.each([
    ['heyet', 'İran heyəti gəlib', 'az', ['heyəti']],
    ['"iran heyeti"', 'İran heyəti gəlib', 'az', ['İran heyəti']],
    ['aliyev', 'Президент Алиев', 'ru', ['Алиев']],
    ['علی‌اف', 'Prezident Əliyev', 'az', ['Əliyev']],
    ['iran', "İran'dan gelen", 'tr', ["İran'dan"]],
  ])('%s is marked in %s', (typed, text, language, words) => {
    expect(marksOf(typed, text, language)).toEqual(words);
  });
});

describe('the gate', () => {
  it('lets some search at once and refuses more until one is done', async () => {
    const gate = createSearchGate();
    const ends: ((id: StoryId) => void)[] = [];
    const running = Array.from({ length: 4 }, () =>
      gate(() => new Promise<StoryId>((resolve) => ends.push(resolve))),
    );
    await expect(gate(async () => 'x')).rejects.toMatchObject({ code: 'unavailable' });
    for (const end of ends) end('done');
    await Promise.all(running);
    expect(await gate(async () => 'x')).toBe('x');
  });
});
