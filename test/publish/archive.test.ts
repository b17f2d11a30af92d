import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/domain/instant.ts';
import type { Rendered } from '../../src/domain/publication.ts';
import {
  type ArchiveInput,
  pageEntriesMax,
  planArchivePages,
  renderArchivePage,
  withdrawFromPage,
} from '../../src/publish/archive.ts';
import { atom } from '../../src/publish/atom.ts';
import { inOneGo } from '../../src/publish/in-one-go.ts';
import { documentBytesMax, type LiveEntry } from '../../src/publish/make-room.ts';
import { verifyDocument } from '../../src/publish/verify-document.ts';
import { anEdition, aPublication } from '../support/an-edition.ts';
import { aMorning, anEntry } from '../support/an-entry.ts';
import { checkFeed } from '../support/check-feed.ts';
import { attributeOf, childOf, childrenOf, rootOf, textOf } from '../support/xml-check.ts';
import { nastyTextEntry, nastyTexts } from './nasty.ts';

const publication = aPublication();

/** Story `number`: a higher number is newer. */
function live(number: number, given: Parameters<typeof anEntry>[0] = {}): LiveEntry {
  const storyId = `s${String(number).padStart(6, '0')}`;
  const published = aMorning + number * minute;
  const row = {
    topicId: 'azerbaijan-iran',
    storyId,
    variant: 'all',
    itemId: number,
    published,
    updated: published,
  };
  const id = `tag:news.example.org,2026:story/${storyId}`;
  return { row, entry: anEntry({ id, storyId, published, updated: published, ...given }) };
}

/** Stories from `newest` down to `oldest`. */
function run(newest: number, oldest: number): LiveEntry[] {
  return Array.from({ length: newest - oldest + 1 }, (_, index) => live(newest - index));
}

function plan(given: Partial<ArchiveInput>) {
  const bytesOf = () => 1_000;
  const none = { stay: [], makeWay: [], onPages: new Map<string, number>(), pagesWritten: 0 };
  return inOneGo(planArchivePages({ ...none, bytesOf, ...given }));
}

function numbersOf(entries: readonly LiveEntry[]): number[] {
  return entries.map(({ row }) => row.itemId);
}

function linksOf({ body }: Rendered): Readonly<Record<string, string>> {
  const links = childrenOf(rootOf(body), 'link').map((link) => [
    attributeOf(link, 'rel'),
    attributeOf(link, 'href'),
  ]);
  return Object.fromEntries(links) as Record<string, string>;
}

