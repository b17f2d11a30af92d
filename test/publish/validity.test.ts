import { describe, expect, it } from 'vitest';
import type { Edition, Entry } from '../../src/domain/publication.ts';
import { parseFeed } from '../../src/parse/parse-feed.ts';
import { feedFormats } from '../../src/publish/feed-formats.ts';
import { renderEdition } from '../../src/publish/formats.ts';
import { prepareEdition } from '../../src/publish/prepare-edition.ts';
import { anEdition, aPublication } from '../support/an-edition.ts';
import { aMorning, anAttribution, anEntry } from '../support/an-entry.ts';
import { checkFeed } from '../support/check-feed.ts';
import { nastyTextEntry, nastyTexts, nastyUrlEntry, nastyUrls } from './nasty.ts';

/** A model that breaks careless writers, with its name. */
type Model = readonly [name: string, edition: Edition];

const { link: _link, ...linkless } = anAttribution({ feedUrl: '' });
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const odd: readonly (readonly [string, Partial<Edition>])[] = [
  ['no entries', { entries: [] }],
  ['no summary', { entries: [anEntry({ summary: '' })] }],
  ['no outlet address', { entries: [anEntry({ shownBy: linkless, alsoReportedBy: [linkless] })] }],
  ['the first moment', { updated: 0, entries: [anEntry({ published: 0, updated: 0 })] }],
  ['a moment before 1970', { entries: [anEntry({ published: -1, updated: 0 })] }],
  ['a leap day', { entries: [anEntry({ published: Date.UTC(2024, 1, 29, 23, 59, 59, 999) })] }],
  [
    'an enclosure without type and length',
    { entries: [anEntry({ enclosures: [{ url: 'https://a.example/a' }] })] },
  ],
  [
    'twenty enclosures, two of them the same',
    {
      entries: [
        anEntry({
          enclosures: Array.from({ length: 20 }, (_, number) => ({
            url: `https://a.example/${number % 19}.mp3`,
            type: 'audio/mpeg; rate=8',
            length: number === 3 ? Number.POSITIVE_INFINITY : number,
          })),
        }),
      ],
    },
  ],
  [
    'forty other outlets',
    {
      entries: [
        anEntry({
          alsoReportedBy: Array.from({ length: 40 }, (_, number) =>
            anAttribution({ sourceId: `s${number}`, link: `https://s${number}.example/` }),
          ),
        }),
      ],
    },
  ],
  [
    'entries that left',
    {
      deleted: [
        { id: 'tag:news.example.org,2026:story/b', when: aMorning, reason: 'retracted' },
        { id: 'tag:news.example.org,2026:story/c', when: aMorning, reason: 'rule' },
      ],
    },
  ],
  [
    'a hub named twice',
    { publication: aPublication({ hubs: Array(2).fill('https://hub.example/') }) },
  ],
  ['the last moment', { updated: lastMoment, entries: [anEntry({ updated: lastMoment })] }],
  [
    'an author named twice, once with an address',
    { entries: [anEntry({ authors: [{ name: 'A' }, { name: 'A', url: 'https://a.example/' }] })] },
  ],
  ...[
    'tag:a.example,2020-01-02:x',
    'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    'HTTP://A.example',
  ].map((feedId): readonly [string, Partial<Edition>] => [
    `an outlet’s feed that goes by ${feedId}`,
    { entries: [anEntry({ shownBy: anAttribution({ feedId }) })] },
  ]),
  ['hubs', { publication: aPublication({ hubs: ['https://hub.example/', 'not a hub'] }) }],
  ['an editor', { publication: aPublication({ contact: 'editor@example.org' }) }],
  ['an editor that is none', { publication: aPublication({ contact: 'call me @ home' }) }],
  [
    'a site under a folder of another script',
    {
      archivePages: 2,
      publication: aPublication({
        homeUrl: 'https://news.example.org/خبر/topics/a/',
        siteUrl: 'https://news.example.org/خبر/',
      }),
    },
  ],
  ['a language with a script', { entries: [anEntry({ language: 'az-arab' })] }],
  [
    'persons who are nobody',
    { entries: [anEntry({ authors: [{}, { name: ' ' }, { url: 'x' }] })] },
  ],
  [
    'persons with names and addresses in one',
    { entries: [anEntry({ authors: [{ name: 'Ann <a@b.example>' }, { name: '<a@b.example>' }] })] },
  ],
  [
    'persons with addresses only',
    { entries: [anEntry({ authors: [{ email: 'a@b.example' }, { email: '<b>' }] })] },
  ],
  [
    'categories of one name',
    {
      entries: [
        anEntry({
          categories: [
            { term: 'iran', scheme: 'https://a.example/place' },
            { term: 'iran', scheme: 'https://a.example/subject' },
            { term: '7', label: 'iran' },
          ],
        }),
      ],
    },
  ],
  ['empty categories', { entries: [anEntry({ categories: [{ term: '' }, { term: ' ' }] })] }],
  [
    'full text with a footer of its own',
    { entries: [anEntry({ contentHtml: '<p>a</p><hr><p>b &amp; c ]]&gt; ]]></p>' })] },
  ],
];

