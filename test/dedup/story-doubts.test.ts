import { describe, expect, it } from 'vitest';
import { Article } from '../../src/dedup/article.ts';
import { backgroundSpans } from '../../src/dedup/story/background.ts';
import { daysTold } from '../../src/dedup/story/days-told.ts';
import { doubtsOf } from '../../src/dedup/story/story-guards.ts';
import { scoreStory } from '../../src/dedup/story/story-score.ts';
import { anItem } from '../support/an-item.ts';
import { annotate } from '../support/shipped-words.ts';

/** A Wednesday. */
const published = Date.parse('2026-02-11T09:00:00Z');

function report(language: string, title: string, summary = ''): Article {
  return new Article(anItem({ language, title, summary, published }), annotate);
}

function backgroundOf(article: Article): readonly string[] {
  return backgroundSpans(article).map(([from, to]) => article.lead.slice(from, to).trim());
}

function kindsOf(a: Article, b: Article): readonly string[] {
  return doubtsOf(a, b, scoreStory(a, b)).map(({ kind }) => kind);
}

describe('days that a text names', () => {
  it.each([
    ['en', 'He arrived on Tuesday', -1],
    ['tr', 'Deprem pazartesi günü oldu', -2],
    ['az', 'Çərşənbə axşamı baş verib', -1],
    ['ru', 'Это случилось 9 февраля', -2],
    ['fa', 'روز سه‌شنبه رخ داد', -1],
    ['ar', 'وقع الاثنين', -2],
    ['hy', 'Երեկ տեղի է ունեցել', -1],
    ['ka', 'ხვალ გაიმართება', 1],
    ['en', 'Talks will be held on Friday', 2],
  ])('are counted from its publication: %s %s', (language, text, offset) => {
    expect(daysTold(text, published, language)).toEqual([offset]);
  });
});

describe('background', () => {
  it('is a sentence of an earlier day than the report tells of', () => {
    const article = report(
      'en',
      'Cylinder explodes at a Shiraz bakery',
      'Two bakers were hurt on Wednesday. On Monday a blast at a hotel killed seven. The street is closed.',
    );
    expect(backgroundOf(article)).toEqual(['On Monday a blast at a hotel killed seven.']);
  });

  it('is what is recalled, or told of another match', () => {
    const article = report(
      'az',
      '“Turan” qalib gəldi',
      'Oyun 2:0 hesabı ilə bitib. Digər oyunda “Kəpəz” uduzub. Xatırladaq ki, final mayda keçiriləcək.',
    );
    expect(backgroundOf(article)).toHaveLength(2);
  });

  it('is no morning of a Turkish text, nor the first sentence, nor half of a figure', () => {
    const article = report(
      'tr',
      'Siirt’te deprem',
      'Deprem iki saat önce 4.2 büyüklüğünde oldu. Sabah okullar tatil edildi.',
    );
    expect(backgroundOf(article)).toEqual([]);
  });
});

describe('doubts', () => {
  it('tell states that neither shares, by their towns and by whose language it is', () => {
    const georgian = report('en', 'Central bank of Georgia keeps its rate');
    const turkish = report('en', 'Bursa traders expect a cut of the rate');
    expect(kindsOf(georgian, turkish)).toContain('state');
    expect(kindsOf(georgian, report('hy', 'Բանկը նվազեցրել է տոկոսադրույքը'))).toContain('home');
    expect(kindsOf(georgian, report('ka', 'ბანკმა განაკვეთი შეინარჩუნა'))).not.toContain('home');
  });

  it('tell times to the minute, whatever the zone, and leave rough ones alone', () => {
    const first = report('tr', 'Bitlis’te deprem', 'Saat 02.17’de 4,4 büyüklüğünde oldu.');
    const second = report('tr', 'Bitlis’te yine deprem', 'Saat 05.52’de 4,1 büyüklüğünde oldu.');
    const abroad = report('hy', 'Երկրաշարժ Բիթլիսում', 'Ժամը 03:17-ին գրանցվել է ցնցում։');
    expect(kindsOf(first, second)).toEqual(expect.arrayContaining(['clock', 'another']));
    expect(kindsOf(first, abroad)).not.toContain('clock');
    expect(scoreStory(first, abroad).anchors).toContain('minute 17');
    const rough = report('tr', 'Bitlis’te deprem', 'Saat 06.00 sularında hissedildi.');
    expect(kindsOf(first, rough)).not.toContain('clock');
  });

  it('tell who is held to account for an accident from the accident', () => {
    const blast = report('en', 'Explosion at a bakery in Gyumri');
    const arrest = report('en', 'Owner of Gyumri bakery arrested over the explosion');
    expect(kindsOf(blast, arrest)).toContain('reckoning');
  });

  it('take a name in quotes for a name, whatever it begins with', () => {
    const club = report('az', '“Neftçi” kubokda qalib gəldi');
    const oil = report('az', 'Neftin qiyməti qalxdı');
    expect(scoreStory(club, oil).found.map(({ key }) => key)).not.toContain('oil');
  });
});
