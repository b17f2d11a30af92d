import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { Edition } from '../../src/domain/publication.ts';
import type { PublishedAct, TopicSelection } from '../../src/domain/selection.ts';
import type { StoryInTopic } from '../../src/domain/story.ts';
import { buildEditions, type EditionInput } from '../../src/publish/build-edition.ts';
import { corrections } from '../../src/publish/corrections.ts';
import { documentPath } from '../../src/publish/formats.ts';
import { emptySelection, selectionAfter } from '../support/a-selection.ts';
import { aStoredItem, aStory, aTopic } from '../support/a-story.ts';
import { aMorning } from '../support/an-entry.ts';
import { checkFeed } from '../support/check-feed.ts';
import { aSource } from '../support/sources.ts';
import { nastyTexts } from './nasty.ts';

const later = aMorning + hour;
const turan = aSource({ id: 'turan', title: 'Turan', url: 'https://turan.example/rss' });

function input(selection: TopicSelection, now = later): EditionInput {
  return {
    topic: aTopic(),
    selection,
    site: { title: 'Araz', language: 'en', timezone: 'Asia/Baku' },
    publicUrl: 'https://news.example.org',
    authority: 'news.example.org,2026',
    hubs: ['https://hub.example/'],
    ttlMinutes: 15,
    sources: new Map([['turan', turan]]),
    now,
  };
}

/** Told, and then edited by its outlet. */
function edited(title: string, revisedAt = later): StoryInTopic {
  return aStory(1, [aStoredItem({ title, revisedAt })]);
}

/** Publishes the stories one after another, an hour apart; answers the last edition of corrections. */
function publishAll(...told: readonly StoryInTopic[]): {
  selection: TopicSelection;
  last: Edition;
} {
  let selection = emptySelection;
  let last: Edition | undefined;
  told.forEach((story, index) => {
    const output = buildEditions(input({ ...selection, stories: [story] }, later + index * hour));
    selection = selectionAfter(selection, output.intent, [story]);
    last = output.corrections;
  });
  if (last === undefined) throw new Error('nothing was told');
  return { selection, last };
}

const first = aStory(1, [aStoredItem({ title: 'Vəzir Bakıya gəlib' })]);

it('announce an edit in the archive once, and leave its page alone', () => {
  const { selection } = publishAll(first);
  const archived = selection.entries.map((row) => ({ ...row, archivedAt: later }));
  const told = edited('Vəzir Bakıya gəlib və gedib');
  const standing = { ...selection, entries: archived, stories: [told] };
  const due = { ...standing, archiveEdits: [told.story.id] };
  const output = buildEditions(input(due, later + hour));
  const titles = output.corrections.entries.map(({ title }) => title);
  expect(titles).toEqual(['Düzəliş edilib: Vəzir Bakıya gəlib və gedib']);
  expect(output.intent.pages).toEqual([]);
  const rows = output.intent.entries.map(({ variant, updated }) => [variant, updated]);
  expect(rows).toEqual(archived.map(({ variant }) => [variant, later]));
  const after = selectionAfter(standing, output.intent, [told]);
  expect(buildEditions(input(after, later + 2 * hour)).intent.corrections).toEqual([]);
});

it('announce an edit in the archive of a report that only its language shows', () => {
  const told = (given: object) =>
    aStory(1, [
      aStoredItem({ title: 'Vəzir Bakıya gəlib' }),
      aStoredItem({ id: 2, sourceId: 'irna', language: 'fa', title: 'وزیر به باکو آمد', ...given }),
    ]);
  const { selection } = publishAll(told({}));
  const archived = selection.entries.map((row) => ({ ...row, archivedAt: later }));
  const edit = told({ title: 'وزیر به باکو رفت', revisedAt: later });
  const due = { ...selection, entries: archived, stories: [edit], archiveEdits: [edit.story.id] };
  const output = buildEditions(input(due, later + hour));
  const titles = output.corrections.entries.map(({ title }) => title);
  expect(titles).toEqual(['اصلاح شد: وزیر به باکو رفت']);
  const rows = output.intent.entries.map(({ variant, updated }) => [variant, updated]);
  expect(rows).toEqual([['fa', later]]);
});

it('announce an edit of a report that only its language shows, and one that several show once', () => {
  const inPersian = { id: 2, sourceId: 'irna', language: 'fa', published: aMorning + minute };
  const told = (az: object, fa: object) =>
    aStory(1, [
      aStoredItem({ title: 'Vəzir Bakıya gəlib', ...az }),
      aStoredItem({ ...inPersian, title: 'وزیر به باکو آمد', ...fa }),
    ]);
  const titles = (...stories: StoryInTopic[]) =>
    publishAll(...stories).last.entries.map(({ title }) => title);
  const before = told({}, {});
  const persian = { title: 'وزیر به باکو رفت', revisedAt: later };
  expect(titles(before, told({}, persian))).toEqual(['اصلاح شد: وزیر به باکو رفت']);
  const azeri = { title: 'Vəzir gedib', revisedAt: later };
  expect(titles(before, told(azeri, {}))).toEqual(['Düzəliş edilib: Vəzir gedib']);
});

