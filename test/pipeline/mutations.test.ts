import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { feedShapes } from '../support/feed-shapes.ts';
import { mutate } from '../support/mutator.ts';
import { expectReadingContract } from '../support/reading-contract.ts';
import { seededRandom } from '../support/seeded-random.ts';

const url = 'https://paper.example/feed';
const mutationsPerShape = 60;

describe('damaged documents', () => {
  it.each(feedShapes)('reads all items of the undamaged $name', async ({ document, items }) => {
    const result = await readFeed(new TextEncoder().encode(document), { url });
    expectReadingContract(result);
    expect(result.kind === 'feed' && result.items.length).toBe(items);
    expect(result.kind === 'feed' && result.items.every(({ title }) => title !== undefined)).toBe(
      true,
    );
  });

  it.each(feedShapes)(
    'keeps its promises on injured copies of $name',
    async ({ document, name }) => {
      const random = seededRandom(name.length * 7_919);
      for (let round = 0; round < mutationsPerShape; round += 1) {
        expectReadingContract(await readFeed(mutate(document, random), { url }));
      }
    },
  );

  it.each(feedShapes)(
    'keeps the whole items of $name when the end is missing',
    async ({ document }) => {
      const half = document.slice(0, Math.floor(document.length * 0.8));
      const result = await readFeed(new TextEncoder().encode(half), { url });
      expect(result.kind === 'feed' && result.items.length).toBeGreaterThanOrEqual(1);
    },
  );
});
