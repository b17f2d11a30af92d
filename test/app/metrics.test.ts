import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { runOnce } from '../../src/app/run-once.ts';
import { hour } from '../../src/domain/instant.ts';
import { type Desk, openDesk } from '../support/an-app.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { smallFeed } from '../support/small-feed.ts';

const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };
const trains = { name: 'trains', title: 'Azerbaijan and Iran open a railway across their border' };

/** Samples of ours by name and labels, as a reader of the text format finds them. */
function samplesOf(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line.startsWith('araz_'));
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

async function serve(desk: Desk, items: Parameters<typeof smallFeed>[1]): Promise<void> {
  desk.server.at('/a.xml', { body: smallFeed('A', items) });
  await runOnce(desk.app, { all: true });
}

describe('metrics', () => {
  it('count polls and items from the first reading on, whoever polls', async () => {
    const desk = await openDesk();
    await serve(desk, [talks]);
    const metrics = createMetrics(desk.app);
    expect(samplesOf(await metrics.read())).not.toHaveProperty('araz_polls_total{outcome="ok"}');
    await serve(desk, [talks, trains]);
    desk.server.at('/a.xml', { status: 500 });
    await runOnce(desk.app, { all: true });
    const read = samplesOf(await metrics.read());
    expect(read).toMatchObject({
      'araz_items_total{kind="new"}': 1,
      'araz_items_total{kind="duplicate"}': 0,
      'araz_sources{status="failing"}': 1,
      'araz_sources{status="ok"}': 0,
    });
    const polls = Object.entries(read).filter(([name]) => name.startsWith('araz_polls_total'));
    expect(polls.map(([, count]) => count)).toEqual([1, 1]);
    // Read twice at once: nothing is counted twice.
    await Promise.all([metrics.read(), metrics.read()]);
    expect(samplesOf(await metrics.read())['araz_items_total{kind="new"}']).toBe(1);
  });

  it('tell how topics and the store stand, and whether polling goes on', async () => {
    const clock = fixedClock();
    const desk = await openDesk({ clock });
    const metrics = createMetrics(desk.app);
    const before = samplesOf(await metrics.read());
    expect(before['araz_topic_entries{topic="azerbaijan-iran"}']).toBe(0);
    expect(before).not.toHaveProperty('araz_last_success_timestamp_seconds');
    await serve(desk, [talks, trains]);
    const read = samplesOf(await metrics.read());
    expect(read).toMatchObject({
      araz_ready: 1,
      araz_topics_unpublished: 0,
      'araz_topic_entries{topic="azerbaijan-iran"}': 2,
      araz_last_success_timestamp_seconds: clock.now() / 1_000,
      araz_oldest_success_timestamp_seconds: clock.now() / 1_000,
    });
    expect(read).not.toHaveProperty('araz_store_bytes{file="database"}');
    writeFileSync(path.join(desk.app.dataDir, 'araz.db'), 'four');
    expect(samplesOf(await metrics.read())['araz_store_bytes{file="database"}']).toBe(4);
    clock.advance(6 * hour);
    expect(samplesOf(await metrics.read())['araz_ready']).toBe(0);
  });

  it('name no source and no address', async () => {
    const desk = await openDesk();
    await serve(desk, [talks]);
    const text = await createMetrics(desk.app).read();
    expect(text).not.toMatch(/http|\.xml|source="/);
  });
});
