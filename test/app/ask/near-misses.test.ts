import { describe, expect, it } from 'vitest';
import { listNearMisses } from '../../../src/app/ask/near-misses.ts';
import { runOnce } from '../../../src/app/run-once.ts';
import { openDesk } from '../../support/an-app.ts';
import { smallFeed } from '../../support/small-feed.ts';

const feed = smallFeed('A', [
  { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' },
  { name: 'match', title: 'Notes of a traveller', text: 'He loves Iran and Azerbaijan.' },
  { name: 'one', title: 'Iran opens a park' },
  { name: 'rain', title: 'Rain expected on the coast' },
]);

describe('the near misses of a topic', () => {
  it('are what a poll nearly took: no matches, nothing that merely names one side', async () => {
    const desk = await openDesk();
    desk.server.at('/a.xml', { body: feed });
    await runOnce(desk.app);
    const misses = await listNearMisses(desk.app, 'azerbaijan-iran', 10);
    expect(misses.map(({ title }) => title)).toEqual(['Notes of a traveller']);
    expect(misses[0]?.reason).toMatch(/^Not matched: /);
    expect(misses[0]?.score).toBeLessThan(misses[0]?.threshold ?? 0);
    const stored = await desk.app.store.listNearMisses('azerbaijan-iran', 10);
    expect(stored).toHaveLength(1);
  });

  it('are asked for by a topic of the configuration', async () => {
    const desk = await openDesk();
    const asked = listNearMisses(desk.app, 'azerbaijan', 10);
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });
});
