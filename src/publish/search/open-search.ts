import type { SiteConfig } from '../../domain/config.ts';
import { cleanLine, cutAtWord } from '../clean.ts';
import { escapeMarkup } from '../escape.ts';
import { uiWords } from '../ui-words.ts';

/** Longest short name that OpenSearch 1.1 allows, in characters. */
const shortNameMax = 16;

/** OpenSearch 1.1 description: browsers offer the site as a place to search. */
export function openSearchDescription(site: SiteConfig, publicUrl: string): string {
  const title = cleanLine(site.title);
  const base = escapeMarkup(publicUrl);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeMarkup(cutAtWord(title, shortNameMax))}</ShortName>
  <Description>${escapeMarkup(cutAtWord(`${title}: ${uiWords(site.language).tagline}`, 1_000))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${base}/search?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
