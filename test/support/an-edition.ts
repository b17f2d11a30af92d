import type { Edition, Publication } from '../../src/domain/publication.ts';
import { aMorning, anEntry } from './an-entry.ts';

/** The document of all languages of a topic. */
export function aPublication(overrides: Partial<Publication> = {}): Publication {
  return {
    topicId: 'azerbaijan-iran',
    variant: 'all',
    title: 'Azerbaijan–Iran relations',
    description: 'What both say and do.',
    language: 'en',
    homeUrl: 'https://news.example.org/topics/azerbaijan-iran/',
    feedId: 'tag:news.example.org,2026:topic/azerbaijan-iran',
    siteTitle: 'Araz',
    siteUrl: 'https://news.example.org/',
    timezone: 'Asia/Baku',
    hubs: [],
    languages: ['az', 'fa'],
    ttlMinutes: 15,
    ...overrides,
  };
}

/** An edition of one entry. */
export function anEdition(overrides: Partial<Edition> = {}): Edition {
  return {
    publication: aPublication(),
    updated: aMorning,
    entries: [anEntry()],
    deleted: [],
    ...overrides,
  };
}
