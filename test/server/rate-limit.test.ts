import { expect, it } from 'vitest';
import { clientAddress, createRateLimit, networkOf } from '../../src/server/rate-limit.ts';

it('lets a network ask 60 times at once, then once a second', () => {
  let now = 0;
  const limit = createRateLimit(() => now);
  const taken = Array.from({ length: 61 }, () => limit.take('192.0.2.7'));
  expect(taken.slice(0, 60)).toEqual(Array(60).fill(0));
  expect(taken[60]).toBe(1);
  expect(limit.take('192.0.2.200')).toBe(1);
  expect(limit.take('192.0.3.1')).toBe(0);
  now = 2_000;
  expect([limit.take('192.0.2.7'), limit.take('192.0.2.7')]).toEqual([0, 0]);
  expect(limit.take('192.0.2.7')).toBe(1);
});

it.each([
  ['192.0.2.7', '192.0.2'],
  ['::ffff:192.0.2.7', '192.0.2'],
  ['2001:db8:1:22ff::1', '2001:db8:1:22'],
  ['2001:DB8:1:2200:3::9', '2001:db8:1:22'],
  ['2001:db8::1', '2001:db8:0:00'],
  ['::1', '0:0:0:00'],
])('counts %s to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ['a peer elsewhere, whatever it says', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['whom a proxy here names last', '127.0.0.1', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ['whom a proxy here names, over IPv6', '::1', '2001:db8::5', '2001:db8::5'],
  ['this machine itself', '::ffff:127.0.0.1', undefined, '127.0.0.1'],
])('asks is %s', (_, peer, forwardedFor, expected) => {
  expect(clientAddress(peer, forwardedFor)).toBe(expected);
});
