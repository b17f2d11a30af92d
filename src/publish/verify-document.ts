import type { Rendered } from '../domain/publication.ts';
import { findXmlFault } from './find-xml-fault.ts';

/**
 * Why a document must not replace the last good one, or undefined when it is well-formed. The
 * judge shares no code with the writers. Pages are not judged by syntax, as HTML has no faults a
 * browser would not mend, but they must be whole.
 */
export function verifyDocument({ path, mediaType, body }: Rendered): string | undefined {
  const fault = findFault(mediaType, body);
  return fault === undefined ? undefined : `${path}: ${fault}`;
}

function findFault(mediaType: string, body: string): string | undefined {
  const type = mediaType.split(';')[0]?.trim() ?? '';
  if (hasLoneSurrogate(body)) return 'half a surrogate pair cannot be encoded in UTF-8';
  if (type.endsWith('xml') || type.endsWith('opml')) return findXmlFault(body);
  if (type.endsWith('json')) return findJsonFault(body);
  if (type === 'text/html' && !body.trimEnd().endsWith('</html>')) return 'the page has no end';
  return undefined;
}

function findJsonFault(body: string): string | undefined {
  try {
    JSON.parse(body);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
