import type { Source } from '../../src/domain/source.ts';

/** A source with the defaults of an Azerbaijani agency. */
export function aSource(overrides: Partial<Source> = {}): Source {
  return {
    id: 'turan',
    url: 'https://turan.example/rss',
    title: 'Turan',
    language: 'az',
    country: 'AZ',
    kind: 'agency',
    rank: 1,
    permission: 'summary',
    enabled: true,
    everyMs: 1_800_000,
    timeoutMs: 20_000,
    ...overrides,
  };
}
