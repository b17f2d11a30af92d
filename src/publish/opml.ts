import type { SiteConfig } from '../domain/config.ts';
import type { Rendered } from '../domain/publication.ts';
import type { Source } from '../domain/source.ts';
import type { Topic } from '../domain/topic.ts';
import { topicTitle, variantFolder } from './build-publication.ts';
import { cleanLine, httpUrl, isMailAddress } from './clean.ts';
import { escapeMarkup } from './escape.ts';
import { languageName } from './ui-words.ts';

/** No registered type: what OPML 2.0 readers and servers use. */
const mediaType = 'text/x-opml; charset=utf-8';

interface Outline {
  readonly text: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly Outline[];
}

/** Our topics as a subscription list: a folder a topic, with all languages first, then each. */
export function topicsOpml(
  site: SiteConfig,
  publicUrl: string,
  topics: readonly Topic[],
): Rendered {
  const outlines = topics.map((topic): Outline => {
    const title = topicTitle(topic, site.language, site.language);
    const byLanguage = topic.languages.map((language) => {
      const text = `${topicTitle(topic, language, site.language)} (${languageName(language)})`;
      return feedOutline(text, `${publicUrl}/${variantFolder(topic.id, language)}`, language);
    });
    const all = feedOutline(title, `${publicUrl}/${variantFolder(topic.id, 'all')}`);
    return { text: title, children: [all, ...byLanguage] };
  });
  const body = opmlDocument('topics', site, outlines);
  return { path: 'topics.opml', mediaType, body };
}

function feedOutline(text: string, homeUrl: string, language?: string): Outline {
  const xmlUrl = `${homeUrl}atom.xml`;
  return {
    text,
    // No `version`: the values that OPML 2.0 knows are those of RSS.
    attributes: { type: 'rss', language, xmlUrl, htmlUrl: homeUrl },
  };
}

/** The outlets we read, by country; feeds whose address holds a secret stay out. */
export function sourcesOpml(site: SiteConfig, sources: readonly Source[]): Rendered {
  const enabled = sources.filter(({ enabled: isEnabled }) => isEnabled);
  const countries = [...new Set(enabled.map(({ country }) => country))].sort();
  const outlines = countries.map((country) => ({
    text: country,
    children: enabled.filter((source) => source.country === country).flatMap(outletOutline),
  }));
  const filled = outlines.filter(({ children }) => children.length > 0);
  const body = opmlDocument('sources', site, filled);
  return { path: 'sources.opml', mediaType, body };
}

function outletOutline({ id, title, url, publicUrl, language }: Source): readonly Outline[] {
  const xmlUrl = httpUrl(publicUrl ?? url);
  if (xmlUrl === undefined) return [];
  return [{ text: cleanLine(title) || id, attributes: { type: 'rss', language, xmlUrl } }];
}

/** OPML 2.0. Without dates: the same lists give the same bytes. */
function opmlDocument(what: string, site: SiteConfig, outlines: readonly Outline[]): string {
  const title = [cleanLine(site.title), what].filter((part) => part !== '').join(': ');
  // A body has at least one outline: a list of nothing has one that only says what it would list.
  const listed = outlines.length > 0 ? outlines : [{ text: title }];
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escaped(title)}</title>${ownerOf(site.contact)}
  </head>
  <body>
${listed.map((outline) => outlineText(outline, '    ')).join('')}  </body>
</opml>
`;
}

/** Where to write to: a mail address, or a page that says how to reach someone; else nothing. */
function ownerOf(contact = ''): string {
  const line = cleanLine(contact);
  if (isMailAddress(line)) return `\n    <ownerEmail>${escaped(line)}</ownerEmail>`;
  const page = httpUrl(line);
  return page === undefined ? '' : `\n    <ownerId>${escaped(page)}</ownerId>`;
}

function outlineText({ text, attributes = {}, children = [] }: Outline, indent: string): string {
  const named = { text, title: text, ...attributes };
  const pairs = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : ` ${name}="${escaped(value)}"`,
  );
  if (children.length === 0) return `${indent}<outline${pairs.join('')}/>\n`;
  const inner = children.map((child) => outlineText(child, `${indent}  `)).join('');
  return `${indent}<outline${pairs.join('')}>\n${inner}${indent}</outline>\n`;
}

function escaped(text: string): string {
  return escapeMarkup(cleanLine(text));
}
