import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { publishAll } from '../../src/app/publish-all.ts';
import { runOnce } from '../../src/app/run-once.ts';
import { openDesk, publishedPath } from '../support/an-app.ts';
import { smallFeed } from '../support/small-feed.ts';

const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };

async function aDesk() {
  const desk = await openDesk();
  desk.server.at('/a.xml', { body: smallFeed('A', [talks]) });
  await runOnce(desk.app);
  const maps = () => readFileSync(`${desk.app.dataDir}/nginx/topics.map`, 'utf8');
  const change = async (given: object) => {
    desk.configure((config) => ({
      ...config,
      topics: config.topics.map((topic: object) => ({ ...topic, ...given })),
    }));
    await desk.app.useSetup(desk.app.loadSetup());
    await runOnce(desk.app);
  };
  return { desk, maps, change };
}

it('a language that a topic drops leaves the tree, is gone under nginx, and may return', async () => {
  const { desk, maps, change } = await aDesk();
  const folder = publishedPath(desk, 'topics/azerbaijan-iran');
  await change({ languages: ['en', 'az'] });
  const before = readFileSync(`${folder}/en/atom.xml`, 'utf8');
  await change({ languages: ['az'] });
  expect(existsSync(`${folder}/en`)).toBe(false);
  expect(existsSync(`${folder}/az/atom.xml`)).toBe(true);
  expect(maps()).toContain('~^/topics/azerbaijan-iran/en(?:/|$) gone;');
  await change({ languages: ['en', 'az'] });
  expect(readFileSync(`${folder}/en/atom.xml`, 'utf8')).toBe(before);
  expect(maps()).not.toContain('gone;');
});

it('what lies under the former id of a topic leaves the tree, also what a kill left there', async () => {
  const { desk, maps, change } = await aDesk();
  await change({ id: 'neighbours', aliases: ['azerbaijan-iran'] });
  expect(existsSync(publishedPath(desk, 'topics/azerbaijan-iran'))).toBe(false);
  expect(existsSync(publishedPath(desk, 'topics/neighbours/corrections.atom'))).toBe(true);
  expect(maps()).toContain('/topics/azerbaijan-iran /topics/neighbours/;');
  expect((await publishAll(desk.app)).written).toBe(0);
});

it('the former id of a topic is gone when the topic is, and when it is no alias any more', async () => {
  const { maps, change } = await aDesk();
  await change({ id: 'neighbours', aliases: ['azerbaijan-iran'] });
  await change({ id: 'neighbours', aliases: [] });
  expect(maps()).toContain('~^/topics/azerbaijan-iran(?:/|$) gone;');
  expect(maps()).not.toContain('/topics/neighbours');
  await change({ id: 'others', aliases: [] });
  expect(maps()).toContain('~^/topics/azerbaijan-iran(?:/|$) gone;');
  expect(maps()).toContain('~^/topics/neighbours(?:/|$) gone;');
  await change({ id: 'azerbaijan-iran', aliases: ['neighbours'] });
  expect(maps()).not.toContain('~^/topics/azerbaijan-iran');
  expect(maps()).toContain('/topics/neighbours /topics/azerbaijan-iran/;');
});
