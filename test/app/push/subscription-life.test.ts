import { describe, expect, it } from 'vitest';
import {
  afterAsking,
  afterConfirmation,
  afterDenial,
  afterHint,
  afterPush,
  afterRefusal,
  isAwaited,
  judgeHub,
  newSubscription,
} from '../../../src/app/push/subscription-life.ts';
import { hintedState } from '../../../src/app/push/take-hints.ts';
import { day, hour, type Milliseconds, minute, second } from '../../../src/domain/instant.ts';
import type { SourceState } from '../../../src/domain/source.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import type { ErrandResult } from '../../../src/fetch/errand.ts';
import { aNewState } from '../../support/a-source-state.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { seedMorning as now } from '../../support/an-item.ts';
import { aSource } from '../../support/sources.ts';

const active = (more: Partial<Subscription> = {}): Subscription => {
  const { asked: _, ...rest } = aSubscription();
  return {
    ...rest,
    status: 'active',
    confirmedAt: now - day,
    leaseUntil: now + day,
    nextAt: now + hour,
    ...more,
  };
};

describe('a new subscription', () => {
  const offer = { hubUrl: 'https://hub.example/', selfUrl: 'https://a.example/rss' };
  const given = { sourceId: 'a', siteUrl: 'https://river.example/az', now };
  const token = 't'.repeat(32);

  it('calls back under the public address and keeps a secret with a hub on https', () => {
    expect(newSubscription({ ...given, offer, token, secret: 's' })).toMatchObject({
      callbackUrl: `https://river.example/az/websub/${token}`,
      secret: 's',
      status: 'pending',
      version: 0,
    });
  });

  it('tells no secret to a hub on http, where everyone could read it', () => {
    const open = { ...offer, hubUrl: 'http://hub.example/' };
    const subscription = newSubscription({ ...given, offer: open, token, secret: 's' });
    expect(subscription).not.toHaveProperty('secret');
  });
});

describe('asking a hub', () => {
  it.each<[number, Milliseconds]>([
    [0, hour],
    [1, 2 * hour],
    [3, 8 * hour],
    [5, day],
    [900, day],
  ])('waits longer after %i requests without a confirmation', (failures, wait) => {
    const asked = afterAsking(aSubscription({ failures }), 'subscribe', now);
    expect(asked.nextAt - now).toBe(wait);
    expect(asked.failures).toBe(failures + 1);
  });

  it('leaves an active subscription active while it is renewed', () => {
    expect(afterAsking(active(), 'subscribe', now)).toMatchObject({
      status: 'active',
      asked: { mode: 'subscribe', at: now },
    });
  });

  it('starts afresh after a rest', () => {
    const rested = active({ status: 'resting', misses: 2 });
    expect(afterAsking(rested, 'subscribe', now)).toMatchObject({ status: 'pending', misses: 0 });
  });
});

const answered = (httpStatus: number, more = {}): ErrandResult => {
  const body = Buffer.from('no');
  return { kind: 'answered', httpStatus, body, text: 'no', tookMs: 1, ...more };
};

describe('a hub that says no', () => {
  it.each([400, 403, 404, 410, 422])('%i rests the subscription for a week', (status) => {
    const refused = afterRefusal(aSubscription(), answered(status), now);
    expect(refused).toMatchObject({ status: 'resting', nextAt: now + 7 * day });
    expect(refused.message).toBe(`the hub answered ${status}: no`);
    expect(refused).not.toHaveProperty('asked');
  });

  it.each([408, 429, 500, 503, 302])('%i is tried again in its time', (status) => {
    const refused = afterRefusal(aSubscription(), answered(status), now);
    expect(refused).toMatchObject({ status: 'pending', nextAt: now + hour });
  });

  it('waits as long as the hub asks, at most a day', () => {
    const wait = (retryAfterMs: Milliseconds) =>
      afterRefusal(aSubscription(), answered(503, { retryAfterMs }), now).nextAt - now;
    expect(wait(3 * hour)).toBe(3 * hour);
    expect(wait(second)).toBe(hour);
    expect(wait(400 * day)).toBe(day);
  });

  it.each(['forbidden-address', 'forbidden-url'] as const)('rests where %s', (reason) => {
    const result: ErrandResult = { kind: 'failed', reason, message: 'no', tookMs: 0 };
    expect(afterRefusal(aSubscription(), result, now)).toMatchObject({ status: 'resting' });
  });

  it('may deny at any time, with a reason', () => {
    const denied = afterDenial(active({ asked: { mode: 'subscribe', at: now } }), 'moved', now);
    expect(denied).toMatchObject({ status: 'resting', message: 'the hub denied it: moved' });
    expect(denied).not.toHaveProperty('asked');
    expect(denied).not.toHaveProperty('leaseUntil');
  });
});

describe('a confirmation', () => {
  it.each<[string, Milliseconds | undefined, Milliseconds, Milliseconds]>([
    ['the hub’s own', 10 * day, 10 * day, 5 * day],
    ['at most 14 days', 400 * day, 14 * day, 7 * day],
    ['a day when it does not say', undefined, day, day / 2],
    ['seconds, renewed no more often than a poll', 30 * second, 30 * second, 10 * minute],
  ])('gives a lease: %s', (_name, offered, lease, renewal) => {
    const confirmed = afterConfirmation(aSubscription({ failures: 3 }), offered, now);
    expect(confirmed).toMatchObject({ status: 'active', failures: 0, confirmedAt: now });
    expect((confirmed.leaseUntil ?? 0) - now).toBe(lease);
    expect(confirmed.nextAt - now).toBe(renewal);
    expect(confirmed).not.toHaveProperty('asked');
  });

  it('is awaited only for what was asked, for a day', () => {
    const asked = aSubscription({ asked: { mode: 'subscribe', at: now } });
    expect(isAwaited(asked, 'subscribe', now + day)).toBe(true);
    expect(isAwaited(asked, 'subscribe', now + day + 1)).toBe(false);
    expect(isAwaited(asked, 'unsubscribe', now)).toBe(false);
    expect(isAwaited(active(), 'subscribe', now)).toBe(false);
  });
});

