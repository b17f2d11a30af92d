import { describe, expect, it } from 'vitest';
import type { FetchFailed, FetchFailure, FetchResult } from '../../../src/domain/fetch-result.ts';
import { day, hour, type Milliseconds, minute, second } from '../../../src/domain/instant.ts';
import type { Source, SourceState } from '../../../src/domain/source.ts';
import { readingVersion } from '../../../src/parse/reading-version.ts';
import { nextState, type PollAnswer } from '../../../src/pipeline/poll/next-due.ts';
import { mayHaveMissed } from '../../../src/pipeline/poll/poll-interval.ts';
import {
  afterClockSetBack,
  buildPollRequest,
  heldOrigins,
} from '../../../src/pipeline/poll/poll-request.ts';
import type { FeedReading } from '../../../src/pipeline/poll/source-rhythm.ts';
import { aNewState } from '../../support/a-source-state.ts';
import { seedDay as now } from '../../support/fixed-clock.ts';
import { aSource as anySource } from '../../support/sources.ts';

const aSource = (more: Partial<Source> = {}): Source =>
  anySource({ url: 'https://news.example/rss', ...more });

const source = aSource();

/** A source that has been read before: 50 items a window, sixty a day. */
function aState(more: Partial<SourceState> = {}, of: Source = source): SourceState {
  return aNewState(of, {
    status: 'ok',
    validators: { etag: '"old"', lastModified: 'Sat, 07 Feb 2026 10:00:00 GMT' },
    lastPolledAt: now - 30 * minute,
    lastSuccessAt: now - 30 * minute,
    lastUnconditionalAt: now - 3 * day,
    readBy: readingVersion,
    rhythm: {
      everyMs: of.everyMs,
      skipHours: [],
      skipDays: [],
      itemsPerDay: 60,
      windowItems: 50,
    },
    ...more,
  });
}

const answered = {
  finalUrl: source.url,
  redirects: [],
  freshness: {},
  links: [],
  tookMs: 100,
};

function modified(more: Partial<FetchResult & { kind: 'modified' }> = {}): FetchResult {
  return {
    kind: 'modified',
    ...answered,
    httpStatus: 200,
    validators: { etag: '"new"' },
    body: new Uint8Array(),
    wireBytes: 0,
    ...more,
  };
}

function notModified(more: Partial<FetchResult & { kind: 'not-modified' }> = {}): FetchResult {
  return {
    kind: 'not-modified',
    ...answered,
    httpStatus: 304,
    validators: { etag: '"304"' },
    ...more,
  };
}

function failed(reason: FetchFailure, more: Partial<FetchFailed> = {}): FetchFailed {
  return {
    kind: 'failed',
    reason,
    message: `news.example: ${reason}`,
    tookMs: 1,
    finalUrl: source.url,
    ...more,
  };
}

function reading(more: Partial<FeedReading> = {}): FeedReading {
  return { kind: 'feed', skipHours: [], skipDays: [], itemsTotal: 50, itemsKnown: 40, ...more };
}

interface Case {
  readonly state?: SourceState;
  readonly source?: Source;
  readonly result: FetchResult;
  readonly reading?: PollAnswer['reading'];
  readonly sent?: PollAnswer['sent'];
  readonly random?: number;
  readonly at?: number;
}

function next(given: Case): SourceState {
  const state = given.state ?? aState();
  return nextState({
    source: given.source ?? source,
    state,
    answer: {
      sent: given.sent ?? state.validators,
      result: given.result,
      reading: given.reading ?? (given.result.kind === 'modified' ? reading() : undefined),
    },
    now: given.at ?? now,
    random: () => given.random ?? 0.5,
  });
}

const waitOf = (state: SourceState, from = now): Milliseconds => state.nextDueAt - from;

