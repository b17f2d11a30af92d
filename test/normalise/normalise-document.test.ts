import { describe, expect, it } from 'vitest';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { ParsedItem } from '../../src/domain/parsed-feed.ts';
import type { Source } from '../../src/domain/source.ts';
import { normaliseDocument } from '../../src/normalise/normalise-document.ts';
import { aParsedFeed } from '../support/parsed-feeds.ts';
import { aSource } from '../support/sources.ts';

const now = Date.parse('2026-02-07T12:00:00Z');

function normalise(items: readonly Partial<ParsedItem>[], source: Partial<Source> = {}) {
  return normaliseDocument({
    document: aParsedFeed(items),
    source: aSource(source),
    trust: fullTrust,
    now,
  });
}

function one(item: Partial<ParsedItem>, source: Partial<Source> = {}) {
  const found = normalise([item], source).items[0];
  if (found === undefined) throw new Error('the entry was dropped');
  return found;
}

const kindsOf = (item: { keys: readonly { kind: string }[] }) => item.keys.map((key) => key.kind);

describe('text', () => {
  it('cuts the suffix the editor named and doubled spaces from titles', () => {
    const title = 'Litvada  quş qripi aşkarlandı - Turan';
    expect(one({ title, link: 'https://turan.example/1' }, { titleSuffix: ' - Turan' }).title).toBe(
      'Litvada quş qripi aşkarlandı',
    );
  });
  it('reads the summary as plain text and keeps the body as HTML', () => {
    const item = one({
      title: 'Başlıq burada',
      link: 'https://turan.example/1',
      summary: '<p>Birinci <b>cümlə</b>&nbsp;var.</p>',
      content: '<p>Mətn</p>',
    });
    expect(item.summary).toBe('Birinci cümlə var.');
    expect(item.contentHtml).toBe('<p>Mətn</p>');
  });
  it('makes a summary of the body when there is none', () => {
    const content = `<p>${'Uzun bir xəbər mətni. '.repeat(60)}</p>`;
    const { summary } = one({ title: 'Başlıq', link: 'https://turan.example/1', content });
    expect(summary.startsWith('Uzun bir xəbər mətni.')).toBe(true);
    expect(summary.length).toBeLessThanOrEqual(601);
    expect(summary.endsWith('…')).toBe(true);
  });
  it.each([
    ['repeats the title', 'İclas keçirildi', 'İCLAS KEÇİRİLDİ!', ''],
    ['ends inside an entity', 'İclas', 'Yığıncaqda çıxış etdi &n...', 'Yığıncaqda çıxış etdi…'],
    ['ends with a bare ampersand and dots', 'İclas', 'Yığıncaqda çıxış &...', 'Yığıncaqda çıxış…'],
    ['ends with a company', 'İclas', 'AT & T', 'AT & T'],
  ])('handles a summary that %s', (_name, title, summary, expected) => {
    expect(one({ title, link: 'https://turan.example/1', summary }).summary).toBe(expected);
  });
  it.each([
    ['neither title nor link', { summary: 'Mətn var' }, 'neither title nor link'],
    [
      'a page number as title',
      { title: '14891', link: 'https://a.example/1' },
      'title without letters',
    ],
    ['nothing to read', { link: 'https://a.example/1' }, 'no text'],
  ])('drops an entry with %s', (_name, item, reason) => {
    const result = normalise([{ title: 'Sağlam xəbər', link: 'https://a.example/0' }, item]);
    expect(result.items).toHaveLength(1);
    expect(result.dropped).toEqual([{ index: 1, reason }]);
  });
});

describe('addresses', () => {
  it.each(['javascript:alert(1)', 'ftp://a.example/1', 'data:text/html,x', 'nowhere'])(
    'has no link for %s unless it resolves to http',
    (link) => {
      const item = one({ title: 'Başlıq var', link });
      expect(item.link ?? 'https:').toMatch(/^https:/);
    },
  );
  it('takes a guid that is an address when the link is missing', () => {
    expect(one({ title: 'Başlıq', id: 'https://turan.example/n/7' }).link).toBe(
      'https://turan.example/n/7',
    );
  });
  it('keeps only http enclosures', () => {
    const enclosures = [{ url: '//files.turan.example/a.webp' }, { url: 'file:///etc/passwd' }];
    expect(one({ title: 'Başlıq', link: 'https://a.example/1', enclosures }).enclosures).toEqual([
      { url: 'https://files.turan.example/a.webp' },
    ]);
  });
});

