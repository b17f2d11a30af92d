import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/domain/publication.ts';
import { feedFormats } from '../../src/publish/feed-formats.ts';
import { formats, renderEdition } from '../../src/publish/formats.ts';
import { prepareEdition } from '../../src/publish/prepare-edition.ts';
import { verifyDocument } from '../../src/publish/verify-document.ts';
import { anEdition, aPublication } from '../support/an-edition.ts';
import { anEntry } from '../support/an-entry.ts';
import { nastyTextEntry, nastyTexts, nastyUrlEntry, nastyUrls } from './nasty.ts';

function faultsOf(edition: Edition): readonly string[] {
  return renderEdition(edition).flatMap((rendered) => verifyDocument(rendered) ?? []);
}

describe('every format', () => {
  it.each(nastyTexts)('is well-formed with %s in every text', (_, text) => {
    const publication = aPublication({
      title: text,
      description: text,
      siteTitle: text,
      contact: text,
      hubs: [text],
    });
    const edition = anEdition({ publication, entries: [anEntry(nastyTextEntry(text))] });
    expect(faultsOf(edition)).toEqual([]);
  });

  it.each(nastyUrls)('is well-formed with an address that is %s', (_, url) => {
    expect(faultsOf(anEdition({ entries: [anEntry(nastyUrlEntry(url))] }))).toEqual([]);
  });

  it('is well-formed and stable with any strings', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const entries = [
          anEntry(nastyTextEntry(one)),
          anEntry({
            ...nastyUrlEntry(`https://a.example/${other}`),
            title: other,
            id: 'tag:a.example,2026:b',
          }),
        ];
        const edition = anEdition({ entries });
        expect(faultsOf(edition)).toEqual([]);
        expect(renderEdition(prepareEdition(edition, 'any'))).toEqual(renderEdition(edition));
      }),
      { numRuns: 150 },
    );
  });

  it.each(formats)('of $name is well-formed without entries', (format) => {
    const edition = anEdition({ entries: [] });
    expect(verifyDocument({ ...format, path: 'a', body: format.render(edition) })).toBeUndefined();
  });

  it('has a name, a file name and a media type of its own', () => {
    for (const key of ['name', 'fileName', 'mediaType'] as const) {
      expect(new Set(formats.map((format) => format[key])).size).toBe(formats.length);
    }
  });

  it('lies in the folder of its topic and variant', () => {
    const edition = anEdition({ publication: aPublication({ variant: 'fa' }) });
    expect(renderEdition(edition).map(({ path }) => path)).toEqual([
      'topics/azerbaijan-iran/fa/rss.xml',
      'topics/azerbaijan-iran/fa/atom.xml',
      'topics/azerbaijan-iran/fa/feed.json',
      'topics/azerbaijan-iran/fa/index.html',
    ]);
  });
});

describe('every feed', () => {
  it.each(feedFormats)('in $name carries no address but http(s)', (format) => {
    const entries = nastyUrls.map(([, url]) => anEntry(nastyUrlEntry(url)));
    const body = format.render(anEdition({ entries }));
    expect(body).not.toMatch(/(?:javascript|data|file|mailto):/);
    expect(body).not.toContain('user:pass');
  });

  it.each(feedFormats)('in $name never says now', (format) => {
    const body = format.render(anEdition({ entries: [], updated: 0 }));
    expect(body).not.toContain(String(new Date().getUTCFullYear()).concat('-'));
    expect(body).not.toMatch(new RegExp(`\\d\\d \\w{3} ${new Date().getUTCFullYear()}`));
  });
});
