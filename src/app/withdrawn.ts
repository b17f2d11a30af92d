import type { LanguageTag, TopicId } from '../domain/ids.ts';
import type { Reading } from './open-reading.ts';

/** What was published once and is configured no more: its addresses answer 410. */
export interface Withdrawn {
  /** Ids under which no topic is configured, former ids of renamed ones among them. */
  readonly topics: ReadonlySet<TopicId>;
  /** By topic, the languages that it is published in no more. */
  readonly languages: ReadonlyMap<TopicId, readonly LanguageTag[]>;
}

export async function listWithdrawn({
  store,
  setup,
}: Pick<Reading, 'store' | 'setup'>): Promise<Withdrawn> {
  const { topics } = setup.config;
  const configured = new Map(topics.map((topic) => [topic.id, topic]));
  const aliases = new Set(topics.flatMap((topic) => topic.aliases));
  const removed = new Set<TopicId>();
  const languages = new Map<TopicId, readonly LanguageTag[]>();
  const isKnown = (id: TopicId) => configured.has(id) || aliases.has(id);
  for (const former of (await store.listRenamedTopics()).keys()) {
    if (!isKnown(former)) removed.add(former);
  }
  for (const { topicId, variant } of await store.listPublishedVariants()) {
    const topic = configured.get(topicId);
    if (!isKnown(topicId)) removed.add(topicId);
    if (topic === undefined || variant === 'all' || topic.languages.includes(variant)) continue;
    languages.set(topicId, [...(languages.get(topicId) ?? []), variant]);
  }
  return { topics: removed, languages };
}
