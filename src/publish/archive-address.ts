import type { Publication } from '../domain/publication.ts';
import { httpUrl } from './clean.ts';

/** From a document to the archive page that holds what is older (RFC 5005 §4). */
export function archiveLink({ homeUrl }: Publication, number: number) {
  const url = `${homeUrl}${archiveFileName(number)}`;
  return { rel: 'prev-archive', href: httpUrl(url) ?? url };
}

/** File of an archive page inside the folder of the publication. */
export function archiveFileName(number: number): string {
  return `archive/${number}.atom`;
}
