import { describe, expect, it } from 'vitest';
import type { DedupEvidence, DedupLayerName } from '../../src/domain/dedup.ts';
import { dedupSentence } from '../../src/domain/dedup-sentence.ts';

const near = { source: 'irna', title: 0.951, text: 0.83 };

describe('a decision of dedup in words', () => {
  it.each<[string, DedupLayerName, DedupEvidence, string]>([
    ['an identity', 'same-id', { rung: 'guid' }, 'its source gave both the same identity'],
    [
      'a link',
      'same-link',
      { link: 'https://a.example/1' },
      'both link to the same page, https://a.example/1',
    ],
    ['a link of before links were kept', 'same-link', {}, 'both link to the same page'],
    [
      'a text',
      'near-text',
      { ...near, rule: 'text' },
      '83 % of the text and 95 % of the headline are the same',
    ],
    [
      'a headline alone',
      'near-text',
      { ...near, rule: 'title' },
      '95 % of the headline is the same, and there is hardly any text to compare',
    ],
    [
      'another headline',
      'near-text',
      { ...near, rule: 'headline' },
      'another headline stands over the same text (83 % of it is the same)',
    ],
    ['evidence of an older release', 'near-text', {}, 'much of the headline is the same'],
    [
      'an event',
      'same-story',
      { anchors: ['baku'], meanings: ['meet', 'baku'], words: ['minister'] },
      'it tells the same event; in common: baku, meet, minister',
    ],
    [
      'an event with much in common',
      'same-story',
      { words: [...'abcdefghij'] },
      'it tells the same event; in common: a, b, c, d, e, f, g, h, …',
    ],
    ['an event an editor knows of', 'same-story', {}, 'it tells the same event'],
  ])('%s', (_, layer, evidence, sentence) => {
    expect(dedupSentence({ layer, evidence })).toContain(sentence);
  });
});
