import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FeedServer, startFeedServer } from './feed-server.ts';

describe('the feed server of the tests', () => {
  let server: FeedServer;
  beforeEach(async () => {
    server = await startFeedServer();
  });
  afterEach(() => server.close());

  it('answers replies in their order and repeats the last', async () => {
    server.at('/feed.xml', { body: 'one' }, { body: 'two' });
    const bodies: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      bodies.push(await (await request(server.urlOf('/feed.xml'))).body.text());
    }
    expect(bodies).toEqual(['one', 'two', 'two']);
    expect(server.requestsTo('/feed.xml')).toHaveLength(3);
  });

  it('answers 304 to its own ETag and 200 to another', async () => {
    server.at('/feed.xml', { body: 'x', etag: '"a"' });
    const statuses: number[] = [];
    for (const etag of ['"a"', '"b"']) {
      const answer = await request(server.urlOf('/feed.xml'), {
        headers: { 'if-none-match': etag },
      });
      statuses.push(answer.statusCode);
      await answer.body.dump();
    }
    expect(statuses).toEqual([304, 200]);
  });

  it('answers 404 where nothing was arranged', async () => {
    const answer = await request(server.urlOf('/other'));
    expect(answer.statusCode).toBe(404);
    await answer.body.dump();
  });
});
