import type { Edition, Format, Publication, Rendered } from '../domain/publication.ts';
import { variantFolder } from './build-publication.ts';
import { checkEdition } from './check-edition.ts';
import { feedFormats } from './feed-formats.ts';
import { html } from './html.tsx';

/** Every document of an edition: each is written for every variant of every topic. */
export const formats: readonly Format[] = [...feedFormats, html];

/** Path of a format's document inside the published tree. */
export function documentPath({ topicId, variant }: Publication, format: Format): string {
  return `${variantFolder(topicId, variant)}${format.fileName}`;
}

/**
 * All documents of an edition, ready to be verified and written: what programs call. Texts and
 * addresses of outlets may be anything; throws `invalid` where no valid document could be made.
 */
export function renderEdition(edition: Edition): readonly Rendered[] {
  checkEdition(edition);
  return formats.map((format) => ({
    path: documentPath(edition.publication, format),
    mediaType: format.mediaType,
    body: format.render(edition),
  }));
}