describe('validators', () => {
  it('are those of a document that was read', () => {
    expect(next({ result: modified() }).validators).toEqual({ etag: '"new"' });
  });

  it('are those of a 304', () => {
    expect(next({ result: notModified() }).validators).toEqual({ etag: '"304"' });
  });

  it.each<[string, Case]>([
    [
      'a body that is no feed',
      { result: modified(), reading: { kind: 'failed', reason: 'not-a-feed', message: 'HTML' } },
    ],
    ['a body over a cap', { result: failed('too-large') }],
    ['a time-out', { result: failed('timeout') }],
    [
      'a 410',
      { result: { kind: 'gone', finalUrl: source.url, redirects: [], httpStatus: 410, tookMs: 1 } },
    ],
    ['a poll that was called off', { result: failed('aborted') }],
    ['a wait of the origin', { result: failed('rate-limited', { retryAfterMs: hour }) }],
  ])('stay as they were after %s', (_name, given) => {
    expect(next(given).validators).toEqual(aState().validators);
  });

  it('are not sent after the reading has changed, until a document was read anew', () => {
    const { readBy: _, ...never } = aState();
    for (const state of [never, aState({ readBy: readingVersion - 1 })]) {
      expect(buildPollRequest(source, state, now).validators).toEqual({});
      const unread = next({ state, result: failed('timeout') });
      expect(buildPollRequest(source, unread, now).validators).toEqual({});
      const read = next({ state, result: modified({ validators: { etag: '"new"' } }) });
      expect(buildPollRequest(source, read, now).validators).toEqual({ etag: '"new"' });
    }
  });

  it('are gone after a 200 that brings none', () => {
    expect(next({ result: modified({ validators: {} }) }).validators).toEqual({});
  });
});

describe('the interval', () => {
  it.each<[string, Case, Milliseconds, string]>([
    [
      'keeps what is configured while half is known',
      { result: modified(), reading: reading({ itemsKnown: 30 }) },
      30 * minute,
      'every 30 min as configured',
    ],
    [
      'halves when less than half is known',
      { result: modified(), reading: reading({ itemsKnown: 20 }) },
      15 * minute,
      'every 15 min: much new comes (30 min configured)',
    ],
    [
      'falls to the floor when nothing is known',
      { result: modified(), reading: reading({ itemsKnown: 0 }) },
      10 * minute,
      'every 10 min: none of the 50 items was known, some may have been missed',
    ],
    [
      'halves only when nothing is known of a short document',
      { result: modified(), reading: reading({ itemsTotal: 3, itemsKnown: 0 }) },
      15 * minute,
      'every 15 min: much new comes (30 min configured)',
    ],
    [
      'never falls under the floor',
      {
        state: aState({ intervalMs: 11 * minute }),
        result: modified(),
        reading: reading({ itemsKnown: 20 }),
      },
      10 * minute,
      'every 10 min: much new comes (30 min configured)',
    ],
    [
      'does not grow past a quarter of the time of one item',
      { result: modified(), reading: reading({ itemsKnown: 50 }) },
      30 * minute,
      'every 30 min as configured',
    ],
    [
      'grows back towards what is configured',
      { state: aState({ intervalMs: 20 * minute }), result: notModified() },
      25 * minute,
      'every 25 min: much new comes (30 min configured)',
    ],
    [
      'grows by a quarter when little comes',
      { state: slow(), result: modified(), reading: reading({ itemsKnown: 49 }) },
      37.5 * minute,
      'every 38 min: little new comes (30 min configured)',
    ],
    [
      'grows by a quarter after a 304',
      { state: slow(), result: notModified() },
      37.5 * minute,
      'every 38 min: little new comes (30 min configured)',
    ],
    [
      'grows after an empty document',
      { state: slow(), result: modified(), reading: reading({ itemsTotal: 0, itemsKnown: 0 }) },
      37.5 * minute,
      'every 38 min: little new comes (30 min configured)',
    ],
    [
      'grows no further than a day',
      {
        state: aState({
          ...slow(),
          intervalMs: 23 * hour,
          rhythm: { ...rhythm(), itemsPerDay: 0.1 },
        }),
        result: notModified(),
      },
      day,
      'every 24 h: little new comes (30 min configured)',
    ],
  ])('%s', (_name, given, wait, reason) => {
    const state = next(given);
    expect(waitOf(state)).toBe(wait);
    expect(state.intervalMs).toBe(wait);
    expect(state.nextDueReason).toBe(reason);
  });

  function rhythm() {
    const { rhythm: known } = aState();
    if (!known) throw new Error('no rhythm');
    return known;
  }
  function slow(): SourceState {
    return aState({ rhythm: { ...rhythm(), itemsPerDay: 2 } });
  }

  it('starts afresh when the editor configures another', () => {
    const edited = aSource({ everyMs: 2 * hour });
    const state = next({
      source: edited,
      state: aState({ intervalMs: 12 * minute }),
      result: notModified(),
    });
    expect(state).toMatchObject({ intervalMs: 2 * hour, nextDueReason: 'every 2 h as configured' });
  });

  it('may be longer than a day when the editor says so', () => {
    const weekly = aSource({ everyMs: 7 * day });
    expect(waitOf(next({ source: weekly, result: notModified() }))).toBe(7 * day);
  });

  it('is never shorter than ten minutes, whatever is configured', () => {
    const eager = aSource({ everyMs: minute });
    const state = next({ source: eager, result: notModified() });
    expect(waitOf(state)).toBe(10 * minute);
    expect(state.nextDueReason).toBe('every 10 min: the shortest allowed (60 s configured)');
  });

  it('follows the rate of a source that dries up, and comes back when it flows again', () => {
    let state = aState();
    let at = now;
    for (let i = 0; i < 400; i += 1) {
      state = next({ state, result: notModified(), at });
      at = state.nextDueAt;
    }
    expect(state.intervalMs).toBe(day);
    for (let i = 0; i < 40; i += 1) {
      state = next({ state, result: modified(), reading: reading({ itemsKnown: 20 }), at });
      at = state.nextDueAt;
    }
    expect(state.intervalMs).toBeLessThan(30 * minute);
  });

  it('remembers a surge, and does not wait for the window to fill in the next', () => {
    const surge = next({ result: modified(), reading: reading({ itemsKnown: 10 }) });
    expect(surge.rhythm?.peakPerHour).toBe(80);
    let state = surge;
    let at = now;
    for (let i = 0; i < 60; i += 1) {
      at = state.nextDueAt;
      state = next({ state, result: notModified(), at });
    }
    // 50 items at 80 an hour: half of 37.5 minutes.
    expect(state.intervalMs / minute).toBeCloseTo(18.75, 0);
  });

  it('reads the pace of a surge that filled the window unseen from its dates', () => {
    const unseen = reading({ itemsKnown: 0, newestItemAt: now, oldestItemAt: now - 20 * minute });
    expect(next({ result: modified(), reading: unseen }).rhythm?.peakPerHour).toBe(150);
  });

  it('takes a single new item for no surge', () => {
    const state = next({ result: modified(), reading: reading({ itemsTotal: 3, itemsKnown: 2 }) });
    expect(state.rhythm).not.toHaveProperty('peakPerHour');
  });

  it.each([
    ['a full window of strangers', 50, 0, true],
    ['a fuller one', 60, 0, true],
    ['a short document', 49, 0, false],
    ['one known item', 50, 1, false],
    ['an empty document', 0, 0, false],
  ])('suspects a loss after %s: %i items, %i known', (_name, itemsTotal, itemsKnown, expected) => {
    expect(mayHaveMissed(aState(), reading({ itemsTotal, itemsKnown }))).toBe(expected);
  });

  it('suspects no loss at the first document', () => {
    expect(mayHaveMissed(aNewState(source), reading({ itemsKnown: 0 }))).toBe(false);
  });
});

