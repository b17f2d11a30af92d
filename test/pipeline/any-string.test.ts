import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/pipeline/read-feed.ts';
import { expectReadingContract } from '../support/reading-contract.ts';

const url = 'https://paper.example/feed';
const anyString = fc.string({ unit: 'binary', maxLength: 60 });

async function read(document: string): Promise<Awaited<ReturnType<typeof readFeed>>> {
  return readFeed(new TextEncoder().encode(document), { url });
}

/** XML text of any string: what XML forbids is left out, as every honest writer does. */
function escapeXml(text: string): string {
  const allowed = text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** Letters and digits only: what no reader may change, wherever it stands. */
const lettersOf = (text: string | undefined): string => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '');

/** Words of letters of any script, which no cleaning may touch. */
const words = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(' '));

describe('any string', () => {
  it('is read without a fault wherever it stands in XML', async () => {
    await fc.assert(
      fc.asyncProperty(anyString, async (text) => {
        const xml = escapeXml(text);
        const fields = [
          'title',
          'link',
          'guid',
          'pubDate',
          'author',
          'description',
          'category',
          'source',
        ]
          .map((name) => `<${name}>${xml}</${name}>`)
          .join('');
        const attributes = `<enclosure url="${xml.replaceAll('"', '&quot;')}" type="${xml.replaceAll('"', '&quot;')}" length="${xml.replaceAll('"', '')}"/>`;
        const result = await read(
          `<rss version="2.0"><channel><item>${fields}${attributes}</item></channel></rss>`,
        );
        expectReadingContract(result);
        expect(result.kind === 'feed' && result.items.length).toBe(1);
      }),
      { numRuns: 400, seed: 20260207 },
    );
  });

  it('is read without a fault as a whole document and inside raw markup', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyString,
        fc.constantFrom(
          '',
          '<rss><channel><item><title>',
          '<feed><entry><content type="xhtml">',
          '{"items":[{"title":"',
        ),
        async (text, before) => {
          expectReadingContract(await read(before + text));
        },
      ),
      { numRuns: 600, seed: 20260208 },
    );
  });

  it('is read without a fault in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          id: fc.anything(),
          title: anyString,
          url: anyString,
          content_html: anyString,
          summary: anyString,
          tags: fc.anything(),
          authors: fc.anything(),
          attachments: fc.anything(),
          date_published: anyString,
        }),
        async (item) => {
          const document = JSON.stringify(
            { version: 'https://jsonfeed.org/version/1.1', items: [item] },
            (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
          );
          const result = await read(document);
          expectReadingContract(result);
          expect(result.kind === 'feed' && result.items.length).toBe(1);
        },
      ),
      { numRuns: 400, seed: 20260209 },
    );
  });

  it('keeps the letters of every script, escaped, in CDATA and in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const escaped = `<item><title>${escapeXml(text)}</title><description>${escapeXml(text)}</description></item>`;
        const raw = `<item><title>${cdata(text)}</title><description>${cdata(text)}</description></item>`;
        const xml = await read(`<rss version="2.0"><channel>${escaped}${raw}</channel></rss>`);
        const json = await read(JSON.stringify({ items: [{ title: text, content_text: text }] }));
        const items = [xml, json].flatMap((result) => (result.kind === 'feed' ? result.items : []));
        for (const { title, summary, content } of items) {
          expect(lettersOf(title)).toBe(lettersOf(text));
          expect(lettersOf(content ?? summary)).toBe(lettersOf(text));
        }
        expect(items).toHaveLength(3);
      }),
      { numRuns: 300, seed: 20260210 },
    );
  });
});
