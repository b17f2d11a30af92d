import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/app/run-once.ts';
import { hour } from '../../src/domain/instant.ts';
import { type Desk, openDesk, publishedPath } from '../support/an-app.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { smallFeed } from '../support/small-feed.ts';

const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };
const bridge = { name: 'bridge', title: 'Iran and Azerbaijan open a bridge over the river' };
const former = 'azerbaijan-iran';

type Told = { id: string; title: string; date_published: string; date_modified: string };

function itemsOf(desk: Desk, topicId: string): readonly Told[] {
  const file = publishedPath(desk, `topics/${topicId}/feed.json`);
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: readonly Told[] };
  return items.map(({ id, title, date_published, date_modified }) => {
    return { id, title, date_published, date_modified };
  });
}

describe('a topic that was renamed, its former id an alias', () => {
  it('keeps what left away, and every other entry as it was', async () => {
    const clock = fixedClock();
    const desk = await openDesk({ clock });
    desk.server.at('/a.xml', { body: smallFeed('A', [talks, bridge]), etag: '"1"' });
    const configure = async (topic: Record<string, unknown>): Promise<void> => {
      clock.advance(hour);
      desk.configure((config) => ({
        ...config,
        topics: config.topics.map(({ between, ...rest }) => ({
          ...rest,
          ...('all' in topic ? {} : { between }),
          ...topic,
        })),
      }));
      await desk.app.useSetup(desk.app.loadSetup());
      await runOnce(desk.app, { all: true });
    };
    await runOnce(desk.app);
    expect(itemsOf(desk, former)).toHaveLength(2);
    await configure({ all: ['iran', { phrase: 'talks' }] });
    await configure({});
    const before = itemsOf(desk, former);
    expect(before.map(({ title }) => title)).toEqual([talks.title]);

    await configure({ id: 'baku-tehran', aliases: [former] });
    expect(itemsOf(desk, 'baku-tehran')).toEqual(before);
    const atom = (id: string) => readFileSync(publishedPath(desk, `topics/${id}/atom.xml`), 'utf8');
    expect(atom('baku-tehran')).toContain('deleted-entry');
    expect(
      desk.log.lines.filter(({ text }) => text.startsWith('a topic was renamed')),
    ).toHaveLength(1);

    clock.advance(hour);
    const again = await runOnce(desk.app, { all: true });
    expect(again.published.written).toBe(0);
    expect(itemsOf(desk, 'baku-tehran')).toEqual(before);

    // The rename is undone as editors undo: by putting the former file back.
    await configure({});
    expect(itemsOf(desk, former)).toEqual(before);
    expect(atom(former)).toContain('deleted-entry');
  });
});