describe('planArchivePages', () => {
  it('writes nothing while nothing makes way', () => {
    expect(plan({ stay: run(50, 1) })).toEqual([]);
  });

  it('takes the older live entries along, and not the newest 25', () => {
    const [page, ...others] = plan({ stay: run(51, 2), makeWay: run(1, 1) });
    expect(others).toEqual([]);
    expect(page?.number).toBe(1);
    expect(numbersOf(page?.entries ?? [])).toEqual(numbersOf(run(26, 1)));
  });

  it('writes nothing while what makes way is on a page already', () => {
    const onPages = new Map(run(26, 1).map(({ row }) => [row.storyId, row.updated]));
    expect(plan({ stay: run(60, 11), makeWay: run(10, 2), onPages, pagesWritten: 1 })).toEqual([]);
    const [next] = plan({ stay: run(77, 28), makeWay: run(27, 26), onPages, pagesWritten: 1 });
    expect(next?.number).toBe(2);
    expect(numbersOf(next?.entries ?? [])).toEqual(numbersOf(run(52, 27)));
  });

  it('writes what was revised since its page was written onto the next', () => {
    const [revised] = run(1, 1);
    const onPages = new Map([['s000001', aMorning]]);
    const pages = plan({ makeWay: revised ? [revised] : [], onPages, pagesWritten: 1 });
    expect(pages.map(({ number, entries }) => [number, numbersOf(entries)])).toEqual([[2, [1]]]);
  });

  it('cuts a flood into pages, oldest stories on the first', () => {
    const pages = plan({ stay: run(350, 301), makeWay: run(300, 1) });
    expect(pages.map(({ number, entries }) => [number, entries.length])).toEqual([
      [1, 100],
      [2, 100],
      [3, 100],
      [4, 25],
    ]);
    expect(numbersOf(pages[0]?.entries ?? [])).toEqual(numbersOf(run(100, 1)));
    expect(pages.every(({ entries }) => entries.length <= pageEntriesMax)).toBe(true);
  });

  it('cuts by bytes too', () => {
    const pages = plan({ makeWay: run(10, 1), bytesOf: () => documentBytesMax / 3 });
    expect(pages.map(({ entries }) => entries.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('leaves no story without a place over a long run', () => {
    const onPages = new Map<string, number>();
    const places = new Map<string, number>();
    let pagesWritten = 0;
    for (let newest = 51; newest <= 400; newest++) {
      const made = plan({
        stay: run(newest, newest - 49),
        makeWay: [live(newest - 50)],
        onPages,
        pagesWritten,
      });
      for (const { entries, number } of made) {
        for (const { row } of entries) {
          expect(onPages.has(row.storyId)).toBe(false);
          onPages.set(row.storyId, row.updated);
          places.set(row.storyId, number);
        }
      }
      pagesWritten += made.length;
    }
    expect(run(350, 1).filter(({ row }) => !places.has(row.storyId))).toEqual([]);
    expect(pagesWritten).toBeLessThanOrEqual(15);
  });
});

describe('an archive page', () => {
  const first = renderArchivePage(publication, { number: 1, entries: run(30, 1) }, aMorning + hour);
  const second = renderArchivePage(publication, { number: 2, entries: run(55, 31) }, aMorning);

  it('is a valid Atom document that says it is an archive', () => {
    expect([first, second].flatMap(checkFeed)).toEqual([]);
    expect(childOf(rootOf(first.body), 'fh:archive')).toBeDefined();
    expect(first.path).toBe('topics/azerbaijan-iran/archive/1.atom');
  });

  it('is of the same feed as the live document, and leads there and to the page before', () => {
    expect(textOf(childOf(rootOf(second.body), 'id'))).toBe(publication.feedId);
    expect(linksOf(second)).toMatchObject({
      self: 'https://news.example.org/topics/azerbaijan-iran/archive/2.atom',
      current: '../atom.xml',
      'prev-archive': '1.atom',
    });
    expect(linksOf(first)['prev-archive']).toBeUndefined();
  });

  it('is found from the live document', () => {
    const edition = anEdition({ archivePages: 2 });
    const body = atom.render(edition);
    expect(checkFeed({ path: 'a', mediaType: atom.mediaType, body })).toEqual([]);
    expect(linksOf({ path: '', mediaType: '', body })['prev-archive']).toBe(
      'https://news.example.org/topics/azerbaijan-iran/archive/2.atom',
    );
    expect(atom.render(anEdition())).not.toContain('prev-archive');
  });
});

describe('withdrawFromPage', () => {
  const page = renderArchivePage(publication, { number: 1, entries: run(30, 1) }, aMorning);
  const id = live(7).entry.id;
  const retracted = { id, when: aMorning + 2 * hour, reason: 'retracted' } as const;

  it('replaces the entry by its record and touches no other', () => {
    const after = withdrawFromPage(page, [retracted]);
    expect(checkFeed(after)).toEqual([]);
    const entriesOf = ({ body }: Rendered) => body.match(/<entry .*?<\/entry>/gs) ?? [];
    expect(entriesOf(after)).toEqual(entriesOf(page).filter((entry) => !entry.includes(id)));
    const record = childOf(rootOf(after.body), 'at:deleted-entry');
    expect(attributeOf(record, 'ref')).toBe(id);
    expect(textOf(childOf(rootOf(after.body), 'updated'))).toBe('2026-02-07T11:00:00.000Z');
  });

  it('gives the same bytes for what the page does not carry, and when it is done twice', () => {
    expect(withdrawFromPage(page, [{ ...retracted, id: 'tag:other,2026:x' }])).toBe(page);
    expect(withdrawFromPage(page, [])).toBe(page);
    const once = withdrawFromPage(page, [retracted]);
    expect(withdrawFromPage(once, [retracted]).body).toBe(once.body);
  });

  it.each(nastyTexts)('keeps the bytes of entries with %s', (_, text) => {
    const entries = [live(2, nastyTextEntry(text)), live(1)];
    const nasty = renderArchivePage(publication, { number: 1, entries }, aMorning);
    const gone = { ...retracted, id: live(1).entry.id };
    const after = withdrawFromPage(nasty, [gone]);
    expect(verifyDocument(after)).toBeUndefined();
    const firstOf = ({ body }: Rendered) => /<entry .*?<\/entry>/s.exec(body)?.[0];
    expect(firstOf(after)).toBe(firstOf(nasty));
  });
});