const models: readonly Model[] = [
  ...odd.map(([name, given]): Model => [name, anEdition(given)]),
  ...nastyTexts.map(([name, text]): Model => [`text: ${name}`, ofOne(nastyTextEntry(text))]),
  ...nastyUrls.map(([name, url]): Model => [`address: ${name}`, ofOne(nastyUrlEntry(url))]),
  ...nastyTexts.map(([name, text], index): Model => {
    const [place, url] = nastyUrls[index % nastyUrls.length] ?? ['', ''];
    const entry = { ...nastyTextEntry(text), ...nastyUrlEntry(url), title: text, summary: text };
    return [`both: ${name}, ${place}`, ofOne(entry)];
  }),
  ...nastyTexts.map(([name, text]): Model => {
    const publication = aPublication({ title: text, description: text, siteTitle: text });
    return [`publication: ${name}`, anEdition({ publication })];
  }),
];

function ofOne(given: Partial<Entry>): Edition {
  return anEdition({ entries: [anEntry(given)] });
}

describe('every published feed', () => {
  it('is tried with at least 200 nasty models', () => {
    expect(models.length).toBeGreaterThanOrEqual(200);
  });

  it.each(models)('is valid with %s', (_, edition) => {
    expect(renderEdition(edition).flatMap(checkFeed)).toEqual([]);
  });

  it.each(models)('is read back with what was written: %s', (_, edition) => {
    for (const format of feedFormats) {
      const read = parseFeed(Buffer.from(format.render(edition)), {
        contentType: format.mediaType,
        now: aMorning,
      });
      if (read.kind !== 'feed') throw new Error(`${format.name}: ${read.message}`);
      expect(read.warnings).toEqual([]);
      const prepared = prepareEdition(edition, format.name).entries;
      const expected = prepared.map((entry) => ({
        id: entry.id,
        link: entry.link,
        language: entry.language,
        published: new Date(entry.published).toISOString().slice(0, 19),
        title: withoutReferences(entry.title),
        files: entry.enclosures.map(({ url, length }) => ({ url, length })),
      }));
      const found = read.items.map((item) => ({
        id: item.id,
        link: item.link,
        language: item.language,
        // RSS dates have seconds only.
        published: item.published?.slice(0, 19),
        title: withoutReferences(item.title ?? ''),
        files: item.enclosures.map(({ url, length }) => ({ url, length })),
      }));
      expect(found).toEqual(expected);
      const meant = prepared.map((entry) =>
        namesOf(entry, entry.authors.length > 0 ? entry.authors : [{ name: entry.shownBy.outlet }]),
      );
      // Our reader takes markup and references in a name for a source's mistake, and undoes them.
      if (/[<&]/.test(JSON.stringify(meant))) continue;
      expect(read.items.map((item) => namesOf(item, item.authors))).toEqual(meant);
    }
  });
});

/** Who wrote it and what it is filed under: JSON Feed has words only, and RSS shows labels. */
function namesOf(
  { categories }: Pick<Entry, 'categories'>,
  authors: Entry['authors'],
): readonly (readonly string[])[] {
  return [
    authors.map(({ name }) => name ?? ''),
    [...new Set(categories.map(({ term, label }) => label ?? term))],
  ];
}

/**
 * Our reader takes character references in a plain title for a source's mistake and undoes them;
 * that is its choice, so titles are compared as it would read them.
 */
