import type { Publication } from '../domain/publication.ts';

/** From a document to the archive page that holds what is older (RFC 5005 §4). */
export function archiveLink({ homeUrl }: Publication, number: number) {
  return { rel: 'prev-archive', href: `${homeUrl}${archiveFileName(number)}` };
}

/** File of an archive page inside the folder of the publication. */
export function archiveFileName(number: number): string {
  return `archive/${number}.atom`;
}
