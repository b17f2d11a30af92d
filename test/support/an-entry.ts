import type { Attribution, Entry } from '../../src/domain/publication.ts';

/** 7 February 2026, 09:00 UTC. */
export const aMorning = Date.UTC(2026, 1, 7, 9);

/** Who reported a story: an Azerbaijani agency unless said otherwise. */
export function anAttribution(overrides: Partial<Attribution> = {}): Attribution {
  return {
    sourceId: 'turan',
    outlet: 'Turan',
    feedUrl: 'https://turan.example/rss',
    link: 'https://turan.example/news/1',
    title: 'Bakıda görüş keçirilib',
    language: 'az',
    country: 'AZ',
    published: aMorning,
    ...overrides,
  };
}

/** A story as published, told by one outlet. */
export function anEntry(overrides: Partial<Entry> = {}): Entry {
  return {
    id: 'tag:news.example.org,2026:story/aaaaaaaaaaaaaaaaaaaa',
    storyId: 'aaaaaaaaaaaaaaaaaaaa',
    title: 'Bakıda görüş keçirilib',
    link: 'https://turan.example/news/1',
    summary: 'Tərəflər sərhəd ticarətini müzakirə ediblər.',
    language: 'az',
    direction: 'ltr',
    published: aMorning,
    updated: aMorning,
    authors: [],
    categories: [],
    enclosures: [],
    shownBy: anAttribution(),
    alsoReportedBy: [],
    ...overrides,
  };
}
