import { describe, expect, it } from 'vitest';
import { Article } from '../../src/dedup/article.ts';
import { learnBoilerplate } from '../../src/dedup/boilerplate.ts';
import { findNearText } from '../../src/dedup/near-text.ts';
import type { Item } from '../../src/domain/item.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { aKey, anItem } from '../support/an-item.ts';

const { annotate } = compileTopics({ topics: [], concepts: shippedConcepts });

const headlines = [
  'Limanda iki yeni kran işə salındı',
  'Körpü payıza qədər bağlanır',
  'Dağ kəndlərinə elektrik avtobusları gəlir',
  'Karvansara muzey kimi açıldı',
  'Bal və qoz yarmarkası keçirildi',
  'Yol boyunca palıd ağacları əkilir',
];

/** A document with one item for each title. */
function documentOf(titles: readonly string[], given: Partial<Item> = {}): readonly Item[] {
  return titles.map((title) =>
    anItem({ language: 'az', summary: '', ...given, title, keys: [aKey('id:guid', title)] }),
  );
}

/** What is compared of titles, once their source is known. */
function compared(titles: readonly string[], given: Partial<Item> = {}): readonly string[] {
  const { items } = learnBoilerplate(documentOf(titles, given), undefined, annotate);
  expect(items.map(({ title }) => title)).toEqual(titles);
  return items.map((item) => new Article(item, annotate).title.replace(/\s+/g, ' ').trim());
}

describe('what a source puts on nearly all its titles', () => {
  it.each([
    ['behind a dash', (title: string) => `${title} - Xəzər Postu`],
    ['behind a long dash', (title: string) => `${title} — Xəzər Postu`],
    ['behind a bar', (title: string) => `${title} | Xəzər Postu`],
    ['in front, with a colon', (title: string) => `Xəzər Postu: ${title}`],
    ['with a word for a place in it', (title: string) => `${title} - Baku Courier`],
    ['at both ends', (title: string) => `Xəzər Postu: ${title} - xezerpostu.example`],
  ])('is not compared %s', (_, put) => {
    expect(compared(headlines.map(put))).toEqual(headlines);
  });

  it('takes the sections that recur in front of it along', () => {
    const sections = ['Cəmiyyət', 'Cəmiyyət', 'Cəmiyyət', 'Cəmiyyət', 'Cəmiyyət', 'Mədəniyyət'];
    const titles = headlines.map((title, n) => `${title} - ${sections[n]} - Xəzər Postu`);
    const [last, ...others] = compared(titles).toReversed();
    expect(others.toReversed()).toEqual(headlines.slice(0, 5));
    expect(last).toBe(`${headlines[5]} - Mədəniyyət`);
  });

  it('is remembered, and goes by what was learnt when an item is stored', () => {
    const put = (title: string) => `${title} - Xəzər Postu`;
    const first = learnBoilerplate(documentOf(headlines.slice(0, 4).map(put)), undefined, annotate);
    expect(first.items.some(({ titleEdges }) => titleEdges !== undefined)).toBe(false);
    const next = learnBoilerplate(
      documentOf([put('Məktəb yenidən açıldı')]),
      first.memory,
      annotate,
    );
    const [item] = next.items as [Item];
    expect(new Article(item, annotate).title).toBe('Məktəb yenidən açıldı');
  });

  it('lets copies of two outlets meet under a title alone', () => {
    const outlets = ['Xəzər Postu Media', 'Dağlıq Xəbər Agentliyi'].map((name, n) => {
      const put = (title: string) => `${title} - ${name}`;
      const given = { sourceId: `outlet-${n}`, summary: '' };
      return learnBoilerplate(documentOf(headlines.map(put), given), undefined, annotate).items;
    });
    const [a, b] = outlets.map(([item]) => new Article(item as Item, annotate));
    expect(findNearText(a as Article, b as Article, { isSameAddress: false })).toBeDefined();
  });
});

describe('what tells titles apart stays', () => {
  it.each([
    ['a place that a template is filled with', (title: string) => `${title} - Bakı`],
    ['a part', (title: string) => `${title} - Part 2`],
    ['a part in words', (title: string) => `${title} - ikinci hissə`],
    ['a number', (title: string) => `${title} - 2026`],
    ['a live page', (title: string) => `CANLI: ${title}`],
    ['a day', (title: string) => `${title} - bazar ertəsi`],
    ['an event', (title: string) => `Zəlzələ: ${title}`],
  ])('though it stands on all: %s', (_, put) => {
    const { items } = learnBoilerplate(documentOf(headlines.map(put)), undefined, annotate);
    expect(items.every(({ titleEdges }) => titleEdges === undefined)).toBe(true);
  });

  it.each([
    [
      'half of the titles',
      (title: string, n: number) => (n % 2 ? title : `${title} - Xəzər Postu`),
    ],
    ['a word that changes', (title: string, n: number) => `${title} - ${'abcdef'[n]}yor`],
  ])('where only %s have it', (_, put) => {
    const { items } = learnBoilerplate(documentOf(headlines.map(put)), undefined, annotate);
    expect(items.every(({ titleEdges }) => titleEdges === undefined)).toBe(true);
  });

  it('and so does a title of which nothing would be left', () => {
    const titles = [...headlines.map((title) => `Xəzər Postu: ${title}`), 'Xəzər Postu: VİDEO'];
    const { items } = learnBoilerplate(documentOf(titles), undefined, annotate);
    expect(items.map(({ titleEdges }) => titleEdges?.length ?? 0)).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });
});
