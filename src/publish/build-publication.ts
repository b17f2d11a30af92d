import type { SiteConfig } from '../domain/config.ts';
import type { LanguageTag } from '../domain/ids.ts';
import type { Publication, Variant } from '../domain/publication.ts';
import type { Topic } from '../domain/topic.ts';
import { cleanLine } from './clean.ts';
import { languageName, uiWords } from './ui-words.ts';

export interface PublicationInput {
  readonly topic: Topic;
  readonly variant: Variant;
  readonly site: SiteConfig;
  /** Base URL of the published tree, without a trailing slash. */
  readonly publicUrl: string;
  /** Frozen authority of the store's `tag:` URIs, year included. */
  readonly authority: string;
  readonly hubs: readonly string[];
  readonly ttlMinutes: number;
}

/** What a topic's edition is in one variant, apart from its entries. */
export function buildPublication(input: PublicationInput): Publication {
  const { topic, variant, site, publicUrl } = input;
  const language = variant === 'all' ? site.language : variant;
  return {
    topicId: topic.id,
    variant,
    title: titleOf(topic, variant, site.language),
    description: cleanLine(topic.description?.[language] ?? uiWords(language).tagline),
    language,
    homeUrl: `${publicUrl}/${variantFolder(topic.id, variant)}`,
    feedId: feedIdOf(topic, variant, input.authority),
    siteTitle: cleanLine(site.title),
    siteUrl: `${publicUrl}/`,
    ...(site.contact ? { contact: cleanLine(site.contact) } : {}),
    timezone: site.timezone,
    hubs: input.hubs,
    languages: topic.languages,
    ttlMinutes: input.ttlMinutes,
  };
}

/** Folder of a variant's documents in the published tree, with a trailing slash and none in front. */
export function variantFolder(topicId: string, variant: Variant): string {
  return variant === 'all' ? `topics/${topicId}/` : `topics/${topicId}/${variant}/`;
}

/** A topic's title in a language, in the next best one where it has none, at last its id. */
export function topicTitle(topic: Topic, language: LanguageTag, fallback: LanguageTag): string {
  const { title } = topic;
  const { [language]: own, [fallback]: next, en } = title;
  const found = own ?? next ?? en ?? Object.values(title)[0];
  return cleanLine(found ?? '') || topic.id;
}

/** A language's document whose title would read like the one of all languages names its language. */
function titleOf(topic: Topic, variant: Variant, siteLanguage: LanguageTag): string {
  const ofAll = topicTitle(topic, siteLanguage, siteLanguage);
  if (variant === 'all') return ofAll;
  const title = topicTitle(topic, variant, siteLanguage);
  return title === ofAll ? `${title} (${languageName(variant)})` : title;
}

/** The first of the former ids stays in the feed's id, so that a renamed topic is the same feed. */
function feedIdOf(topic: Topic, variant: Variant, authority: string): string {
  const name = topic.aliases[0] ?? topic.id;
  return `tag:${authority}:topic/${name}${variant === 'all' ? '' : `/${variant}`}`;
}