describe('dates', () => {
  const dates: readonly (readonly [string, string | undefined, number, boolean])[] = [
    ['a plain date', '2026-02-07T08:30:00Z', now - 3.5 * hour, false],
    ['a date nine hours ahead', '2026-02-07T21:00:00Z', now, true],
    ['a clock five minutes ahead', '2026-02-07T12:05:00Z', now, false],
    ['no date', undefined, now, true],
    ['a word', 'bu gün', now, true],
    ['the epoch', '1970-01-01T00:00:00Z', now, true],
    ['midnight of the running day', '2026-02-07T00:00:00Z', now, true],
    ['midnight of an earlier day', '2026-02-03T00:00:00Z', now - 4 * day - 12 * hour, true],
    ['midnight in Baku', '2026-02-06T20:00:00Z', now, true],
    ['a date of 1995', '1995-05-05T10:00:00Z', now - 3_652 * day, true],
  ];
  it.each(dates)('reads %s', (_name, published, expected, isEstimated) => {
    const item = one(
      {
        title: 'Başlıq',
        link: 'https://a.example/1',
        ...(published === undefined ? {} : { published }),
      },
      { timezone: 'Asia/Baku' },
    );
    expect(item.published).toBe(expected);
    expect(item.isPublishedEstimated).toBe(isEstimated);
    expect(item.published).toBeLessThanOrEqual(now);
  });
  it('keeps the raw date beside the held one', () => {
    const item = one({
      title: 'Başlıq',
      link: 'https://a.example/1',
      published: '2026-02-08T12:00:00Z',
    });
    expect(item.publishedRaw).toBe(now + day);
  });
  it('reads a fixed offset as a zone', () => {
    const item = one(
      { title: 'Başlıq', link: 'https://a.example/1', published: '2026-02-06T20:30:00Z' },
      { timezone: '+03:30' },
    );
    expect(item.isPublishedEstimated).toBe(true);
    expect(item.published - now).toBe(0);
  });
  it('takes the change date of an entry without a publication date', () => {
    const updated = '2026-02-07T11:00:00Z';
    const item = one({ title: 'Başlıq', link: 'https://a.example/1', updated });
    expect(item.published).toBe(now - 60 * minute);
    expect(item.updated).toBe(now - 60 * minute);
  });
});

describe('language', () => {
  const texts: readonly (readonly [string, string, string, string])[] = [
    ['the setting', 'az', 'Bakıda sərgi açılıb və qonaqlar gəlib', 'az'],
    ['Russian in an Azerbaijani feed', 'az', 'Президент принял министра обороны Ирана', 'ru'],
    ['Azerbaijani Cyrillic', 'az', 'Азәрбајҹан вә Иран разылыға ҝәлди', 'az'],
    ['Persian in an Arabic feed', 'ar', 'وزیر دفاع ایران با رئیس‌جمهور آذربایجان گفت‌وگو کرد', 'fa'],
    [
      'Arabic in a Persian feed',
      'fa',
      'أعلنت الوزارة اليوم عن زيارة رسمية إلى المنطقة الحدودية',
      'ar',
    ],
    ['Persian typed with Arabic letters', 'fa', 'رئيس جمهور در باکو با مقامات ديدار كرد', 'fa'],
    ['Armenian', 'ru', 'Վարչապետը հանդիպեց դեսպանի հետ', 'hy'],
    ['Georgian', 'en', 'პრემიერ მინისტრი შეხვდა ელჩს', 'ka'],
    [
      'English in a Turkish feed',
      'tr',
      'The minister of defence met with the president in Baku',
      'en',
    ],
    [
      'Azerbaijani in a Turkish feed',
      'tr',
      'Müdafiə naziri Bakıya səfərə gələcək, nümayəndə heyəti',
      'az',
    ],
    ['too little text', 'az', 'СОЦАР', 'az'],
    ['German, which shares the script', 'de', 'Der Minister traf sich mit dem Präsidenten', 'de'],
  ];
  it.each(texts)('goes by letters: %s', (_name, language, title, expected) => {
    expect(one({ title, link: 'https://a.example/1' }, { language }).language).toBe(expected);
  });
  it('never believes the feed over the setting', () => {
    const entry = { title: 'Bakıda sərgi açılıb', link: 'https://a.example/1', language: 'en-us' };
    expect(one(entry).language).toBe('az');
    expect(one({ ...entry, language: 'de' }, { language: 'und' }).language).toBe('de');
  });
});

