import type { Format } from '../domain/publication.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** The documents that feed readers read. Their order is the order of links on pages. */
export const feedFormats: readonly Format[] = [rss, atom, jsonFeed];

/** What a reader calls a format. */
export function formatLabel({ name }: Format): string {
  const labels: Readonly<Record<string, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };
  return labels[name] ?? name;
}

/** A media type without its parameters, as `<link type>` wants it. */
export function bareMediaType({ mediaType }: Format): string {
  return mediaType.split(';')[0] ?? mediaType;
}
