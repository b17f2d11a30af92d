import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/domain/publication.ts';
import { renderEdition } from '../../src/publish/formats.ts';
import { anEdition, aPublication } from '../support/an-edition.ts';
import { anAttribution, anEntry } from '../support/an-entry.ts';

/** The message with which an edition is refused. */
function refusal(edition: unknown): string {
  try {
    renderEdition(edition as Edition);
  } catch (error) {
    expect(error).toMatchObject({ name: 'AppError', code: 'invalid' });
    return (error as Error).message;
  }
  return 'is rendered';
}

function entryWith(given: object): unknown {
  return anEdition({
    entries: [anEntry(), { ...anEntry({ id: 'tag:a.example,2026:b' }), ...given }],
  });
}

function publicationWith(given: object): unknown {
  return anEdition({ publication: { ...aPublication(), ...given } });
}

describe('an edition that another program built', () => {
  it.each([
    [{}, 'edition.publication is missing; give an object'],
    [publicationWith({ homeUrl: '/a/' }), 'edition.publication.homeUrl is "/a/"; give an absolute'],
    [publicationWith({ homeUrl: 'https://a.example/b' }), 'homeUrl is "https://a.example/b"'],
    [publicationWith({ topicId: '../../etc' }), 'edition.publication.topicId is "../../etc"'],
    [publicationWith({ variant: 'az/../..' }), '.variant is "az/../.."; give "all" or a language'],
    [publicationWith({ feedId: 'my feed' }), '.feedId is "my feed"; give an absolute URI in ASCII'],
    [publicationWith({ timezone: 'Baku' }), '.timezone is "Baku"; give a time zone such as'],
    [publicationWith({ ttlMinutes: 7.5 }), '.ttlMinutes is 7.5; give a whole number from 1'],
    [publicationWith({ hubs: [5] }), '.hubs is a list of 1; give a list, empty when'],
    [publicationWith({ language: 'en_GB' }), '.language is "en_GB"; give a language tag such as'],
    [entryWith({ id: undefined }), 'edition.entries[1].id is missing; give an absolute URI'],
    [entryWith({ id: anEntry().id }), 'entries[1].id is "tag:news.example.org,2026:story/aaaaaaaa'],
    [entryWith({ published: Number.NaN }), 'edition.entries[1].published is NaN; give whole milli'],
    [entryWith({ updated: Date.UTC(10_000, 0) }), 'UTC, in a year from 1 to 9999'],
    [entryWith({ published: '2026-02-07' }), 'published is "2026-02-07"; give whole milliseconds'],
    [entryWith({ direction: 'up' }), 'edition.entries[1].direction is "up"; give ltr or rtl'],
    [entryWith({ language: '' }), 'edition.entries[1].language is ""'],
    [entryWith({ authors: [null] }), 'edition.entries[1].authors is a list of 1'],
    [entryWith({ authors: [{ name: 5 }] }), 'each is an object with the texts name?, email?, url?'],
    [entryWith({ categories: [{ label: 'x' }] }), 'with the texts term, label?, scheme?'],
    [entryWith({ enclosures: ['https://a.example/'] }), 'with the texts url, type?'],
    [
      entryWith({ title: 'x'.repeat(99), summary: 5 }),
      'edition.entries[1].summary is 5; give a text',
    ],
    [entryWith({ shownBy: { ...anAttribution(), outlet: null } }), '[1].shownBy.outlet is null'],
    [
      entryWith({ alsoReportedBy: [anAttribution({ language: 'x' })] }),
      'edition.entries[1].alsoReportedBy[0].language is "x"',
    ],
    [
      anEdition({ deleted: [{ id: 'tag:a.example,2026:c', when: 1.5, reason: 'rule' }] }),
      'edition.deleted[0].when is 1.5',
    ],
    [
      anEdition({ deleted: [{ id: anEntry().id, when: 1, reason: 'rule' }] }),
      ', as is edition.entries[0].id; give each entry its own',
    ],
    [anEdition({ updatedOf: { rss: -1e15 } }), 'edition.updatedOf.rss is -1000000000000000'],
  ])('is refused with what is wrong, where, and what to give: %#', (edition, message) => {
    expect(refusal(edition)).toContain(message);
  });

  it('may hold what no outlet should have sent', () => {
    const nothing = {
      title: '',
      link: 'nowhere',
      summary: '\u0000',
      authors: [{}],
      categories: [],
    };
    expect(refusal(entryWith(nothing))).toBe('is rendered');
  });

  it('keeps every id letter by letter in every format', () => {
    const id = 'http://A.example/%7Eb/../c';
    const edition = anEdition({ entries: [anEntry({ id })] });
    for (const { path, body } of renderEdition(edition).slice(0, 3)) {
      expect(body, path).toContain(id);
    }
  });
});
