import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runOnce } from '../../src/app/run-once.ts';
import { openDesk, publishedPath } from '../support/an-app.ts';
import { smallFeed } from '../support/small-feed.ts';

it('a topic that is configured no more leaves the tree, and returns as the one it was', async () => {
  const desk = await openDesk();
  const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };
  desk.server.at('/a.xml', { body: smallFeed('A', [talks]) });
  const folder = publishedPath(desk, 'topics/azerbaijan-iran');
  const idOf = (): string | undefined =>
    /<entry .*?<id>(.*?)</s.exec(readFileSync(`${folder}/atom.xml`, 'utf8'))?.[1];
  await runOnce(desk.app);
  const id = idOf();
  expect(id).toContain('tag:river.example,2026:story/');
  const iran = [{ id: 'iran', title: { en: 'Iran' }, any: ['iran'] }];
  for (const topics of [iran, iran]) {
    desk.configure((config) => ({ ...config, topics }));
    await desk.app.useSetup(desk.app.loadSetup());
    await runOnce(desk.app);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(publishedPath(desk, 'topics/iran/atom.xml'))).toBe(true);
  }
  expect(desk.log.lines.filter(({ text }) => text.includes('was removed'))).toHaveLength(1);
  desk.configure();
  await desk.app.useSetup(desk.app.loadSetup());
  await runOnce(desk.app);
  expect(idOf()).toBe(id);
});