describe('identity', () => {
  it('climbs guid, link, title and date, then the keys across sources', () => {
    const item = one({
      id: '812',
      link: 'https://turan.example/n/812',
      title: 'Bakıda beynəlxalq sərgi açılıb',
      summary: 'Sərgidə on iki ölkədən yüzdən çox şirkət iştirak edir, giriş sərbəstdir.',
    });
    expect(kindsOf(item)).toEqual(['id:guid', 'id:link', 'id:title-date', 'link', 'content']);
    expect(item.keys.every((key) => /^[0-9a-f]{16}$/.test(key.hash))).toBe(true);
  });

  const variants: readonly (readonly [string, string, string])[] = [
    ['scheme', 'http://turan.example/1', 'https://turan.example/1'],
    ['tracking', 'https://turan.example/1?utm_source=rss', 'https://turan.example/1'],
    ['www', 'https://www.turan.example/1', 'https://turan.example/1'],
    ['blanks', ' 812 ', '812'],
  ];
  it.each(variants)('gives one guid key whatever the %s', (_name, left, right) => {
    const keyOf = (id: string) => one({ id, title: 'Başlıq' }).keys[0];
    expect(keyOf(left)).toEqual(keyOf(right));
  });

  it('scopes identity by source and leaves the link key common', () => {
    const entry = { id: '1', link: 'https://turan.example/1', title: 'Bakıda sərgi açılıb' };
    const [a, b] = [one(entry, { id: 'a' }), one(entry, { id: 'b' })];
    const hash = (item: typeof a, kind: string) => item.keys.find((key) => key.kind === kind)?.hash;
    for (const kind of ['id:guid', 'id:link', 'id:title-date']) {
      expect(hash(a, kind)).not.toBe(hash(b, kind));
    }
    expect(hash(a, 'link')).toBe(hash(b, 'link'));
  });

  it.each(['', 'N/A', 'null', '0', 'https://turan.example/'])(
    'makes no key of the guid %j',
    (id) => {
      expect(kindsOf(one({ id, title: 'Başlıq', link: 'https://turan.example/1' }))).not.toContain(
        'id:guid',
      );
    },
  );

  it('distrusts guids that stand on different links and titles', () => {
    const result = normalise([
      { id: 'x', link: 'https://turan.example/1', title: 'Birinci xəbər' },
      { id: 'x', link: 'https://turan.example/2', title: 'İkinci xəbər' },
    ]);
    expect(result.trust.guid).toMatchObject({ points: 0, grade: 'none' });
    expect(result.items).toHaveLength(2);
    expect(result.items.flatMap(kindsOf)).not.toContain('id:guid');
  });

  it('leaves out a guid that two of many articles share, and has the others checked', () => {
    const entries = Array.from({ length: 8 }, (_, n) => ({
      id: n < 2 ? 'x' : `g${n}`,
      link: `https://turan.example/${n}`,
      title: `Xəbər nömrə ${n}`,
    }));
    const { trust, items } = normalise(entries);
    expect(trust.guid).toMatchObject({ points: 60, grade: 'checked' });
    const withGuid = items.map((item) => kindsOf(item).includes('id:guid'));
    expect(withGuid).toEqual([false, false, ...Array(6).fill(true)]);
  });

  it('takes an address that is the guid of all entries for no link of any', () => {
    const entries = ['Birinci', 'İkinci', 'Üçüncü'].map((title) => ({
      id: 'https://turan.example/news/detail/7',
      title: `${title} xəbərin başlığı`,
    }));
    const { trust, items } = normalise(entries);
    expect([trust.guid.grade, trust.link.grade]).toEqual(['none', 'none']);
    expect(items.map(kindsOf)).toEqual(Array(3).fill(['id:title-date']));
  });

  const nothing = { points: 0, grade: 'none' } as const;

  it('keeps distrusting what an earlier document has shown', () => {
    const result = normaliseDocument({
      document: aParsedFeed([{ id: 'x', link: 'https://turan.example/1', title: 'Birinci' }]),
      source: aSource(),
      trust: { guid: nothing, link: nothing },
      now,
    });
    expect(result.trust).toEqual({ guid: nothing, link: nothing });
    expect(result.items.flatMap(kindsOf)).toEqual(['id:title-date']);
  });

  it('distrusts links when most items share one page', () => {
    const result = normalise(
      ['Birinci', 'İkinci', 'Üçüncü', 'Dördüncü'].map((title) => ({
        title,
        link: 'https://turan.example/news/',
      })),
    );
    expect(result.trust.link.grade).toBe('none');
    expect(result.items).toHaveLength(4);
  });

  it('leaves out one shared page without distrusting the other links', () => {
    const live = ['Birinci', 'İkinci', 'Üçüncü'].map((title, n) => ({
      id: `l${n}`,
      title,
      link: `https://turan.example/live#${n}`,
    }));
    const other = [4, 5, 6, 7, 8].map((n) => ({
      title: `Xəbər ${n}`,
      link: `https://turan.example/${n}`,
    }));
    const result = normalise([...live, ...other]);
    expect(result.trust.link.grade).toBe('full');
    expect(result.items.filter((item) => kindsOf(item).includes('id:link'))).toHaveLength(5);
    expect(result.items).toHaveLength(8);
  });

  it('never takes the front page for the address of an item', () => {
    const item = one({ title: 'Bakıda sərgi açılıb', link: 'https://turan.example/az/' });
    expect(kindsOf(item)).toEqual(['id:title-date']);
  });
});

