import { beforeEach, expect, it } from 'vitest';
import { day, hour, minute } from '../../src/domain/instant.ts';
import { createOriginHolds, type OriginHolds } from '../../src/fetch/origin-holds.ts';
import { type FixedClock, fixedClock, seedDay as now } from '../support/fixed-clock.ts';

let clock: FixedClock;
let holds: OriginHolds;
beforeEach(() => {
  clock = fixedClock();
  holds = createOriginHolds(clock);
});

it('an origin is left alone until its time is over, and others are not held', () => {
  holds.hold('https://a.example', now + hour);
  expect(holds.remainingMs('https://a.example')).toBe(hour);
  for (const other of ['http://a.example', 'https://a.example:8443', 'https://b.example']) {
    expect(holds.remainingMs(other)).toBeUndefined();
  }
  clock.advance(hour);
  expect(holds.remainingMs('https://a.example')).toBeUndefined();
});

it('a shorter wait does not cut a longer one, and none is longer than a day', () => {
  holds.hold('https://a.example', now + hour);
  holds.hold('https://a.example', now + minute);
  expect(holds.remainingMs('https://a.example')).toBe(hour);
  holds.hold('https://a.example', now + 9 * day);
  expect(holds.remainingMs('https://a.example')).toBe(day);
});

it('two origins of one domain that complain together wait together', () => {
  holds.hold('https://one.feeds.example', now + hour);
  clock.advance(4 * minute);
  holds.hold('https://two.feeds.example', now + 10 * minute);
  expect(holds.remainingMs('https://one.feeds.example')).toBe(56 * minute);
  expect(holds.remainingMs('https://two.feeds.example')).toBe(56 * minute);
  expect(holds.remainingMs('https://three.feeds.example')).toBeUndefined();
});

it('two that complain at other times do not', () => {
  holds.hold('https://one.feeds.example', now + hour);
  clock.advance(6 * minute);
  holds.hold('https://two.feeds.example', now + 10 * minute);
  expect(holds.remainingMs('https://two.feeds.example')).toBe(4 * minute);
});