const act: PublishedAct = {
  number: 1,
  kind: 'retract',
  storyId: first.story.id,
  at: later,
  by: 'Ann',
  reason: 'The outlet withdrew it.',
  entryId: first.story.entryId,
  sourceId: 'turan',
  language: 'az',
  country: 'AZ',
  published: aMorning,
};

const bodyOf = (edition: Edition): string => corrections.render(edition);
const faultsOf = (edition: Edition) =>
  checkFeed({
    path: documentPath(edition.publication, corrections),
    mediaType: corrections.mediaType,
    body: bodyOf(edition),
  });

describe('the corrections of a topic', () => {
  it('are a valid, empty document of its own while nothing was corrected', () => {
    const { last } = publishAll(first);
    expect(last.entries).toEqual([]);
    expect(faultsOf(last)).toEqual([]);
    expect(documentPath(last.publication, corrections)).toBe(
      'topics/azerbaijan-iran/corrections.atom',
    );
    expect(last.publication.feedId).toBe(
      'tag:news.example.org,2026:topic/azerbaijan-iran/corrections',
    );
    expect(bodyOf(last)).toContain(
      'href="https://news.example.org/topics/azerbaijan-iran/corrections.atom"',
    );
  });

  it('announce an edit once more, under an id made of the story and the revision', () => {
    const at = later + hour;
    const { last, selection } = publishAll(first, edited('Vəzir Bakıya gəlməyib', at));
    expect(last.entries).toMatchObject([
      {
        id: `${first.story.entryId}/edited/${at}`,
        title: 'Düzəliş edilib: Vəzir Bakıya gəlməyib',
        published: at,
        updated: at,
      },
    ]);
    expect(faultsOf(last)).toEqual([]);
    // Publishing again says the same, and nothing of it is stored again.
    const stories = [edited('Vəzir Bakıya gəlməyib', at)];
    const again = buildEditions(input({ ...selection, stories }, at + hour));
    expect(again.corrections).toEqual(last);
    expect(again.intent).toMatchObject({ editions: [], corrections: [] });
  });

  it('keep what was announced as it was when the outlet edits again, newest first', () => {
    const { last } = publishAll(
      first,
      edited('Birinci', later + minute),
      edited('İkinci', later + hour + minute),
    );
    expect(last.entries.map(({ title }) => title)).toEqual([
      'Düzəliş edilib: İkinci',
      'Düzəliş edilib: Birinci',
    ]);
  });

  it('announce a retraction by outlet, date and reason, without the headline', () => {
    const { selection } = publishAll(first);
    const restored = { ...act, number: 2, kind: 'restore', at: later + hour, reason: '' } as const;
    const acts = [restored, act];
    const { corrections: edition } = buildEditions(
      input({ ...selection, stories: [], entries: [], acts }, later + 2 * hour),
    );
    expect(edition.entries).toMatchObject([
      { id: `${act.entryId}/restored/${later + hour}`, title: 'Bərpa olunub: Turan, 2026-02-07' },
      {
        id: `${act.entryId}/retracted/${later}`,
        title: 'Geri çağırılıb: Turan, 2026-02-07',
        summary: 'The outlet withdrew it.',
        link: `https://news.example.org/stories/${act.storyId}/`,
      },
    ]);
    expect(bodyOf(edition)).not.toContain('Vəzir');
    expect(faultsOf(edition)).toEqual([]);
  });

  it('are no more than fifty', () => {
    const acts = Array.from({ length: 70 }, (_, number) => ({
      ...act,
      number,
      at: later - number * minute,
      entryId: `tag:news.example.org,2026:story/${number}`,
    }));
    const { corrections: edition } = buildEditions(input({ ...emptySelection, acts }));
    expect(edition.entries).toHaveLength(50);
    expect(edition.entries[0]?.published).toBe(later);
  });

  it.each(nastyTexts)('are valid with %s', (_, text) => {
    const { selection } = publishAll(first);
    const stories = [edited(text, later + minute)];
    const acts = [{ ...act, reason: text, at: later + minute, entryId: 'tag:a,2026:b' }];
    const { corrections: edition } = buildEditions(
      input({ ...selection, stories, acts }, later + hour),
    );
    expect(edition.entries).toHaveLength(2);
    expect(faultsOf(edition)).toEqual([]);
  });
});
