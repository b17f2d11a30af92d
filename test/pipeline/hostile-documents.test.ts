import { afterAll, describe, expect, it } from 'vitest';
import { readDeadlineMs } from '../../src/domain/limits.ts';
import { openFeedReader } from '../../src/pipeline/feed-reader.ts';
import { hostileDocuments } from '../support/hostile-documents.ts';
import { expectReadingContract } from '../support/reading-contract.ts';

/** The built entry, with the deadline and the heap cap of production. */
const threadUrl = new URL('../../dist/pipeline/read-feed-thread.js', import.meta.url);

describe('hostile documents', () => {
  const reader = openFeedReader({ threads: 1, threadUrl });
  afterAll(() => reader.close());

  it('are more than 150', () => {
    expect(hostileDocuments.length).toBeGreaterThan(150);
    expect(new Set(hostileDocuments.map(({ name }) => name)).size).toBe(hostileDocuments.length);
  });

  it.each(hostileDocuments)(
    'come to a named end: $name',
    async ({ bytes, outcome }) => {
      const result = await reader.read(bytes(), { url: 'https://paper.example/feed' });
      expectReadingContract(result);
      // Neither the deadline nor the heap cap was needed.
      if (result.kind === 'failed') {
        expect(result.message).not.toMatch(/memory|took longer/);
        expect([result.reason, 'any']).toContain(outcome);
      } else expect([result.items.length, 'any']).toContain(outcome);
    },
    readDeadlineMs * 4,
  );

  it('leave the prototype of all objects as it was', () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('title');
    expect(({} as Record<string, unknown>)['url']).toBeUndefined();
  });
});
