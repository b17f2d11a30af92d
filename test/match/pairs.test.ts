import { describe, expect, it } from 'vitest';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { aTopic } from '../support/a-topic.ts';

const topic = aTopic({ between: ['azerbaijan', 'iran'] });
const compiled = compileTopics({ topics: [topic], concepts: shippedConcepts });

function isMatch(title: string, summary = ''): boolean {
  return compiled.match({ title, summary })[0]?.matched ?? false;
}

describe('two names with a third country beside them', () => {
  it.each([
    'Lavrov offers to help between Tehran and Baku',
    'Лавров: между Тегераном и Баку нет преград',
    'Ankara, Tahran ile Bakü arasında mekik dokuyor',
    'Ankara Tehran və Bakı arasında fəaldır',
    'مسکو میان تهران و باکو',
    'موسكو بين طهران وباكو',
    'Մոսկվան՝ Բաքվի և Թեհրանի միջև',
    'მოსკოვი თეირანსა და ბაქოს შორის',
  ])('%s: what stands between them is theirs', (title) => {
    expect(isMatch(title)).toBe(true);
  });

  it.each([
    ['Baku metro grows longer, Tehran smog gets thicker, Tbilisi votes on Sunday', ''],
    ['В Баку открыли метро, в Тегеране отключили воду, в Тбилиси прошли выборы', ''],
    ['Bakü’de metro zammı; Tahran’da su kesintisi; Tiflis’te seçim', ''],
  ])('%s: is a round-up', (title, summary) => {
    expect(isMatch(title, summary)).toBe(false);
  });

  it('is no round-up where the three do one thing', () => {
    expect(isMatch('Baku, Tehran and Moscow sign corridor deal')).toBe(true);
    expect(isMatch('Минтранс: Баку, Тегеран и Москва подписали договор о коридоре')).toBe(true);
  });

  it('tells of the two what a third says of them in one breath, not what he says of himself', () => {
    const summary = 'He was in Derbent. Azerbaijan and Iran will jointly lower transit tariffs.';
    expect(isMatch('Overchuk: Rasht freight goes by road', summary)).toBe(true);
    expect(
      isMatch('Pashinyan: partnership with Tehran is ready', 'Peace with Azerbaijan is near.'),
    ).toBe(false);
  });

  it('is a list where the row goes on with two others', () => {
    expect(isMatch('Food fair opens', 'Iran, Azerbaijan, Georgia and Oman trade goods.')).toBe(
      false,
    );
    expect(isMatch('نشست وزیران', 'ایران و مالزی و جمهوری آذربایجان و نیجریه و مصر')).toBe(false);
  });
});
