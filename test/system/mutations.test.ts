import { expect, it } from 'vitest';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { feedShapes } from '../support/feed-shapes.ts';
import { mutate } from '../support/mutator.ts';
import { expectReadingContract } from '../support/reading-contract.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** How long injuries are tried; the seed of a failure is in its message. */
const durationMs = 60_000;

it('keeps its promises on injured documents for a minute', async () => {
  const end = performance.now() + durationMs;
  let seed = 1;
  for (; performance.now() < end; seed += 1) {
    const shape = feedShapes[seed % feedShapes.length];
    if (shape === undefined) continue;
    const bytes = mutate(shape.document, seededRandom(seed));
    const result = await readFeed(bytes, { url: 'https://paper.example/feed' });
    try {
      expectReadingContract(result);
    } catch (error) {
      throw new Error(`seed ${seed}, shape "${shape.name}"`, { cause: error });
    }
  }
  expect(seed).toBeGreaterThan(1_000);
});
