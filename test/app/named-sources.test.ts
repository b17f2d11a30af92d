import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/app/run-once.ts';
import { openDesk, publishedPath } from '../support/an-app.ts';

function atomFeed(id: string, title: string): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>${id}</id><title>A</title>
    <updated>2026-02-07T09:00:00Z</updated><entry><id>${id}:1</id><title>${title}</title>
    <link href="https://a.example/1"/><updated>2026-02-07T09:00:00Z</updated></entry></feed>`;
}

it('an entry names the feed it came from by that feed’s own id, which then stays', async () => {
  const desk = await openDesk();
  const source = () =>
    /<source.*?<id>(.*?)<\/id>/s.exec(
      readFileSync(publishedPath(desk, 'topics/azerbaijan-iran/atom.xml'), 'utf8'),
    )?.[1];
  desk.server.at('/a.xml', {
    body: atomFeed('tag:a.example,2020:feed', 'Azerbaijan and Iran hold talks about their border'),
  });
  await runOnce(desk.app);
  expect(source()).toBe('tag:a.example,2020:feed');
  desk.server.at('/a.xml', {
    body: atomFeed('tag:a.example,2026:other', 'Iran and Azerbaijan agree on a bridge over Araz'),
  });
  await runOnce(desk.app, { all: true });
  expect(source()).toBe('tag:a.example,2020:feed');
});