describe('what the server and the feed ask for', () => {
  it.each<[string, Case, Milliseconds, string]>([
    [
      'freshness of a 200',
      { result: modified({ freshness: { freshForMs: 2 * hour } }) },
      2 * hour,
      'the server calls this fresh for 2 h (Cache-Control, Expires)',
    ],
    [
      'freshness of a 304',
      { result: notModified({ freshness: { freshForMs: 2 * hour } }) },
      2 * hour,
      'the server calls this fresh for 2 h (Cache-Control, Expires)',
    ],
    [
      'freshness of a year, held to a day',
      { result: modified({ freshness: { freshForMs: 365 * day } }) },
      day,
      'the server calls this fresh for 24 h (Cache-Control, Expires)',
    ],
    [
      'ttl',
      { result: modified(), reading: reading({ ttlMinutes: 90 }) },
      90 * minute,
      'the feed asks for 90 min between polls (ttl)',
    ],
    [
      'a ttl of a week, held to a day',
      { result: modified(), reading: reading({ ttlMinutes: 10_080 }) },
      day,
      'the feed asks for 24 h between polls (ttl)',
    ],
    [
      'sy:updatePeriod',
      { result: modified(), reading: reading({ updatePeriod: '\n hourly\t' }) },
      hour,
      'the feed asks for 60 min between polls (sy:updatePeriod)',
    ],
    [
      'sy:updateFrequency',
      { result: modified(), reading: reading({ updatePeriod: 'daily', updateFrequency: 4 }) },
      6 * hour,
      'the feed asks for 6 h between polls (sy:updatePeriod)',
    ],
    [
      'the longest of all',
      {
        result: modified({ freshness: { freshForMs: hour } }),
        reading: reading({ ttlMinutes: 120, updatePeriod: 'hourly' }),
      },
      2 * hour,
      'the feed asks for 2 h between polls (ttl)',
    ],
    [
      'less than the interval changes nothing',
      {
        result: modified({ freshness: { freshForMs: minute } }),
        reading: reading({ ttlMinutes: 5 }),
      },
      30 * minute,
      'every 30 min as configured',
    ],
    [
      'nonsense changes nothing',
      {
        result: modified(),
        reading: reading({
          ttlMinutes: Number.NaN,
          updatePeriod: 'sometimes',
          updateFrequency: -1,
        }),
      },
      30 * minute,
      'every 30 min as configured',
    ],
  ])('%s', (_name, given, wait, reason) => {
    const state = next(given);
    expect(waitOf(state)).toBe(wait);
    expect(state.nextDueReason).toBe(reason);
    // Waiting by order of the server teaches nothing about the source's own pace.
    expect(state.intervalMs).toBe(30 * minute);
  });

  it('ttl binds after a 304 too, which has no document', () => {
    const read = next({ result: modified(), reading: reading({ ttlMinutes: 90 }) });
    const state = next({ state: read, result: notModified(), at: read.nextDueAt });
    expect(waitOf(state, read.nextDueAt)).toBe(90 * minute);
  });

  it('max-age holds on after a 304 that leaves it out, until an answer says otherwise', () => {
    const fresh = modified({ freshness: { freshForMs: 2 * hour, isRenewed: true } });
    const brief = next({ state: next({ result: fresh }), result: notModified() });
    expect(waitOf(brief)).toBe(2 * hour);
    expect(waitOf(next({ state: brief, result: notModified() }))).toBe(2 * hour);
    const stale = notModified({ freshness: { freshForMs: 0, isRenewed: true } });
    expect(waitOf(next({ state: brief, result: stale }))).toBeLessThan(hour);
    expect(waitOf(next({ state: brief, result: modified() }))).toBeLessThan(hour);
  });

  it('Expires is over once it is over: a 304 does not renew it', () => {
    const state = next({ result: modified({ freshness: { freshForMs: 2 * hour } }) });
    expect(waitOf(next({ state, result: notModified() }))).toBeLessThan(hour);
  });

  it('is forgotten when the next document no longer asks', () => {
    const read = next({ result: modified(), reading: reading({ ttlMinutes: 90 }) });
    expect(waitOf(next({ state: read, result: modified() }))).toBe(30 * minute);
  });

  it.each<[string, Partial<FeedReading>, string, string]>([
    // The seed day is a Saturday, 12:00 GMT.
    ['an hour', { skipHours: [12] }, '2026-02-07T13', '2026-02-07T14'],
    [
      'the rest of the day',
      { skipHours: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] },
      '2026-02-08T00',
      '2026-02-08T01',
    ],
    ['midnight as 24', { skipHours: [12, 13, 24] }, '2026-02-07T14', '2026-02-07T15'],
    ['the weekend', { skipDays: ['Saturday', 'sunday '] }, '2026-02-09T00', '2026-02-09T01'],
  ])('skips %s', (_name, more, from, to) => {
    const state = next({ result: modified(), reading: reading(more) });
    const due = new Date(state.nextDueAt).toISOString();
    expect(due >= from && due < to, due).toBe(true);
    expect(state.nextDueReason).toContain('skipHours, skipDays');
  });

  it('skips nothing when everything is to be skipped', () => {
    const skipHours = Array.from({ length: 24 }, (_, each) => each);
    expect(waitOf(next({ result: modified(), reading: reading({ skipHours }) }))).toBe(30 * minute);
  });
});

