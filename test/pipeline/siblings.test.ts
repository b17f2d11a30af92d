import { describe, expect, it } from 'vitest';
import { Siblings } from '../../src/pipeline/siblings.ts';
import { aKnownItem, aNewItem } from '../support/an-intent.ts';
import { aKey, anItem, seedMorning as now } from '../support/an-item.ts';

const link = aKey('link', 'https://turan.example/1');
const text = aKey('near', 'text');
const item = anItem({ keys: [link, text] });

describe('items of one document', () => {
  it('are found by each key they share, once, in the order of the keys', () => {
    const siblings = new Siblings(20);
    siblings.add(0, aNewItem(item), [], now);
    const [found, ...others] = siblings.sharing(anItem({ keys: [text, link, text, link] }), []);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ itemId: -1, title: item.title, sharedKeys: [text, link] });
    expect(siblings.sharing(anItem({ keys: [aKey('near', 'other')] }), [])).toEqual([]);
  });

  it('that are one known item under two entries are listed once', () => {
    const siblings = new Siblings(2);
    const stored = { ...siblingOf(7), sharedKeys: [link] };
    for (const index of [0, 1, 2]) siblings.add(index, aKnownItem(item, 7), [stored], now);
    siblings.add(3, aNewItem(anItem({ title: 'Another', keys: [link] })), [], now);
    const found = siblings.sharing(anItem({ keys: [link] }), []);
    expect(found.map(({ itemId, sharedKeys }) => [itemId, sharedKeys])).toEqual([
      [7, [link]],
      [-4, [link]],
    ]);
  });

  it('that the store has offered are not offered again', () => {
    const siblings = new Siblings(20);
    const stored = { ...siblingOf(7), sharedKeys: [link] };
    siblings.add(0, aKnownItem(item, 7), [stored], now);
    expect(siblings.sharing(anItem({ keys: [link] }), [stored])).toEqual([]);
  });

  it('are no more than a lookup can bear, the first of the document', () => {
    const siblings = new Siblings(3);
    for (let index = 0; index < 9; index += 1) siblings.add(index, aNewItem(item), [], now);
    const found = siblings.sharing(anItem({ keys: [link, text] }), []);
    expect(found.map(({ itemId }) => itemId)).toEqual([-1, -2, -3]);
  });

  it('carry what is not compared of them, as stored ones do', () => {
    const siblings = new Siblings(20);
    const cut = { boilerplate: [[3, 9]], titleEdges: [[0, 4]] } as const;
    siblings.add(0, aNewItem({ ...item, ...cut }), [], now);
    expect(siblings.sharing(item, [])[0]).toMatchObject(cut);
  });

  it('of a story that nobody knows of are left out', () => {
    const siblings = new Siblings(20);
    siblings.add(0, aKnownItem(item, 7), [], now);
    expect(siblings.sharing(item, [])).toEqual([]);
  });
});

function siblingOf(itemId: number) {
  const { sourceId, language, title, summary, published, contentHash } = item;
  const text = { sourceId, language, title, summary, published, contentHash };
  return { itemId, storyId: 'story7', firstSeenAt: now, ...text };
}