describe('a push', () => {
  it('leaves a hint, once', () => {
    const pushed = afterPush(active(), 'hash', now);
    expect(pushed).toMatchObject({ hintedAt: now, pushedAt: now, pushHash: 'hash' });
    expect(pushed && afterPush(pushed, 'other', now + 1)).toBeUndefined();
  });

  it('is passed over when it is a copy of the last one', () => {
    const pushed = afterPush(active(), 'hash', now) ?? active();
    expect(afterPush(afterHint(pushed), 'hash', now + hour)).toBeUndefined();
    expect(afterPush(afterHint(pushed), 'next', now + hour)).toMatchObject({
      hintedAt: now + hour,
    });
  });

  it.each(['pending', 'resting', 'ending'] as const)('is passed over while %s', (status) => {
    expect(afterPush(active({ status }), 'hash', now)).toBeUndefined();
  });
});

describe('a hub that does not announce what polling finds', () => {
  const state = (more: Partial<SourceState> = {}): SourceState =>
    aNewState(aSource({ id: 'azertag' }), { status: 'ok', intervalMs: 30 * minute, ...more });

  it('is not judged while nothing new was found, or nothing since it was confirmed', () => {
    expect(judgeHub(active(), state(), now)).toBeUndefined();
    expect(judgeHub(active(), state({ lastNewItemAt: now - 2 * day }), now)).toBeUndefined();
  });

  it('is in good standing when a push came before the poll', () => {
    const found = state({ lastNewItemAt: now });
    const judged = judgeHub(active({ pushedAt: now - 12 * minute, misses: 1 }), found, now);
    expect(judged).toMatchObject({ misses: 0, judgedAt: now });
    expect(judged && judgeHub(judged, found, now + day)).toBeUndefined();
  });

  it('gets an hour to announce what a poll found first', () => {
    const found = state({ lastNewItemAt: now });
    const watched = judgeHub(active(), found, now) ?? active();
    expect(watched).toMatchObject({ unannouncedAt: now, misses: 0 });
    expect(judgeHub(watched, found, now + 59 * minute)).toBeUndefined();
    const late = judgeHub({ ...watched, pushedAt: now + 5 * minute }, found, now + hour);
    expect(late).toMatchObject({ misses: 0 });
    expect(late).not.toHaveProperty('unannouncedAt');
  });

  it('is left alone for 30 days after two times in a row', () => {
    const first = judgeHub(active({ unannouncedAt: now }), state(), now + hour) ?? active();
    expect(first).toMatchObject({ status: 'active', misses: 1 });
    const found = state({ lastNewItemAt: now + 2 * hour });
    const again = judgeHub(first, found, now + 2 * hour) ?? active();
    const second = judgeHub(again, found, now + 3 * hour);
    expect(second).toMatchObject({ status: 'resting', misses: 2 });
    expect((second?.nextAt ?? 0) - now).toBe(3 * hour + 30 * day);
    expect(second?.message).toContain('2 times in a row');
  });

  it('is judged although the source brings news at every poll', () => {
    const watched = active({ unannouncedAt: now });
    const busy = state({ lastNewItemAt: now + 55 * minute });
    expect(judgeHub(watched, busy, now + hour)).toMatchObject({ misses: 1 });
  });
});

describe('a hint', () => {
  const source = aSource({ id: 'azertag' });
  const state = (more: Partial<SourceState> = {}): SourceState =>
    aNewState(source, {
      status: 'ok',
      lastPolledAt: now - 20 * minute,
      nextDueAt: now + 3 * hour,
      ...more,
    });

  it('brings the next poll forward and says why', () => {
    expect(hintedState(state(), now, now)).toMatchObject({
      nextDueAt: now,
      nextDueReason: 'its hub announced something new (WebSub)',
    });
  });

  it.each<[string, Partial<SourceState>, number]>([
    ['the floor between two polls', { lastPolledAt: now - minute }, now + 9 * minute],
    ['a wait the server asked for', { heldUntil: now + hour }, now + hour],
    [
      'the interval of a failing source',
      { status: 'failing', intervalMs: hour },
      now + 40 * minute,
    ],
  ])('never before %s', (_name, more, expected) => {
    expect(hintedState(state(more), now, now)?.nextDueAt).toBe(expected);
  });

  it.each<[string, Partial<SourceState>]>([
    ['a source that is gone', { status: 'gone' }],
    ['a source that is due anyway', { nextDueAt: now - 1 }],
    ['a poll that comes sooner than manners allow', { lastPolledAt: now, nextDueAt: now + minute }],
  ])('changes nothing of %s', (_name, more) => {
    expect(hintedState(state(more), now, now)).toBeUndefined();
  });

  it('is answered by a poll that began after it, not by one that was under way', () => {
    const pushedAt = now - 10 * minute;
    const polledAfter = state({ lastPolledAt: pushedAt + 2 * minute });
    expect(hintedState(polledAfter, pushedAt, now)).toBeUndefined();
    const underWay = state({ lastPolledAt: pushedAt + 10 * second });
    expect(hintedState(underWay, pushedAt, now)?.nextDueAt).toBe(now + 10 * second);
  });
});