function withoutReferences(title: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ' };
  let text = title;
  for (let round = 0; round < 5; round++) {
    text = text
      .replace(/&(amp|lt|gt|nbsp);/g, (_, name: string) => named[name] ?? '')
      .replace(/&#65;/g, 'A');
  }
  return text.replace(/\s+/g, ' ').trim();
}

describe('the checkers', () => {
  const [rss = '', atom = '', json = ''] = renderEdition(anEdition()).map(({ body }) => body);

  it.each([
    ['rss.xml', rss.replace(/<guid.*<\/guid>/, '')],
    ['rss.xml', rss.replace('isPermaLink="false"', '')],
    ['rss.xml', rss.replace(/<pubDate>.*<\/pubDate>/, '<pubDate>2026-02-07</pubDate>')],
    ['rss.xml', rss.replace('Sat, 07 Feb 2026', 'Sun, 07 Feb 2026')],
    ['rss.xml', rss.replace('rel="self"', 'rel="related"')],
    ['rss.xml', rss.replace('<ttl>15</ttl>', '<ttl>0</ttl>')],
    ['rss.xml', rss.replace('</item>', '<author>Ann</author><enclosure url="x"/></item>')],
    ['rss.xml', rss.replace(/<title><!\[CDATA\[/, '<title><![CDATA[<b>x</b> ')],
    ['rss.xml', rss.replace('https://turan.example/news/1</link>', '/news/1</link>')],
    [
      'rss.xml',
      rss.replace('</item>', '<media:content url="https://a.example/" fileSize="0"/></item>'),
    ],
    ['rss.xml', rss.replace('</div>]]>', '</div></div>]]>')],
    ['rss.xml', rss.replace('</div>]]>', '<b>\uFDD0</b></div>]]>')],
    ['rss.xml', rss.replace('</ttl>', '</ttl><managingEditor>a\u200Bb@c.example</managingEditor>')],
    ['rss.xml', rss.replace('</docs>', '</docs><docs>https://www.rssboard.org/</docs>')],
    ['rss.xml', rss.replace(/<docs>[^<]*/, '<docs>/rss')],
    [
      'rss.xml',
      rss.replace('</channel>', '<atom:link href="https://a.example/" type="x"/></channel>'),
    ],
    [
      'rss.xml',
      rss.replace(
        '</item>',
        '<media:thumbnail url="https://a.example/">x</media:thumbnail></item>',
      ),
    ],
    ['atom.xml', atom.replace(/<published>\d{4}/, '<published>0000')],
    ['atom.xml', atom.replace(/<published>.*?<\/published>/, '<published/>')],
    ['atom.xml', atom.replaceAll('2026-02-07T', '2026-02-30T')],
    ['atom.xml', atom.replace('</entry>', '<category term="x">x</category></entry>')],
    [
      'atom.xml',
      atom
        .replace('</entry>', '<media:thumbnail/></entry>')
        .replace('<feed', '<feed xmlns:media="http://search.yahoo.com/mrss/"'),
    ],
    ['atom.xml', atom.replace(/<id>[^<]*/, '<id>http://')],
    ['atom.xml', atom.replace(/tag:news.example.org,2026:(?=story)/, 'tag:')],
    ['atom.xml', atom.replace(/tag:news.example.org,2026:(?=story)/, 'urn:uuid:')],
    ['rss.xml', rss.replace(/(<item>.*<\/item>)/s, '$1$1')],
    ['atom.xml', atom.replace(/<updated>.*?<\/updated>/, '')],
    ['atom.xml', atom.replace('<title type="html">', '<title type="text/html">')],
    ['atom.xml', atom.replace(/<name>.*?<\/name>/, '<name/>')],
    ['atom.xml', atom.replace('rel="self"', 'rel="via"')],
    ['atom.xml', atom.replace(/(<entry .*<\/entry>)/s, '$1$1')],
    ['atom.xml', atom.replace('2026-02-07T', '2026-02-07 ')],
    ['atom.xml', atom.replace('</entry>', '<pubDate>x</pubDate></entry>')],
    ['feed.json', json.replace('version/1.1', 'version/1')],
    ['feed.json', json.replace('"content_html"', '"content"')],
    ['feed.json', json.replace('"url": "https://turan.example/news/1"', '"url": "/news/1"')],
    ['feed.json', json.replace('"_araz"', '"araz"')],
    ['feed.json', json.replace('"feed_url"', '"next_url": "feed.json", "feed_url"')],
    ['feed.json', json.replace(/("summary": )"[^"]*"/, '$1" "')],
    ['feed.json', json.replace('"date_published"', '"tags": ["a", "a"], "date_published"')],
    ['feed.json', json.replace('"date_published"', '"image": 5, "date_published"')],
  ])('find the fault that was put into %s', (file, body) => {
    const mediaTypes = {
      'rss.xml': 'application/rss+xml',
      'atom.xml': 'application/atom+xml',
      'feed.json': 'application/feed+json',
    };
    const mediaType = mediaTypes[file as keyof typeof mediaTypes];
    expect([rss, atom, json]).not.toContain(body);
    expect(checkFeed({ path: file, mediaType, body })).not.toEqual([]);
  });
});
