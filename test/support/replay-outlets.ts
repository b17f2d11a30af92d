import type { ItemWrite } from '../../src/domain/intent.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Source } from '../../src/domain/source.ts';
import { aKey } from './an-item.ts';
import { aSource } from './sources.ts';

export const languages = ['az', 'fa', 'en'];

export const sources: readonly Source[] = Array.from({ length: 9 }, (_, number) =>
  aSource({
    id: `outlet-${number}`,
    title: `Outlet ${number}`,
    url: `https://outlet-${number}.example/rss`,
    language: languages[number % 3] ?? 'az',
    rank: 1 + (number % 4),
    permission: (['link', 'summary', 'full'] as const)[number % 3] ?? 'summary',
  }),
);

/** A report as it was told first. */
export interface Told {
  readonly at: number;
  readonly sourceId: string;
  readonly write: ItemWrite;
  /** Guid of the report that it was a copy of when it came first. */
  readonly copyOf?: string;
}

/** Who tells an article of that address; an outlet that is configured no more goes by its host. */
export function outletsOf(link: string) {
  const source = sources.find(({ id }) => link.startsWith(`https://${id}.example/`));
  if (source === undefined) return [];
  const { title, url: feedUrl, language, id } = source;
  const bare = { title: `${id}.example`, feedUrl: `https://${id}.example/`, language };
  return id === 'outlet-1' ? [{ title, feedUrl, language }, bare] : [{ title, feedUrl, language }];
}

/**
 * The same article as its outlet carries it later: under another guid, and with another title where it
 * was edited. Its address is all that stays.
 */
export function changed(item: Item, isEdited: boolean, now: number): Item {
  const title = isEdited ? `++ ${item.title}` : item.title;
  const guid = `${item.guid}-again-${now}`;
  const address = item.keys.filter(({ kind }) => kind === 'link');
  return {
    ...item,
    title,
    guid,
    contentHash: aKey('content', title).hash.repeat(4),
    keys: [aKey('id:guid', `${item.sourceId} ${guid}`), ...address, aKey('content', guid)],
  };
}

/** One of the events, each as often as its weight says; `at` is from 0 to 1. */
export function weighted<T extends readonly [string, number, unknown]>(
  events: readonly T[],
  at: number,
) {
  const total = events.reduce((sum, [, weight]) => sum + weight, 0);
  let end = 0;
  for (const event of events) {
    end += event[1] / total;
    if (at < end) return event;
  }
  return events[0] as T;
}