describe('repeats inside one document', () => {
  it('collapses an article listed under two sections and joins its categories', () => {
    const base = { id: '5', link: 'https://turan.example/5', title: 'Bakıda sərgi açılıb' };
    const result = normalise([
      { ...base, categories: [{ term: 'mədəniyyət' }] },
      { ...base, categories: [{ term: 'mədəniyyət' }, { term: 'Bakı' }] },
    ]);
    expect(result.items).toHaveLength(1);
    expect(result.items[0]?.categories.map((c) => c.term)).toEqual(['mədəniyyət', 'Bakı']);
    expect(result.dropped).toEqual([{ index: 1, reason: 'same identity as entry 0' }]);
  });
  it('keeps the update, wherever it stands', () => {
    const base = { id: '5', link: 'https://turan.example/5' };
    const older = { ...base, title: 'İki nəfər yaralanıb', published: '2026-02-07T08:00:00Z' };
    const newer = { ...base, title: 'Üç nəfər yaralanıb', published: '2026-02-07T09:00:00Z' };
    for (const entries of [
      [older, newer],
      [newer, older],
    ]) {
      expect(normalise(entries).items.map((item) => item.title)).toEqual(['Üç nəfər yaralanıb']);
    }
  });
  it('keeps two entries of a live page apart', () => {
    const result = normalise([
      { id: 'a', link: 'https://turan.example/live', title: 'Saat 10: danışıqlar başladı' },
      { id: 'b', link: 'https://turan.example/live', title: 'Saat 11: fasilə elan edildi' },
    ]);
    expect(result.items).toHaveLength(2);
  });
  it('keeps equal titles with texts of their own', () => {
    const result = normalise([
      { title: 'Zəlzələ baş verib', summary: 'Şamaxıda 3.4 bal gücündə.' },
      { title: 'Zəlzələ baş verib', summary: 'Qubada 4.1 bal gücündə.' },
    ]);
    expect(result.items).toHaveLength(2);
  });
  it('stays linear on two thousand equal titles', () => {
    const items = Array.from({ length: 2_000 }, (_, n) => ({
      title: 'Eyni başlıq',
      summary: `Mətn ${n}`,
    }));
    expect(normalise(items).items).toHaveLength(2_000);
  });
});

describe('content hash', () => {
  it('moves with the text and not with the date', () => {
    const base = {
      id: '1',
      title: 'Bakıda sərgi',
      link: 'https://turan.example/1',
      summary: 'Şənbə günü.',
    };
    const hash = one({ ...base, published: '2026-02-07T08:00:00Z' }).contentHash;
    expect(one({ ...base, published: '2026-02-07T09:00:00Z' }).contentHash).toBe(hash);
    expect(one({ ...base, link: `${base.link}?sid=2` }).contentHash).toBe(hash);
    expect(one({ ...base, content: '<p>4 baxış</p>' }).contentHash).toBe(hash);
    expect(one({ ...base, title: 'Bakıda sərgi açılıb' }).contentHash).not.toBe(hash);
  });
});