describe('Retry-After', () => {
  it.each([
    ['429 for 15 minutes', 429, 15 * minute],
    ['503 for 2 hours', 503, 2 * hour],
    ['a redirect for 3 hours', 302, 3 * hour],
  ])('is waited for at least: %s', (_name, httpStatus, retryAfterMs) => {
    const reason = httpStatus === 503 ? 'http-server-error' : 'rate-limited';
    for (const random of [0, 0.5, 0.999]) {
      const state = next({ result: failed(reason, { httpStatus, retryAfterMs }), random });
      expect(waitOf(state)).toBeGreaterThanOrEqual(retryAfterMs);
      expect(state.heldUntil).toBe(now + retryAfterMs);
    }
  });

  it('says so in words', () => {
    const state = next({
      result: failed('rate-limited', { httpStatus: 429, retryAfterMs: 5 * hour }),
    });
    expect(state.nextDueReason).toBe('server asked to wait 5 h (Retry-After)');
    expect(waitOf(state)).toBe(5.25 * hour);
    expect(state.heldOrigin).toBe('https://news.example');
  });

  it('of ten years is held to a day and a tenth', () => {
    const state = next({
      result: failed('http-server-error', { httpStatus: 503, retryAfterMs: 3650 * day }),
      random: 0.999,
    });
    expect(state.heldUntil).toBe(now + day);
    expect(waitOf(state)).toBeLessThanOrEqual(1.1 * day);
  });

  it('of seconds does not cut patience short', () => {
    const state = next({
      result: failed('http-server-error', { httpStatus: 503, retryAfterMs: second }),
    });
    expect(waitOf(state)).toBe(30 * minute);
  });

  it('told to another source of the origin is no failure of this one', () => {
    const state = next({ result: failed('rate-limited', { retryAfterMs: 15 * minute }) });
    expect(state).toMatchObject({
      status: 'ok',
      failuresInARow: 0,
      heldUntil: now + 15 * minute,
      heldOrigin: 'https://news.example',
      lastPolledAt: aState().lastPolledAt,
      nextDueReason: 'server asked to wait 15 min (Retry-After)',
    });
  });

  it('is forgotten after a success', () => {
    const held = next({ result: failed('rate-limited', { httpStatus: 429, retryAfterMs: hour }) });
    const state = next({ state: held, result: notModified(), at: held.nextDueAt });
    expect(state).not.toHaveProperty('heldUntil');
    expect(state).not.toHaveProperty('heldOrigin');
  });

  it('holds the origin of a public host, but not a shared one on the allow list', () => {
    const states = [
      aState({ heldOrigin: 'https://news.example', heldUntil: now + hour }),
      aState({ heldOrigin: 'https://news.example', heldUntil: now + 2 * hour }),
      aState({ heldOrigin: 'http://127.0.0.1:8000', heldUntil: now + hour }),
      aState({ heldOrigin: 'https://over.example', heldUntil: now, lastPolledAt: now - hour }),
      aState({ heldUntil: now + hour }),
    ];
    const askedAt = now - 30 * minute;
    expect(heldOrigins(states, ['127.0.0.1:8000'])).toEqual([
      { origin: 'https://over.example', until: now, askedAt: now - hour },
      { origin: 'https://news.example', until: now + hour, askedAt },
      { origin: 'https://news.example', until: now + 2 * hour, askedAt },
    ]);
  });
});

