import { beforeEach, describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import { type MonthTools, publishMonths } from '../../src/pipeline/publish-months.ts';
import { publishTopic } from '../../src/pipeline/publish-topic.ts';
import { withdrawTopic } from '../../src/pipeline/withdraw-documents.ts';
import { type Line, openLine, pair } from '../support/a-line.ts';
import { publishToolsOf } from '../support/publish-tools.ts';
import { smallFeed } from '../support/small-feed.ts';
import { tempFolder } from '../support/temp-store.ts';
import { snapshot } from '../support/work-folder.ts';

let line: Line;
let outDir: string;

/** Two stories, one of February and one of January. */
beforeEach(async () => {
  line = await openLine();
  outDir = await tempFolder();
  const talks = { name: 'talks', title: 'Azerbaijan and Iran hold talks about their border' };
  const bridge = { name: 'bridge', title: 'Iran and Azerbaijan open a bridge over the river' };
  const date = 'Tue, 20 Jan 2026 10:00:00 GMT';
  line.server.at('/a.xml', { body: smallFeed('A', [talks, { ...bridge, date }]) });
  await line.poll(line.source('a'));
  await line.store.setTopicVersions(line.tools.topics.versions);
  await publish();
});

const tools = () =>
  publishToolsOf({
    store: line.store,
    clock: line.clock,
    authority: line.tools.authority,
    sources: [line.source('a')],
    topics: [pair],
    outDir,
  });

async function publish(): Promise<void> {
  line.clock.advance(hour);
  await publishTopic(pair, tools());
}

async function act(kind: 'retract' | 'restore', word: string): Promise<void> {
  const items = await line.store.listItems(0, 10);
  const storyId = items.find(({ title }) => title.includes(word))?.storyId ?? '';
  await line.store.commitAct({ kind, storyId, at: line.clock.now(), by: 'Ann', reason: '' });
}

/** Months that have a page, packed copies left aside. */
const months = (): readonly string[] =>
  [...snapshot(outDir).keys()].flatMap((file) => {
    return /archive\/(\d{4}-\d\d)\/index\.html$/.exec(file)?.[1] ?? [];
  });

describe('the page of a month', () => {
  it('goes when its last story is retracted, and comes back with it', async () => {
    expect(months()).toEqual(['2026-01', '2026-02']);
    await act('retract', 'bridge');
    await publish();
    expect(months()).toEqual(['2026-02']);
    await act('restore', 'bridge');
    await publish();
    expect(months()).toEqual(['2026-01', '2026-02']);
  });

  it('leaves the tree with its topic, be all of it retracted', async () => {
    await act('retract', 'bridge');
    await withdrawTopic(pair.id, ['all', ...pair.languages], tools());
    expect(months()).toEqual([]);
  });

  it('is not written into a copy of the tree either', async () => {
    await act('retract', 'bridge');
    const copy = await tempFolder();
    const given: MonthTools = { ...tools(), outDir: copy, isCopy: true };
    await publishMonths(pair, given);
    outDir = copy;
    expect(months()).toEqual(['2026-02']);
  });
});
