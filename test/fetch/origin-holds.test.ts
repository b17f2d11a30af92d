import { beforeEach, expect, it } from 'vitest';
import { day, hour, type Instant, minute } from '../../src/domain/instant.ts';
import { createOriginHolds, type OriginHolds } from '../../src/fetch/origin-holds.ts';
import { type FixedClock, fixedClock, seedDay as now } from '../support/fixed-clock.ts';

let clock: FixedClock;
let holds: OriginHolds;
beforeEach(() => {
  clock = fixedClock();
  holds = createOriginHolds(clock);
});

/** An origin asks now to be left alone. */
const ask = (origin: string, until: Instant): void =>
  holds.hold({ origin, until, askedAt: clock.now() });

it('an origin is left alone until its time is over, and others are not held', () => {
  ask('https://a.example', now + hour);
  expect(holds.remainingMs('https://a.example')).toBe(hour);
  for (const other of ['http://a.example', 'https://a.example:8443', 'https://b.example']) {
    expect(holds.remainingMs(other)).toBeUndefined();
  }
  clock.advance(hour);
  expect(holds.remainingMs('https://a.example')).toBeUndefined();
});

it('a shorter wait does not cut a longer one, and none is longer than a day', () => {
  ask('https://a.example', now + hour);
  ask('https://a.example', now + minute);
  expect(holds.remainingMs('https://a.example')).toBe(hour);
  ask('https://a.example', now + 9 * day);
  expect(holds.remainingMs('https://a.example')).toBe(day);
});

it('two origins of one domain that complain together wait together', () => {
  ask('https://one.feeds.example', now + hour);
  clock.advance(4 * minute);
  ask('https://two.feeds.example', now + 10 * minute);
  expect(holds.remainingMs('https://one.feeds.example')).toBe(56 * minute);
  expect(holds.remainingMs('https://two.feeds.example')).toBe(56 * minute);
  expect(holds.remainingMs('https://three.feeds.example')).toBeUndefined();
});

it('two that complain at other times do not', () => {
  ask('https://one.feeds.example', now + hour);
  clock.advance(6 * minute);
  ask('https://two.feeds.example', now + 10 * minute);
  expect(holds.remainingMs('https://two.feeds.example')).toBe(4 * minute);
});

it('a sibling whose own short wait is over waits with the one that complains soon after', () => {
  ask('https://one.feeds.example', now + minute);
  clock.advance(3 * minute);
  expect(holds.remainingMs('https://one.feeds.example')).toBeUndefined();
  ask('https://two.feeds.example', now + hour);
  expect(holds.remainingMs('https://one.feeds.example')).toBe(57 * minute);
});

it('after a restart those that had asked together still wait together, and no others', () => {
  clock.advance(hour);
  const asked = [
    { origin: 'https://one.feeds.example', until: now + 10 * minute, askedAt: now },
    { origin: 'https://two.feeds.example', until: now + 2 * hour, askedAt: now + 2 * minute },
    { origin: 'https://three.feeds.example', until: now + 61 * minute, askedAt: now + 50 * minute },
  ];
  for (const hold of asked) holds.hold(hold);
  expect(holds.remainingMs('https://one.feeds.example')).toBe(hour);
  expect(holds.remainingMs('https://two.feeds.example')).toBe(hour);
  expect(holds.remainingMs('https://three.feeds.example')).toBe(minute);
});
