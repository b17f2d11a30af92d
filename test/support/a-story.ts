import { minute } from '../../src/domain/instant.ts';
import type { StoredItem } from '../../src/domain/item.ts';
import type { Match } from '../../src/domain/match.ts';
import type { StoryInTopic } from '../../src/domain/story.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { aMorning } from './an-entry.ts';

/** A topic of two sides in two languages. */
export function aTopic(given: Partial<Topic> = {}): Topic {
  return {
    id: 'azerbaijan-iran',
    title: { en: 'Azerbaijan–Iran relations', fa: 'روابط جمهوری آذربایجان و ایران' },
    rule: { between: ['azerbaijan', 'iran'] },
    languages: ['az', 'fa'],
    aliases: [],
    examples: { match: [], reject: [] },
    ...given,
  };
}

/** An item as the store gives it; link, guid and hash follow from its id unless given. */
export function aStoredItem(given: Partial<StoredItem> = {}): StoredItem {
  const id = given.id ?? 1;
  const sourceId = given.sourceId ?? 'turan';
  const published = given.published ?? aMorning;
  const firstSeenAt = given.firstSeenAt ?? published + minute;
  return {
    id,
    storyId: storyIdOf(1),
    sourceId,
    language: 'az',
    country: 'AZ',
    guid: `${sourceId}-${id}`,
    title: `Bakıda görüş keçirilib ${id}`,
    link: `https://${sourceId}.example/news/${id}`,
    summary: 'Tərəflər sərhəd ticarətini müzakirə ediblər.',
    contentHtml: '',
    authors: [],
    categories: [],
    enclosures: [],
    published,
    isPublishedEstimated: false,
    contentHash: `${id}`.padStart(64, '0'),
    keys: [],
    firstSeenAt,
    lastSeenAt: firstSeenAt,
    revisedAt: firstSeenAt,
    ...given,
  };
}

/** A story id that sorts by its number. */
export function storyIdOf(number: number): string {
  return `story${String(number).padStart(15, '0')}`;
}

/** A story told by these items; all of them match the topic unless said otherwise. */
export function aStory(
  number: number,
  items: readonly StoredItem[],
  doesMatch: (item: StoredItem) => boolean = () => true,
): StoryInTopic {
  const id = storyIdOf(number);
  const told = items.map((item) => ({ ...item, storyId: id }));
  return {
    story: {
      id,
      entryId: `tag:news.example.org,2026:story/${id}`,
      createdAt: told[0]?.firstSeenAt ?? aMorning,
    },
    items: told,
    matches: told.filter(doesMatch).map(({ id: itemId }) => aMatch(itemId)),
  };
}

function aMatch(itemId: number): Match {
  return {
    itemId,
    topicId: 'azerbaijan-iran',
    matched: true,
    score: 3,
    evidence: {
      hits: [],
      masked: [],
      vetoes: [],
      missing: [],
      threshold: 3,
      ruleVersion: '0000000000000000',
    },
  };
}
