import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dedup/decide.ts';
import { decideUnchanged } from '../../src/dedup/decide-unchanged.ts';
import type { Candidate } from '../../src/domain/dedup.ts';
import { minute } from '../../src/domain/instant.ts';
import type { Item } from '../../src/domain/item.ts';
import { aKey, anItem } from '../support/an-item.ts';

const annotate = () => [];
const id = aKey('id:guid', 'irna 10481');
const item = anItem({
  sourceId: 'irna',
  guid: '10481',
  link: 'https://irna.example/news/10481',
  title: 'Container line to Baku opens in Rasht',
  keys: [id, aKey('link', 'https://irna.example/news/10481')],
});

function stored(of: Item, given: Partial<Candidate> = {}): Candidate {
  const { sourceId, language, title, summary, published, contentHash } = of;
  return {
    ...{ itemId: 7, storyId: 's7', firstSeenAt: published, sharedKeys: [id] },
    ...{ sourceId, language, title, summary, published, contentHash },
    ...(of.guid !== undefined && { guid: of.guid }),
    ...(of.link !== undefined && { link: of.link }),
    ...given,
  };
}

function answers(arriving: Item, candidates: readonly Candidate[]) {
  const input = { item: arriving, candidates, annotate, now: arriving.published };
  return [decideUnchanged(input), decide(input)] as const;
}

describe('decideUnchanged', () => {
  it.each<readonly [string, Item]>([
    ['a guid and an address', item],
    ['an address alone', { ...item, keys: [id] }],
    ['no summary', { ...item, summary: '' }],
    ['boilerplate in its text', { ...item, boilerplate: [[0, 12]] }],
  ])('knows an item with %s as it is stored, as all layers together do', (_, arriving) => {
    const { boilerplate } = arriving;
    const [alone, together] = answers(arriving, [
      stored(arriving, { ...(boilerplate && { boilerplate }) }),
    ]);
    expect(alone).toMatchObject({ kind: 'known', itemId: 7, layer: 'same-id' });
    expect(together).toEqual(alone);
  });

  it('looks past what other sources carry under the same address', () => {
    const other = stored(item, { itemId: 3, sourceId: 'isna' });
    expect(answers(item, [other, stored(item)])[0]).toMatchObject({ kind: 'known', itemId: 7 });
  });

  it.each<readonly [string, readonly Candidate[]]>([
    ['nothing is stored', []],
    ['only another source carries it', [stored(item, { sourceId: 'isna' })]],
    ['its headline was another', [stored(item, { title: 'Container line opens' })]],
    ['its text was another', [stored(item, { contentHash: 'other' })]],
    ['its date was moved', [stored(item, { published: item.published - minute })]],
    ['its address was another', [stored(item, { link: 'https://irna.example/news/1' })]],
    [
      'it was stored before its source was known to repeat a sentence',
      [stored(item, { boilerplate: [[0, 9]] })],
    ],
    ['retention has removed its text', [stored(item, { summary: '' })]],
    ['two stored items share its identity', [stored(item), stored(item, { itemId: 8 })]],
    [
      'it is found by no key of its own source',
      [stored(item, { sharedKeys: [aKey('link', 'x')] })],
    ],
  ])('leaves the answer to all layers where %s', (_, candidates) => {
    expect(answers(item, candidates)[0]).toBeUndefined();
  });
});
