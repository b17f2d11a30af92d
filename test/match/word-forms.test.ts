import { describe, expect, it } from 'vitest';
import { compileTopics } from '../../src/match/compile-topics.ts';

function find(language: string, term: string, text: string): readonly string[] {
  const topics = compileTopics({
    topics: [],
    concepts: [{ id: 'it', terms: { [language]: [term] } }],
  });
  return topics.annotate({ title: text }).map(({ surface }) => surface);
}

describe('inflected words', () => {
  it.each([
    ['tr', 'İran', 'İran’dan'],
    ['tr', 'İran', 'IRAN'],
    ['tr', 'İran', 'iranın'],
    ['tr', 'Azerbaycan', 'Azerbaycan’ın'],
    ['tr', 'Azerbaycan', 'AZERBAYCAN’IN'],
    ['tr', 'Bakü', 'Bakü’ye'],
    ['tr', 'büyükelçilik', 'büyükelçiliği'],
    ['tr', 'sınır kapısı', 'sınır kapısından'],
    ['tr', 'Pezeşkian', 'Pezeskian'],
    ['az', 'İran', 'İranda'],
    ['az', 'İran', 'İrandakı'],
    ['az', 'səfirlik', 'səfirliyində'],
    ['az', 'Azərbaycan', 'Азәрбајҹанын'],
    ['az', 'Azərbaycan', 'Azerbaycanin'],
    ['en', 'Iran', 'Iran’s'],
    ['en', 'Iranian', 'Iranians'],
    ['ru', 'Иран', 'Ираном'],
    ['ru', 'иранский', 'иранскому'],
    ['ru', 'Россия', 'России'],
    ['ru', 'Каспий', 'Каспии'],
    ['ru', 'граница', 'границ'],
    ['ru', 'министр обороны', 'министра обороны'],
    ['hy', 'Իրան', 'Իրանից'],
    ['hy', 'Բաքու', 'Բաքվում'],
    ['hy', 'համագործակցություն', 'համագործակցության'],
    ['ka', 'ირანი', 'ირანთან'],
    ['ka', 'ბაქო', 'ბაქოდან'],
    ['ka', 'აზერბაიჯანი', 'აზერბაიჯანისთვის'],
    ['fa', 'ایران', 'ایرانی‌ها'],
    ['fa', 'علی‌اف', 'علی اف'],
    ['fa', 'علی‌اف', 'علیاف'],
    ['fa', 'سفارت', 'سفارت‌های'],
    ['fa', 'وزیر دفاع', 'وزیر‌دفاع'],
    ['ar', 'إيران', 'وبإيران'],
    ['ar', 'سفارة', 'للسفارة'],
    ['ar', 'إيراني', 'والإيرانيين'],
  ])('%s: %s is found in %s', (language, term, text) => {
    expect(find(language, term, text)).toEqual([text]);
  });

  it.each([
    ['tr', 'İran', 'Tirana'],
    ['tr', 'İran', 'viran'],
    ['tr', 'İran', 'kıran'],
    ['tr', 'İran', 'İranşehir'],
    ['az', 'İran', 'İranşəhr'],
    ['az', 'Azərbaycan', 'azərbaycanlı'],
    ['ru', 'Иран', 'тиран'],
    ['ru', 'Иран', 'пирания'],
    ['ru', 'Иран', 'Иранович'],
    ['hy', 'Իրան', 'Տիրանա'],
    ['ka', 'ირანი', 'ტირანია'],
    ['fa', 'ایران', 'ایرانشهر'],
    ['ar', 'إيران', 'طيران'],
    ['ar', 'إيران', 'نيران'],
    ['en', 'Iran', 'Iranduba'],
    ['tr', 'öldü', 'Ali öldü mü, bitti oldu'],
  ])('%s: %s is not found in %s', (language, term, text) => {
    expect(find(language, term, text).filter((surface) => surface !== 'öldü')).toEqual([]);
  });

  it('asks for the letters’ case where a term says so', () => {
    const topics = compileTopics({
      topics: [],
      concepts: [{ id: 'firm', terms: { '*': [{ term: 'SOCAR', caseSensitive: true }] } }],
    });
    expect(topics.annotate({ title: 'SOCAR-ın gəliri' })).toHaveLength(1);
    expect(topics.annotate({ title: 'socar' })).toHaveLength(0);
  });

  it('takes an exact term in that form only', () => {
    const topics = compileTopics({
      topics: [],
      concepts: [{ id: 'river', terms: { az: [{ term: 'Araz', exact: true }] } }],
    });
    expect(topics.annotate({ title: 'Araz' })).toHaveLength(1);
    expect(topics.annotate({ title: 'arazi' })).toHaveLength(0);
  });

  it('does not join a phrase across a comma or a sentence', () => {
    expect(find('en', 'foreign minister', 'foreign, minister')).toEqual([]);
    expect(find('en', 'foreign minister', 'It is foreign. Minister left')).toEqual([]);
  });
});