describe('failures', () => {
  it('double the wait up to a day, and one success ends it', () => {
    let state = aState();
    let at = now;
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      state = next({ state, result: failed('timeout'), at });
      waits.push((state.nextDueAt - at) / hour);
      at = state.nextDueAt;
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 24, 24]);
    expect(state).toMatchObject({
      status: 'failing',
      failuresInARow: 8,
      failingSince: now,
      lastOutcome: 'timeout',
      lastMessage: 'news.example: timeout',
      nextDueReason: 'failed 8 times in a row (timeout); tried again in 24 h',
    });
    const cured = next({ state, result: notModified(), at });
    expect(cured).toMatchObject({ status: 'ok', failuresInARow: 0, lastOutcome: 'not-modified' });
    expect(cured).not.toHaveProperty('failingSince');
    expect(cured).not.toHaveProperty('lastMessage');
    expect(waitOf(cured, at)).toBeLessThan(hour);
  });

  it('that look lasting start with twice the interval', () => {
    for (const reason of ['http-client-error', 'tls', 'bad-redirect', 'too-large'] as const) {
      expect(waitOf(next({ result: failed(reason) })), reason).toBe(hour);
    }
  });

  it.each([
    [0, 22.5 * minute],
    [0.5, 30 * minute],
    [1, 37.5 * minute],
  ])('are spread by a quarter either way: random %d', (random, wait) => {
    expect(waitOf(next({ result: failed('http-server-error', { httpStatus: 500 }), random }))).toBe(
      wait,
    );
  });

  it('of a refusing server become one a day from the third', () => {
    const refused = failed('unauthorised', { httpStatus: 403 });
    const state = next({
      state: aState({ failuresInARow: 2, failingSince: now - hour }),
      result: refused,
    });
    expect(waitOf(state)).toBe(day);
    expect(state.nextDueReason).toBe('failed 3 times in a row (unauthorised); tried again in 24 h');
    expect(waitOf(next({ result: refused }))).toBe(hour);
  });

  it('of thirty days become one a week, and the source is never dropped', () => {
    const dead = aState({ failuresInARow: 31, failingSince: now - 30 * day, status: 'failing' });
    const state = next({ state: dead, result: failed('dns') });
    expect(waitOf(state)).toBe(7 * day);
    expect(state.nextDueReason).toBe('has failed for 30 days (dns); tried once a week');
  });

  it('of a body that could not be read count as failures', () => {
    const state = next({
      result: modified(),
      reading: { kind: 'failed', reason: 'blocked', message: 'a page that asks for a human' },
    });
    expect(state).toMatchObject({
      status: 'failing',
      failuresInARow: 1,
      lastOutcome: 'blocked',
      lastMessage: 'a page that asks for a human',
      nextDueReason: 'failed once (blocked); tried again in 60 min',
    });
    expect(state.lastSuccessAt).toBe(aState().lastSuccessAt);
  });

  it('of our own making leave the source due', () => {
    const state = next({ state: aState({ nextDueAt: now - minute }), result: failed('aborted') });
    expect(state).toMatchObject({ status: 'ok', failuresInARow: 0, nextDueAt: now - minute });
  });

  it('a 200 without its reading is a fault of the program', () => {
    expect(() =>
      nextState({
        source,
        state: aState(),
        answer: { sent: {}, result: modified() },
        now,
        random: () => 0,
      }),
    ).toThrow('without its reading');
  });
});

