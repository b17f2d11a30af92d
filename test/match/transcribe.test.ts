import { describe, expect, it } from 'vitest';
import { transcribe } from '../../src/match/concepts/transcribe.ts';

describe('transcribe', () => {
  it.each([
    ['Doğanşehir', 'доганшехир', 'դողանշեհիր', 'დოღანშეჰირი'],
    ['Sivrice', 'сивридже', 'սիվրիջե', 'სივრიჯე'],
    ['Pütürge', 'пютюрге', 'փյություրգե', 'ფუთურგე'],
    ['Ilıca', 'ылыджа', 'ըլըջա', 'ილიჯა'],
    ['Elbistan', 'элбистан', 'ելբիսթան', 'ელბისთანი'],
    ['Yayladağı', 'яйладагы', 'յայլադաղը', 'იაილადაღი'],
  ])('spells Turkish %s', (name, ru, hy, ka) => {
    expect(transcribe(name, 'turkish', 'ru')).toBe(ru);
    expect(transcribe(name, 'turkish', 'hy')).toBe(hy);
    expect(transcribe(name, 'turkish', 'ka')).toBe(ka);
  });

  it.each([
    ['Javanrud', 'джаванруд', 'ջավանրուդ', 'ჯავანრუდი'],
    ['Khoda Afarin', 'хода афарин', 'խոդա աֆարին', 'ხოდა აფარინი'],
    ['Shahr-e Babak', 'шахр-е бабак', 'շահր-ե բաբաք', 'შაჰრ-ე ბაბაქი'],
  ])('spells Iranian %s', (name, ru, hy, ka) => {
    expect(transcribe(name, 'iranian', 'ru')).toBe(ru);
    expect(transcribe(name, 'iranian', 'hy')).toBe(hy);
    expect(transcribe(name, 'iranian', 'ka')).toBe(ka);
  });
});
