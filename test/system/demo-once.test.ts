import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOutlets } from '../../src/app/demo/sample-feeds.ts';
import { type Ran, runAraz } from '../support/araz-command.ts';
import { makeWorkFolder, type WorkFolder } from '../support/work-folder.ts';
import { expectations, seedStory, stories } from './demo-expectations.ts';

interface Outlet {
  readonly source: string;
  readonly url: string;
}

interface PublishedItem {
  readonly id: string;
  readonly title: string;
  readonly date_published: string;
  readonly _araz: { readonly shown_by: Outlet; readonly also_reported_by: readonly Outlet[] };
}

/** Every article of every outlet, and the one that an outlet carries under another's link. */
const itemCount = sampleOutlets.flatMap(({ articles }) => articles).length + 1;

let work: WorkFolder;
let first: Ran;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  work = makeWorkFolder();
  first = await runAraz(['--data', work.dataDir, '--json', 'demo', '--once']);
  expect(first.code, first.stderr).toBe(0);
  files = work.published();
});

afterAll(() => work.remove());

function read(file: string): Buffer {
  return readFileSync(path.join(work.publicDir, file));
}

function itemsOf(topic: string, variant = ''): readonly PublishedItem[] {
  return JSON.parse(read(`topics/${topic}/${variant}feed.json`).toString('utf8')).items;
}

function tellersOf({ _araz }: PublishedItem): readonly Outlet[] {
  return [_araz.shown_by, ..._araz.also_reported_by];
}

/** Paths of every article an entry shows or names; queries are tracking. */
function pathsOf(item: PublishedItem): readonly string[] {
  return tellersOf(item).map(({ url }) => decodeURIComponent(new URL(url).pathname));
}

describe('araz demo --once', () => {
  it('polls all sixteen outlets without a failure', () => {
    expect(JSON.parse(first.stdout)).toMatchObject({ polled: 16, failed: 0, itemsNew: itemCount });
  });

  it('publishes well-formed XML only', () => {
    const documents = [...files.keys()].filter((file) => /\.(xml|atom|opml)$/.test(file));
    expect(documents.length).toBeGreaterThan(60);
    const full = documents.map((file) => path.join(work.publicDir, file));
    const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--nonet', ...full], {
      encoding: 'utf8',
    });
    expect(error).toBeUndefined();
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('publishes documents that readFeed reads back with all their entries', async () => {
    const library = path.resolve(import.meta.dirname, '../../dist/library.js');
    const { readFeed } = await import(library);
    const folders = [...files.keys()].filter((file) => file.endsWith('/feed.json'));
    expect(folders.length).toBeGreaterThan(20);
    for (const file of folders) {
      const { items } = JSON.parse(read(file).toString('utf8'));
      const ids = items.map(({ id }: { id: string }) => id);
      for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
        const document = file.replace('feed.json', name);
        const result = await readFeed(read(document), { url: `https://araz.example/${document}` });
        expect(result.kind, document).toBe('feed');
        expect(result.warnings, document).toEqual([]);
        expect(
          result.items.map(({ id }: { id: string }) => id),
          document,
        ).toEqual(ids);
      }
    }
  });

  it('tells the story of the meeting in Baku once, with its five outlets', () => {
    const telling = itemsOf('azerbaijan-iran').filter((item) =>
      pathsOf(item).some((article) => Object.values(seedStory).includes(article)),
    );
    expect(telling).toHaveLength(1);
    const tellers = tellersOf(telling[0] as PublishedItem);
    expect(tellers.map(({ source }) => source).sort()).toEqual(Object.keys(seedStory).sort());
  });

  it.each(['az', 'tr', 'fa', 'ru', 'en'])(
    'tells it in %s by the outlet of that language',
    (language) => {
      const telling = itemsOf('azerbaijan-iran', `${language}/`).filter((item) =>
        pathsOf(item).includes(seedStory['poyraz-tr'] ?? ''),
      );
      expect(telling).toHaveLength(1);
      expect(telling[0]?._araz.shown_by.source).toMatch(new RegExp(`-${language}$`));
    },
  );

  it.each(expectations)(
    'has the true reports of $topic, each in one entry',
    ({ topic, present }) => {
      const entries = itemsOf(topic).map(pathsOf);
      const counts = present.map((article) => [
        article,
        entries.filter((paths) => paths.includes(article)).length,
      ]);
      expect(counts).toEqual(present.map((article) => [article, 1]));
    },
  );

  it.each(expectations)('keeps the traps out of $topic', ({ topic, absent }) => {
    const published = itemsOf(topic).flatMap(pathsOf);
    expect(absent.filter((article) => published.includes(article))).toEqual([]);
  });

  it.each(expectations)('mixes no two events in an entry of $topic', ({ topic }) => {
    const eventOf = (article: string) =>
      stories.find((story) => story.includes(article)) ?? article;
    const mixed = itemsOf(topic)
      .map(pathsOf)
      .filter((paths) => new Set(paths.map(eventOf)).size > 1);
    expect(mixed).toEqual([]);
  });

  it('shows no date in the future, although one outlet sends one', () => {
    const now = new Date().toISOString();
    for (const { topic } of expectations) {
      for (const item of itemsOf(topic)) expect(item.date_published <= now, item.title).toBe(true);
    }
  });

  it('changes no byte and no modification time when run again', async () => {
    const second = await runAraz(['--data', work.dataDir, '--json', 'demo', '--once']);
    expect(second.code, second.stderr).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      polled: 16,
      failed: 0,
      itemsNew: 0,
      itemsRevised: 0,
    });
    expect(work.published()).toEqual(files);
  });
});
