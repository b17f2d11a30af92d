import { describe, expect, it } from 'vitest';
import { day, hour, minute, second } from '../../src/domain/instant.ts';
import { parseHttpDate } from '../../src/fetch/http-date.ts';
import {
  readFreshness,
  readLinks,
  readRetryAfter,
  readValidators,
} from '../../src/fetch/response-headers.ts';
import { seedDay as now } from '../support/fixed-clock.ts';

const at = (instant: number): string => new Date(instant).toUTCString();

describe('HTTP dates', () => {
  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    'sun, 6 nov 1994 08:49:37 gmt',
    '06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37',
  ])('are read: %s', (text) => {
    expect(parseHttpDate(text)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });

  it.each([
    '',
    '0',
    '-1',
    '5',
    '1994',
    '2026-02-07',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 36 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 28:49:37 GMT',
    'tomorrow',
    'Sun, 06 Nov 1994 08:49:37 GMT+4',
  ])('are not guessed: "%s"', (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });
});

describe('freshness', () => {
  it.each<[string, Record<string, string | string[]>, number | undefined]>([
    ['nothing', {}, undefined],
    ['max-age', { 'cache-control': 'public, max-age=600' }, 10 * minute],
    ['max-age less age', { 'cache-control': 'max-age=600', age: '540' }, minute],
    ['max-age all used up', { 'cache-control': 'max-age=600', age: '600' }, 0],
    ['max-age of none', { 'cache-control': 'max-age=0' }, 0],
    ['s-maxage before max-age', { 'cache-control': 'max-age=60, s-maxage=3600' }, hour],
    ['quoted and spaced', { 'cache-control': 'Public,Max-Age = "600"' }, 10 * minute],
    ['two headers', { 'cache-control': ['public', 'max-age=600'] }, 10 * minute],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=60', expires: at(now + hour), date: at(now) },
      minute,
    ],
    ['Expires less Date', { expires: at(now + 3 * hour), date: at(now + hour) }, 2 * hour],
    [
      'Expires less Date less Age',
      { expires: at(now + hour), date: at(now), age: '1800' },
      30 * minute,
    ],
    ['Expires without Date', { expires: at(now + hour) }, hour],
    ['Expires in the past', { expires: at(now - hour), date: at(now) }, 0],
    ['Expires of zero', { expires: '0', date: at(now) }, undefined],
    ['no-cache with max-age', { 'cache-control': 'no-cache, max-age=600' }, 10 * minute],
    ['no-store', { 'cache-control': 'no-store' }, undefined],
    ['nonsense', { 'cache-control': 'max-age=soon', age: 'old' }, undefined],
    ['a longer name', { 'cache-control': 'x-max-age=600' }, undefined],
    ['stale-while-revalidate', { 'cache-control': 'stale-while-revalidate=600' }, undefined],
    [
      'beyond all numbers',
      { 'cache-control': `max-age=${'9'.repeat(400)}` },
      Number.MAX_SAFE_INTEGER,
    ],
  ])('%s', (_name, headers, freshForMs) => {
    expect(readFreshness(headers, now).freshForMs).toBe(freshForMs);
  });

  it('of max-age is renewed by a 304 that says nothing, of Expires it is not', () => {
    expect(readFreshness({ 'cache-control': 'max-age=600' }, now).isRenewed).toBe(true);
    expect(readFreshness({ expires: at(now + hour) }, now).isRenewed).toBeUndefined();
  });
});

describe('Retry-After', () => {
  it.each<[string, Record<string, string | string[]>, number | undefined]>([
    ['absent', {}, undefined],
    ['seconds', { 'retry-after': '120' }, 2 * minute],
    ['seconds with a fraction', { 'retry-after': '1.5' }, 1_500],
    ['white space', { 'retry-after': ' 120 ' }, 2 * minute],
    ['said twice', { 'retry-after': ['120', '60'] }, 2 * minute],
    ['a date', { 'retry-after': at(now + hour) }, hour],
    [
      'a date by the clock of the server',
      { 'retry-after': at(now + 2 * hour), date: at(now + hour) },
      hour,
    ],
    ['a date in the past', { 'retry-after': at(now - hour) }, undefined],
    ['zero', { 'retry-after': '0' }, undefined],
    ['negative', { 'retry-after': '-5' }, undefined],
    ['garbage', { 'retry-after': 'in a while' }, undefined],
    ['ten years', { 'retry-after': '315360000' }, 3650 * day],
    ['beyond all numbers', { 'retry-after': '9'.repeat(400) }, Number.MAX_SAFE_INTEGER],
    ['an ISO date', { 'retry-after': '2026-02-07T13:00:00Z' }, undefined],
  ])('%s', (_name, headers, expected) => {
    expect(readRetryAfter(headers, now)).toBe(expected);
  });

  it('is at least what it says in seconds', () => {
    expect(readRetryAfter({ 'retry-after': '3' }, now)).toBe(3 * second);
  });
});

describe('validators', () => {
  it('are taken as they are; the first when there are two; an empty one is none', () => {
    expect(readValidators({ etag: [' W/"1"', '"2"'], 'last-modified': '' })).toEqual({
      etag: ' W/"1"',
    });
  });
});

describe('Link headers', () => {
  const base = 'https://news.example/feeds/all.xml';
  it.each<[string, string | string[], readonly (readonly [string, string])[]]>([
    ['one', '<https://hub.example/>; rel="hub"', [['https://hub.example/', 'hub']]],
    ['relative, token form', '<../hub>;rel=HUB', [['https://news.example/hub', 'hub']]],
    [
      'commas and semicolons in quotes',
      '<a,b;c>; title="x, <y>; rel=z"; rel=self, </h>; rel=hub',
      [
        ['https://news.example/feeds/a,b;c', 'self'],
        ['https://news.example/h', 'hub'],
      ],
    ],
    [
      'several headers',
      ['<a>; rel=hub', '<b>; rel=self'],
      [
        ['https://news.example/feeds/a', 'hub'],
        ['https://news.example/feeds/b', 'self'],
      ],
    ],
    ['no rel', '<a>; type="text/css"', []],
    ['other schemes', '<javascript:alert(1)>; rel=hub, <file:///x>; rel=self', []],
    ['garbage', 'rel=hub; <', []],
  ])('%s', (_name, link, expected) => {
    expect(readLinks({ link }, base).map(({ href, rel }) => [href, rel])).toEqual(expected);
  });

  it('of any length are read in time', () => {
    const started = performance.now();
    for (const text of ['<', '<a>;', '<a>; rel="', `${' '.repeat(9)}<a>;rel=`]) {
      readLinks({ link: text.repeat(Math.ceil(60_000 / text.length)) }, base);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
