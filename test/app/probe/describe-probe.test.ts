import { describe, expect, it } from 'vitest';
import { describeProbe } from '../../../src/app/probe/describe-probe.ts';
import type { Probe, ProbeAnswer } from '../../../src/app/probe/probe-source.ts';
import { day, hour, minute } from '../../../src/domain/instant.ts';
import type { Item } from '../../../src/domain/item.ts';
import type { ParsedFeed, ReadWarning } from '../../../src/domain/parsed-feed.ts';
import { anItem } from '../../support/an-item.ts';
import { seedDay as now } from '../../support/fixed-clock.ts';
import { aParsedFeed } from '../../support/parsed-feeds.ts';
import { aSource } from '../../support/sources.ts';

type FeedProbe = Extract<Probe, { readonly kind: 'feed' }>;

interface Given {
  readonly items?: readonly Partial<Item>[];
  readonly answer?: Partial<ProbeAnswer>;
  readonly head?: Partial<ParsedFeed['feed']>;
  readonly charset?: NonNullable<ParsedFeed['charset']>;
  readonly warnings?: readonly ReadWarning[];
  readonly dropped?: number;
  readonly newest?: number;
}

const dated = (count: number, more: Partial<Item> = {}) =>
  Array.from({ length: count }, () => ({ language: 'az', publishedRaw: now - hour, ...more }));

function aProbe({ items = dated(6), head, charset, warnings = [], dropped = 0, ...more }: Given) {
  const read = aParsedFeed([]);
  const probe: FeedProbe = {
    kind: 'feed',
    from: 'https://turan.example/rss',
    read: {
      ...read,
      feed: { ...read.feed, ...head },
      charset: charset ?? { name: 'utf-8', from: 'valid UTF-8' },
    },
    bytes: 1_000,
    items: items.map((item) => ({ item: anItem(item), outcomes: [] })),
    dropped,
    warnings,
    newest: more.newest ?? now - hour,
    answer: {
      redirects: [],
      freshness: {},
      validators: { etag: '"1"' },
      links: [],
      wireBytes: 500,
      tookMs: 10,
      ...more.answer,
    },
  };
  return probe;
}

const said = (given: Given, source = aSource()) =>
  describeProbe(aProbe(given), source, now).map(
    ({ text, needsEditor }) => `${needsEditor ? '!' : '-'} ${text}`,
  );

describe('a feed that was read once', () => {
  it('is told of in words', () => {
    expect(said({})).toEqual([
      '- Read as utf-8, as its bytes are valid UTF-8.',
      '- 6 items, all dated.',
      '- The newest is 60 min old (2026-02-07T11:00Z).',
      '- Written in az (6), configured az.',
      '- It can be asked whether it has changed (ETag); the server does not say how long it is fresh.',
    ]);
  });

  it.each<[string, Given, string]>([
    [
      'a charset from a header',
      { charset: { name: 'windows-1251', from: 'HTTP header' } },
      '- Read as windows-1251, as the HTTP header says.',
    ],
    [
      'a permanent move',
      { answer: { redirects: [{ status: 301, to: 'https://new.example/rss' }] } },
      '! Redirected for good (301 to https://new.example/rss): set "url" of "turan" to ' +
        '"https://new.example/rss".',
    ],
    [
      'a permanent move up to the first temporary one',
      {
        answer: {
          redirects: [
            { status: 308, to: 'https://new.example/rss' },
            { status: 302, to: 'https://cdn.example/?token=s3cret' },
          ],
        },
      },
      '! Redirected for good (308 to https://new.example/rss, 302 to ' +
        'https://cdn.example/?token=***): set "url" of "turan" to "https://new.example/rss".',
    ],
    [
      'a move for now',
      { answer: { redirects: [{ status: 302, to: 'https://cdn.example/' }] } },
      '- Redirected for now (302 to https://cdn.example/); the address stays as it is.',
    ],
    ['no items', { items: [], dropped: 2 }, '! It has no items; 2 left out as empty or repeated.'],
    [
      'undated items',
      { items: [...dated(3), ...dated(2).map(({ language }) => ({ language }))] },
      '- 5 items, 2 undated.',
    ],
    [
      'old news',
      { newest: now - 90 * day },
      '! The newest is 90 days old (2025-11-09T12:00Z). Look at the outlet’s site: the feed may have been given up or moved.',
    ],
    [
      'another language',
      { items: dated(6, { language: 'ru' }) },
      '! 6 of 6 items are in "ru", while "az" is configured. Correct "language".',
    ],
    [
      'what the feed says of its language',
      { head: { language: 'en-us' } },
      '- Written in az (6), configured az, the feed says en-us.',
    ],
    [
      'nothing to ask by',
      { answer: { validators: {} } },
      '- It cannot be asked whether it has changed (no ETag, no Last-Modified): every poll transfers ' +
        'it whole; the server does not say how long it is fresh.',
    ],
    [
      'freshness and what the feed asks for',
      {
        answer: { freshness: { freshForMs: 5 * minute } },
        head: { ttlMinutes: 60, skipHours: [1, 2], skipDays: ['Sunday'] },
      },
      '- It can be asked whether it has changed (ETag); the server calls it fresh for 5 min; the ' +
        'feed asks for: ttl 60 min; not in hours 1, 2 GMT; not on Sunday.',
    ],
    [
      'a hub',
      {
        answer: {
          links: [
            { rel: 'hub', href: 'https://hub.example/' },
            { rel: 'self', href: 'https://turan.example/rss' },
          ],
        },
      },
      '- It names a hub that tells of news: https://hub.example/.',
    ],
    [
      'warnings, one line for each kind',
      {
        warnings: [
          ...[0, 4, 5, 6, 9].map((item) => ({ code: 'bad-date', message: 'No date.', item })),
          { code: 'truncated', message: 'It ends early.' },
        ],
      },
      '- No date. (item 1, 5, 6 and 2 more)',
    ],
  ])('%s', (_name, given, expected) => {
    expect(said(given)).toContain(expected);
  });
});

describe('what is no feed', () => {
  it('is told with what to do about it', () => {
    const from = 'https://turan.example/rss';
    const probe: Probe = { kind: 'failed', from, reason: 'blocked', message: 'a wall' };
    const [finding] = describeProbe(probe, aSource(), now);
    expect(finding).toMatchObject({ code: 'failed-blocked', needsEditor: true });
    expect(finding?.text).toMatch(/^A check for browsers .* "userAgent"/);
  });
});
