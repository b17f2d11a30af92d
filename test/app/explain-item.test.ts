import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainText, inputOfRow, inputOfText } from '../../src/app/ask/explain-item.ts';
import { setupOf } from '../../src/app/setup.ts';
import type { Config } from '../../src/domain/config.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { renderPieces } from '../../src/text/highlight.ts';
import { aTopic } from '../support/a-topic.ts';

const topic = { ...aTopic({ any: ['azerbaijan', 'iran'] }), id: 'either' };
const config = { topics: [topic], concepts: shippedConcepts, sources: [] } as unknown as Config;
const setup = setupOf(config);

/** As markup writes them, and as readers see them. */
const names: readonly (readonly [string, string])[] = [
  ['Iran', 'Iran'],
  ['&#304;ran&rsquo;dan', 'İran’dan'],
  ['Azerbaycan&#8217;ın', 'Azerbaycan’ın'],
  ['Az&#601;rbaycan', 'Azərbaycan'],
  ['&#1048;ран', 'Иран'],
  ['Азербайджан<!-- -->', 'Азербайджан'],
  ['&#x627;یران', 'ایران'],
  ['Ира<b></b>на', 'Ирана'],
];
const between = [
  ' &amp; ',
  '&nbsp;',
  ' &#8204; ',
  '</p><p>',
  ' <a href="https://x.example/iran" title="Iran &amp; Azerbaijan">',
  ' &lt;i&gt; ',
  ' &laquo;',
  ', ',
  ' &#x1F600; ',
  ' &amp;amp; ',
  '<br>',
  ' bread and &copy; ',
];

const html = fc
  .array(fc.tuple(fc.constantFrom(...between), fc.option(fc.constantFrom(...names))), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => ({
    // A word between two names, so that they are none together.
    markup: `<p>${parts.map(([gap, name]) => `${gap}bread${gap}${name?.[0] ?? ''}`).join('')}</p>`,
    shown: parts.flatMap(([, name]) => (name === null ? [] : [name[1]])),
  }));

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the language of a text to explain', () => {
  it('is one that there is, as the rules write it', () => {
    expect(inputOfText('x', 'TUR')).toMatchObject({ title: 'x', language: 'tr' });
    expect(inputOfText('x')).not.toHaveProperty('language');
    expect(() => inputOfText('x', 'zz!!')).toThrow(
      '--language is "zz!!", which names no language; write a BCP 47 tag',
    );
  });
});

describe('the text that explain shows', () => {
  it('marks exactly what was found, whatever entities and tags stand around it', () => {
    fc.assert(
      fc.property(html, ({ markup, shown }) => {
        const row = { number: 1, fields: { title: 'Bread', content: markup } };
        const input = inputOfRow(row as unknown as Parameters<typeof inputOfRow>[0]);
        const { outcome, texts } = explainText(setup, 'either', 'x', input);
        const { hits } = outcome.evidence;
        for (const { field, start, end, surface } of hits) {
          expect(field).toBe('content');
          expect(input.content?.slice(start, end)).toBe(surface);
        }
        const pieces = texts.at(-1) ?? [];
        const marked = pieces.filter(({ concept }) => concept !== undefined);
        // In the order of the text, and each the name as readers see it.
        expect(marked.map(({ text }) => text)).toEqual(shown);
        expect(pieces.map(({ text }) => text).join('')).toBe(input.content ?? 'Bread');
        const page = [...renderPieces(pieces).matchAll(/<mark [^>]*>(.*?)<\/mark>/gs)];
        expect(page.map(([, text = '']) => unescaped(text))).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });
});
