import { expect, it } from 'vitest';
import { clientAddress, createRateLimit } from '../../src/server/rate-limit.ts';

it('lets one ask 60 times at once, then once a second', () => {
  let now = 0;
  const limit = createRateLimit(() => now);
  const taken = Array.from({ length: 61 }, () => limit.take('192.0.2.7'));
  expect(taken.slice(0, 60)).toEqual(Array(60).fill(0));
  expect(taken[60]).toBe(1);
  expect(limit.take('192.0.2.7')).toBe(1);
  expect(limit.take('192.0.3.1')).toBe(0);
  now = 2_000;
  expect([limit.take('192.0.2.7'), limit.take('192.0.2.7')]).toEqual([0, 0]);
  expect(limit.take('192.0.2.7')).toBe(1);
});

it.each([
  ['a peer elsewhere, whatever it says', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['whom a proxy here names last', '127.0.0.1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ['whom a proxy here names, over IPv6', '::1', '2001:db8::5', '2001:db8::5'],
  ['this machine itself', '::ffff:127.0.0.1', undefined, '127.0.0.1'],
])('asks is %s', (_, peer, forwardedFor, expected) => {
  expect(clientAddress(peer, forwardedFor)).toBe(expected);
});
