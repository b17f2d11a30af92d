import { describe, expect, it } from 'vitest';
import { learnBoilerplate } from '../../src/dedup/boilerplate.ts';
import type { Item } from '../../src/domain/item.ts';

const annotate = () => [];
let made = 0;

function anItem(title: string, summary: string): Item {
  made += 1;
  const keys = [{ kind: 'id:guid', hash: made.toString(16).padStart(16, '0') }] as const;
  return { title, summary, keys, sourceId: 'one', language: 'az' } as unknown as Item;
}

function ownText({ summary, boilerplate = [] }: Item): string {
  const cut = boilerplate.reduceRight(
    (text, [start, end]) => text.slice(0, start) + text.slice(end),
    summary,
  );
  return cut.replace(/\s+/g, ' ').trim();
}

describe('boilerplate of a source', () => {
  const note = 'Bizi Teleqram kanalımızda izləyin və xəbərdar olun.';

  it('is cut within the first document ever read', () => {
    const { items } = learnBoilerplate(
      [
        anItem('Limanda yeni kran', `Kran çərşənbə günü işə salınıb. ${note}`),
        anItem('Körpü təmirə bağlanır', `Təmir üç ay çəkəcək. ${note}`),
        anItem('Məktəb açılıb', `Məktəb 300 yerlikdir. ${note}`),
      ],
      undefined,
      annotate,
    );
    expect(items.map(ownText)).toEqual([
      'Kran çərşənbə günü işə salınıb.',
      'Təmir üç ay çəkəcək.',
      'Məktəb 300 yerlikdir.',
    ]);
  });

  it.each([
    [
      '日本語',
      ['港に船が着いた。', '橋が閉鎖された。', '学校が開校した。'],
      '続きは会員限定の記事でお読みいただけます。',
    ],
    [
      'हिन्दी',
      ['बंदरगाह पर जहाज़ पहुँचा।', 'पुल बंद कर दिया गया।', 'नया स्कूल खुला।'],
      'पूरी ख़बर पढ़ने के लिए ऐप डाउनलोड करें।',
    ],
  ])('is told in a language without word lists: %s', (_, texts, tail) => {
    const read = texts.map((text, index) => anItem(`${index} ${text}`, `${text}${tail}`));
    const cut = learnBoilerplate(read, undefined, annotate).items.map(
      ({ boilerplate }) => boilerplate?.length,
    );
    expect(cut).toEqual([1, 1, 1]);
  });

  it('is remembered from document to document', () => {
    const first = learnBoilerplate(
      [anItem('Bir', `Birinci xəbərin mətni. ${note}`)],
      undefined,
      annotate,
    );
    const second = learnBoilerplate(
      [anItem('İki', `İkinci xəbərin mətni. ${note}`)],
      first.memory,
      annotate,
    );
    expect(second.items[0]?.boilerplate).toBeUndefined();
    const third = learnBoilerplate(
      [anItem('Üç', `Üçüncü xəbərin mətni. ${note}`)],
      second.memory,
      annotate,
    );
    expect(third.items.map(ownText)).toEqual(['Üçüncü xəbərin mətni.']);
  });

  it('is not what one item says again and again, under whatever id', () => {
    const item = anItem('Bir', `Birinci xəbərin mətni. ${note}`);
    const again = [item, item, { ...anItem('Bir', item.summary) }, anItem('Bir', item.summary)];
    const { items, memory } = learnBoilerplate(again, undefined, annotate);
    expect(items.every(({ boilerplate }) => boilerplate === undefined)).toBe(true);
    expect(learnBoilerplate(again, memory, annotate).memory).toBeUndefined();
  });

  it('stays bounded and settled over a document longer than it remembers', () => {
    const document = Array.from({ length: 500 }, (_, n) =>
      anItem(`Xəbər ${n}`, `Mətn ${n} burada dayanır. ${note}`.repeat(30)),
    );
    const { memory } = learnBoilerplate(document, undefined, annotate);
    expect(memory?.length).toBeLessThanOrEqual(200 * 15 * 4);
    expect(learnBoilerplate(document, memory, annotate).memory).toBeUndefined();
  });
});