describe('410', () => {
  const gone: FetchResult = {
    kind: 'gone',
    finalUrl: source.url,
    redirects: [],
    httpStatus: 410,
    tookMs: 1,
  };

  it('stops polling until an editor asks by name', () => {
    const state = next({ result: gone });
    expect(state.status).toBe('gone');
    expect(state.nextDueAt).toBeGreaterThan(now + 1000 * 365 * day);
    expect(state.nextDueReason).toBe('gone (HTTP 410): polled again only when asked for by name');
  });

  it('stays when a poll by name fails, and ends when it succeeds', () => {
    const state = next({ result: gone });
    expect(next({ state, result: failed('timeout') }).status).toBe('gone');
    expect(next({ state, result: notModified() }).status).toBe('ok');
  });

  it.each([
    ['a permanent one', [301], 'gone'],
    ['permanent ones', [308, 301], 'gone'],
    ['a temporary one', [302], 'failing'],
    ['a temporary one on the way', [301, 307, 301], 'failing'],
  ] as const)('after a redirect, %s', (_name, statuses, expected) => {
    const redirects = statuses.map((status, n) => ({ status, to: `https://n${n}.example/` }));
    expect(next({ result: { ...gone, redirects } }).status).toBe(expected);
  });

  it('of a learned address brings the configured one back', () => {
    const moved = aState({ effectiveUrl: 'https://new.example/rss' });
    const state = next({ state: moved, result: { ...gone, finalUrl: 'https://new.example/rss' } });
    expect(state).toMatchObject({ status: 'failing', lastOutcome: 'gone' });
    expect(state).not.toHaveProperty('effectiveUrl');
    expect(waitOf(state)).toBe(hour);
  });
});

