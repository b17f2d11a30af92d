import { describe, expect, it } from 'vitest';
import { actOnStory } from '../../../src/app/edit/editor-acts.ts';
import { runOnce } from '../../../src/app/run-once.ts';
import { type Desk, openDesk } from '../../support/an-app.ts';
import { anIntent } from '../../support/an-intent.ts';
import { smallFeed } from '../../support/small-feed.ts';

const feed = smallFeed('A', [
  { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' },
]);

async function aDesk(): Promise<Desk> {
  const desk = await openDesk();
  desk.server.at('/a.xml', { body: feed });
  await runOnce(desk.app);
  return desk;
}

const retract = ({ app }: Desk, name: string, reason = 'untrue') =>
  actOnStory(app, { name, kind: 'retract', reason, by: 'Ann' });

describe('an editor who names a story', () => {
  it.each([
    ['no story', 'usage', '"no story" names no story; give the address'],
    ['abcdefghijklmnopqrst', 'not-found', 'no story abcdefghijklmnopqrst is stored'],
    ['tag:river.example,2026:story/x', 'not-found', 'is stored; araz where'],
    ['https://other.example/1', 'not-found', 'no article at https://other.example/1 is stored'],
  ])('as %s is told what to do', async (name, code, message) => {
    const refused = retract(await aDesk(), name);
    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('by its article, its id, its entry or its receipt is understood', async () => {
    const desk = await aDesk();
    const [item] = await desk.app.store.listItems(0, 1);
    const story = await desk.app.store.findStory(item?.storyId ?? '');
    const { id = '', entryId = '' } = story ?? {};
    const names = [item?.link ?? '', id, entryId, `https://river.example/a/stories/${id}/`];
    for (const name of names) {
      expect((await retract(desk, name)).act.storyId).toBe(id);
      await actOnStory(desk.app, { name, kind: 'restore', reason: '', by: 'Ann' });
    }
  });

  it('by an address that several stories have is shown them', async () => {
    const desk = await aDesk();
    const { store } = desk.app;
    const [item] = await store.listItems(0, 1);
    if (item === undefined) throw new Error('an item is stored');
    const request = { now: desk.app.clock.now(), limit: 1, owner: 'x', ttlMs: 9, ignoreDue: true };
    const [lease] = await store.leaseDueSources(request);
    if (lease === undefined) throw new Error('the source is free');
    const newStory = { id: 'b'.repeat(20), entryId: 'tag:x,2026:b', createdAt: 1 };
    const write = { item, decision: { kind: 'new' }, newStory, isRevision: false, matches: [] };
    await store.commitIngest(anIntent(lease, [write as never], { now: request.now }));
    const refused = retract(desk, item.link ?? '');
    await expect(refused).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/^2 stories have .*\n {2}\w{20} {2}Azerbaijan and Iran/),
    });
  });

  it('without a reason, or with a book of them, is refused', async () => {
    const desk = await aDesk();
    const [item] = await desk.app.store.listItems(0, 1);
    const name = item?.storyId ?? '';
    for (const reason of [' \n', 'x'.repeat(501)]) {
      await expect(retract(desk, name, reason)).rejects.toMatchObject({ code: 'usage' });
    }
    expect(await desk.app.store.listActs({ limit: 1 })).toEqual([]);
  });
});
