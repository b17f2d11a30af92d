import { expect, it } from 'vitest';
import { networkOf } from '../../src/text/network-of.ts';
import { siteOf } from '../../src/text/site-of.ts';

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
  ['https://reader.example.co.uk/hook?x=1', 'example.co.uk'],
  ['http://a.b.reader.example:8443/', 'reader.example'],
  ['http://localhost:9000/', 'localhost'],
  ['http://192.0.2.7:8080/', '192.0.2'],
  ['http://3221225991/', '192.0.2'],
  ['http://[2001:db8:1:22ff::1]/', '2001:db8:1:22'],
  ['mailto:someone@reader.example', ''],
])('takes %s for one of the site %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