describe('permanent redirects', () => {
  const target = 'https://new.example/rss';
  const moved = (to = target, status = 301) =>
    notModified({ redirects: [{ status, to }], finalUrl: to });

  function sightings(days: readonly number[], result = moved()): SourceState {
    return days.reduce((state, at) => next({ state, result, at: now + at * day }), aState());
  }

  it.each<[string, readonly number[], boolean]>([
    ['three times over seven days', [0, 3, 7], true],
    ['twice over seven days', [0, 7], false],
    ['often in six days', [0, 1, 2, 3, 4, 5, 6], false],
  ])('seen %s', (_name, days, isLearned) => {
    const state = sightings(days);
    expect(state.effectiveUrl).toBe(isLearned ? target : undefined);
    expect(buildPollRequest(source, state, now).url).toBe(isLearned ? target : source.url);
    expect(state.url).toBe(source.url);
  });

  it.each([302, 303, 307])('a %i teaches nothing', (status) => {
    const state = sightings([0, 3, 7, 14], moved(target, status));
    expect(state).not.toHaveProperty('effectiveUrl');
    expect(state).not.toHaveProperty('permanentRedirect');
  });

  it('count up to the first temporary hop', () => {
    const result = notModified({
      redirects: [
        { status: 308, to: target },
        { status: 302, to: 'https://cdn.example/1' },
        { status: 301, to: 'https://cdn.example/2' },
      ],
    });
    expect(sightings([0, 3, 7], result).effectiveUrl).toBe(target);
  });

  it('that change their mind start again', () => {
    const state = next({
      state: sightings([0, 3]),
      result: moved('https://third.example/'),
      at: now + 7 * day,
    });
    expect(state).not.toHaveProperty('effectiveUrl');
    expect(state.permanentRedirect).toMatchObject({ url: 'https://third.example/', count: 1 });
  });

  it('that are believed stay known, for the suggestion to the editor', () => {
    const learned = sightings([0, 3, 7]);
    const sighting = { url: target, firstSeenAt: now, count: 3 };
    expect(learned.permanentRedirect).toEqual(sighting);
    const later = next({ state: learned, result: notModified(), at: now + 30 * day });
    expect(later).toMatchObject({ effectiveUrl: target, permanentRedirect: sighting });
  });

  it('that stop are forgotten', () => {
    expect(next({ state: sightings([0, 3]), result: notModified() })).not.toHaveProperty(
      'permanentRedirect',
    );
  });

  it('to https of the same address are believed at once', () => {
    const plain = aSource({ url: 'http://news.example/rss' });
    const state = next({ source: plain, result: moved('https://news.example/rss') });
    expect(state.effectiveUrl).toBe('https://news.example/rss');
    expect(state.permanentRedirect).toMatchObject({ firstSeenAt: now, count: 1 });
    const later = next({ source: plain, state, result: notModified(), at: now + day });
    expect(later.permanentRedirect).toEqual(state.permanentRedirect);
  });

  it.each([
    'https://news.example/other',
    'https://www.news.example/rss',
    'http://news.example/rss/',
  ])('to another address are not: %s', (to) => {
    const plain = aSource({ url: 'http://news.example/rss' });
    expect(next({ source: plain, result: moved(to) })).not.toHaveProperty('effectiveUrl');
  });

  it('never move a source with headers of its own to another origin', () => {
    const secret = aSource({ headers: { Authorization: 'Bearer t' } });
    let state = aState({}, secret);
    for (const at of [0, 3, 7, 14]) {
      state = next({ source: secret, state, result: moved(), at: now + at * day });
    }
    expect(state).not.toHaveProperty('effectiveUrl');
  });

  it('never store an address that may hold a secret', () => {
    const secret = aSource({ publicUrl: 'https://news.example/' });
    const state = next({ source: secret, result: moved(`${target}?key=s`) });
    expect(JSON.stringify(state)).not.toContain('key=s');
  });

  it('are not learnt from a document that is no feed', () => {
    const state = next({
      state: sightings([0, 3]),
      result: modified({ redirects: [{ status: 301, to: target }] }),
      reading: { kind: 'failed', reason: 'not-a-feed', message: 'HTML' },
      at: now + 7 * day,
    });
    expect(state).not.toHaveProperty('effectiveUrl');
  });

  it.each<[FetchFailure, boolean]>([
    ['dns', false],
    ['http-client-error', false],
    ['timeout', true],
    ['http-server-error', true],
  ])('a learned address that fails with %s', (reason, isKept) => {
    const state = next({ state: sightings([0, 3, 7]), result: failed(reason) });
    expect(state.effectiveUrl).toBe(isKept ? target : undefined);
  });
});

