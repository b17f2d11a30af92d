import { describe, expect, it } from 'vitest';
import { Article } from '../../src/dedup/article.ts';
import { scoreStory } from '../../src/dedup/story/story-score.ts';
import { eventWords } from '../../src/dedup/words/event-words.ts';
import { thingWords } from '../../src/dedup/words/thing-words.ts';
import { unitWords } from '../../src/dedup/words/unit-words.ts';
import { comparable } from '../../src/text/comparable.ts';
import { anItem } from '../support/an-item.ts';

function report(language: string, title: string, summary = ''): Article {
  return new Article(anItem({ language, title, summary }), () => []);
}

const kindsOf = (a: Article, b: Article) =>
  scoreStory(a, b).found.map(({ kind, key }) => `${kind} ${key}`);

describe('what two reports share', () => {
  it('tells five dead from five kilometres', () => {
    const dead = report('en', 'Five killed in a fire');
    expect(kindsOf(dead, report('ru', 'При пожаре погибли пятеро'))).toContain('counted 5');
    const road = report('ru', 'Пожар в 5 км от трассы');
    expect(kindsOf(dead, road)).not.toContain('counted 5');
  });

  it('takes what stands in quotes for a name in scripts without capitals', () => {
    const found = kindsOf(
      report('fa', 'ماهواره «بینالود» به فضا رفت'),
      report('ru', 'Спутник «Биналуд» выведен на орбиту'),
    );
    expect(found).toContain(`name ${comparable('بینالود').slice(0, 5)}`);
  });

  it('takes Latin letters in another script for a name', () => {
    const found = kindsOf(
      report('hy', 'Meridian Star նավը հասավ'),
      report('en', 'The Meridian Star arrived'),
    );
    expect(found).toContain('name merid');
  });
});

describe('the word lists', () => {
  it.each([
    ['event words', eventWords],
    ['thing words', thingWords],
    ['unit words', unitWords],
  ])('have eight languages a line and one word a stem: %s', (_, table) => {
    for (const line of table.trim().split('\n')) {
      const cells = line.split('|');
      expect(cells, line).toHaveLength(9);
      for (const stem of cells.slice(1).flatMap((cell) => cell.trim().split(/\s+/))) {
        expect(comparable(stem), `${stem} in ${line}`).not.toContain(' ');
      }
    }
  });

  it('name each meaning once', () => {
    const ids = [eventWords, thingWords].flatMap((table) =>
      table
        .trim()
        .split('\n')
        .map((line) => line.split('|')[0]?.trim()),
    );
    expect(ids).toEqual([...new Set(ids)]);
  });
});
