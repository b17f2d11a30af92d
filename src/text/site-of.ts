import { networkOf } from './network-of.ts';
import { registrableDomain } from './urls.ts';

/**
 * Who stands behind a web address, as far as it shows: its registrable domain, whatever the name
 * before it and the port, or the network of an address in numbers. Whoever has one of these has as
 * many hosts as they like. Empty for what is no web address.
 */
export function siteOf(url: string): string {
  const site = registrableDomain(url) ?? '';
  const literal = site.replace(/^\[|\]$/g, '');
  return literal.includes(':') || /^[\d.]+$/.test(literal) ? networkOf(literal) : site;
}