describe('304s that may lie', () => {
  const silent = (more: Partial<SourceState> = {}) =>
    aState({
      unmodifiedSince: now - 7 * day,
      lastSuccessAt: now - 7 * day,
      lastUnconditionalAt: now - 8 * day,
      ...more,
    });

  it('are put to the test once after a week', () => {
    expect(buildPollRequest(source, silent(), now).validators).toEqual({});
    const asked = next({ state: silent(), result: modified(), sent: {} });
    expect(asked.lastUnconditionalAt).toBe(now);
    expect(asked).not.toHaveProperty('unmodifiedSince');
    expect(buildPollRequest(source, asked, now).validators).toEqual({ etag: '"new"' });
  });

  it('are not tested again within a week, even when the test failed', () => {
    const failedTest = next({ state: silent(), result: failed('timeout'), sent: {} });
    expect(buildPollRequest(source, failedTest, now + 6 * day).validators).toEqual(
      silent().validators,
    );
  });

  it.each<[string, Partial<SourceState>]>([
    ['for less than a week', { unmodifiedSince: now - 6 * day }],
    ['of a source that was tested within the week', { lastUnconditionalAt: now - 6 * day }],
    [
      'of a source that published less than daily',
      {
        rhythm: {
          everyMs: source.everyMs,
          skipHours: [],
          skipDays: [],
          itemsPerDay: 0.5,
          windowItems: 50,
        },
      },
    ],
  ])('are believed %s', (_name, more) => {
    expect(buildPollRequest(source, silent(more), now).validators).toEqual(silent().validators);
  });

  it('are announced in the reason', () => {
    let state = aState();
    let at = now;
    while (at - now < 7 * day && !state.nextDueReason.includes('all is asked for')) {
      state = next({ state, result: notModified(), at });
      at = state.nextDueAt;
    }
    expect(state.nextDueReason).toContain('nothing but "unchanged" for');
    expect(buildPollRequest(source, state, state.nextDueAt).validators).toEqual({});
  });
});

describe('the first poll', () => {
  it('gives every source its own place in the interval', () => {
    const waits = Array.from({ length: 200 }, (_, n) => {
      const each = aSource({ id: `source-${n}` });
      return (
        waitOf(next({ source: each, state: aNewState(each), result: modified(), sent: {} })) /
        minute
      );
    });
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...waits)).toBeLessThanOrEqual(45);
    for (let from = 15; from < 45; from += 3) {
      const inSlice = waits.filter((wait) => wait >= from && wait < from + 3).length;
      expect(inSlice, `${from} to ${from + 3} min`).toBeGreaterThan(5);
    }
  });

  it('never comes before what the server asks', () => {
    for (let n = 0; n < 50; n += 1) {
      const each = aSource({ id: `source-${n}` });
      const result = modified({ freshness: { freshForMs: 2 * hour } });
      const state = next({ source: each, state: aNewState(each), result, sent: {} });
      expect(waitOf(state)).toBeGreaterThanOrEqual(2 * hour);
      expect(waitOf(state)).toBeLessThanOrEqual(4 * hour);
    }
  });

  it('is known as unconditional', () => {
    expect(
      next({ state: aNewState(source), result: modified(), sent: {} }).lastUnconditionalAt,
    ).toBe(now);
    expect(next({ result: modified() }).lastUnconditionalAt).toBe(now - 3 * day);
  });
});

describe('a clock that was set back', () => {
  it('moves the due time with it', () => {
    const state = aState({
      lastPolledAt: now + day,
      nextDueAt: now + day + hour,
      heldUntil: now + day + minute,
    });
    expect(afterClockSetBack(state, now)).toMatchObject({
      lastPolledAt: now,
      nextDueAt: now + hour,
      heldUntil: now + minute,
    });
  });

  it('makes a source due that was never polled', () => {
    expect(afterClockSetBack(aNewState(source, { nextDueAt: now + day }), now)?.nextDueAt).toBe(
      now,
    );
  });

  it.each<[string, SourceState]>([
    ['a long wait', aState({ nextDueAt: now + 7 * day })],
    ['a drift of seconds', aState({ lastPolledAt: now + 30 * second })],
  ])('is not what %s means', (_name, state) => {
    expect(afterClockSetBack(state, now)).toBeUndefined();
  });

  it('does not leave moments of the future in the state', () => {
    const state = next({
      state: aState({
        lastSuccessAt: now + day,
        unmodifiedSince: now + day,
        lastUnconditionalAt: now + day,
      }),
      result: notModified(),
    });
    expect(state).toMatchObject({
      lastSuccessAt: now,
      unmodifiedSince: now,
      lastUnconditionalAt: now,
    });
  });
});

it('every state says why in words without holes', () => {
  const answers: Case[] = [
    { result: modified() },
    { result: notModified() },
    { result: failed('dns') },
    { result: failed('rate-limited', { httpStatus: 429, retryAfterMs: 1 }) },
    { result: failed('aborted') },
    { state: aNewState(source), result: modified(), sent: {} },
    { state: aNewState(source), result: failed('connect'), sent: {} },
  ];
  for (const given of answers) {
    const { nextDueReason, nextDueAt } = next(given);
    expect(nextDueReason).not.toMatch(/undefined|NaN|^$/);
    expect(Number.isInteger(nextDueAt)).toBe(true);
  }
});
