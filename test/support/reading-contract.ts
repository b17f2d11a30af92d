import { expect } from 'vitest';
import {
  bodyBytesMax,
  itemsPerDocumentMax,
  textFieldBytesMax,
  urlCharactersMax,
} from '../../src/domain/limits.ts';
import type { ParsedFeed, ReadResult } from '../../src/domain/parsed-feed.ts';

const reasons = ['not-a-feed', 'blocked', 'too-large', 'too-deep', 'malformed', 'timeout'];

/** What holds for every reading of every document, however broken (design §8, §10). */
export function expectReadingContract(result: ReadResult): void {
  if (result.kind === 'failed') {
    expect(reasons).toContain(result.reason);
    expect(result.message).not.toBe('');
    // A fault of ours shows itself by this sentence.
    expect(result.message).not.toMatch(/could not be read|ended its thread/);
    return;
  }
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(result.items.length).toBeLessThanOrEqual(itemsPerDocumentMax);
  expectAddresses(result);
  expectTexts(result);
}

function expectAddresses({ feed, items }: ParsedFeed): void {
  const addresses = [feed.link, feed.feedUrl, feed.image, feed.icon, ...feed.hubs];
  for (const { href } of feed.links) addresses.push(href);
  for (const item of items) {
    addresses.push(item.link, item.image, item.comments, item.source?.url);
    for (const { url } of item.enclosures) addresses.push(url);
    for (const { href } of item.links) addresses.push(href);
    for (const { url } of item.authors) addresses.push(url);
  }
  const bad = addresses.filter(
    (address) =>
      address !== undefined &&
      !(
        /^https?:\/\//i.test(address) &&
        address.length <= urlCharactersMax &&
        URL.canParse(address)
      ),
  );
  expect(bad).toEqual([]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be left.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

function expectTexts({ feed, items }: ParsedFeed): void {
  const dates = items.flatMap(({ published, updated }) => [published, updated]);
  const isDate = (date: string | undefined): boolean =>
    date === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(date);
  expect([...dates, feed.updated, feed.published].filter((date) => !isDate(date))).toEqual([]);
  const texts = items.flatMap(({ id, title, summary, content }) => [id, title, summary, content]);
  for (const text of [...texts, feed.title, feed.description]) {
    if (text === undefined) continue;
    expect(forbidden.test(text)).toBe(false);
    // Escaping may lengthen what was cut to the cap.
    expect(text.length).toBeLessThanOrEqual(Math.min(textFieldBytesMax * 6, bodyBytesMax));
  }
}
