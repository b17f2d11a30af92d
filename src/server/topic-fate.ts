import type { Reading } from '../app/create-app.ts';
import { listRemovedTopics } from '../app/removed-topics.ts';
import type { TopicId } from '../domain/ids.ts';

/** What became of the topic that a path names, when it is not simply there. */
export type TopicFate =
  | { readonly kind: 'renamed'; readonly location: string }
  | { readonly kind: 'removed' };

/** So long a topic may be taken for removed, or not, after the store knows better. */
const removedKeptMs = 60_000;

/** Tells former ids and removed topics from those that are there. */
export interface TopicFates {
  find(urlPath: string): Promise<TopicFate | undefined>;
}

export function createTopicFates(app: Reading): TopicFates {
  let removed: Promise<ReadonlySet<TopicId>> | undefined;
  let since = 0;
  let setup = app.setup;
  const findRemoved = (): Promise<ReadonlySet<TopicId>> => {
    const now = performance.now();
    if (removed === undefined || setup !== app.setup || now - since > removedKeptMs) {
      setup = app.setup;
      since = now;
      removed = listRemovedTopics(app);
      // A store that cannot be read now may be at the next request.
      removed.catch(() => {
        removed = undefined;
      });
    }
    return removed;
  };
  return {
    find: async (urlPath) => {
      const [, id, rest] = /^\/topics\/([^/]+)(?:\/(.*))?$/.exec(urlPath) ?? [];
      if (id === undefined) return undefined;
      const { topics } = app.setup.config;
      if (topics.some((topic) => topic.id === id)) return undefined;
      const renamed = topics.find((topic) => topic.aliases.includes(id));
      if (renamed !== undefined) return { kind: 'renamed', location: toNewId(renamed.id, rest) };
      return (await findRemoved()).has(id) ? { kind: 'removed' } : undefined;
    },
  };
}

/** Relative, so that it holds under a sub-path and can never lead to another host. */
function toNewId(id: TopicId, rest: string | undefined): string {
  if (rest === undefined) return `${id}/`;
  return `${'../'.repeat(rest.split('/').length)}${id}/${rest}`;
}
