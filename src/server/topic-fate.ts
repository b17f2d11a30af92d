import type { Reading } from '../app/open-reading.ts';
import { listWithdrawn, type Withdrawn } from '../app/withdrawn.ts';
import type { TopicId } from '../domain/ids.ts';
import type { Topic } from '../domain/topic.ts';

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
  let withdrawn: Promise<Withdrawn> | undefined;
  let since = 0;
  let setup = app.setup;
  const findWithdrawn = (): Promise<Withdrawn> => {
    const now = performance.now();
    if (withdrawn === undefined || setup !== app.setup || now - since > removedKeptMs) {
      setup = app.setup;
      since = now;
      withdrawn = listWithdrawn(app);
      // A store that cannot be read now may be at the next request.
      withdrawn.catch(() => {
        withdrawn = undefined;
      });
    }
    return withdrawn;
  };
  /** A language that the topic is published in no more. */
  const fateOfVariant = async ({ id, languages }: Topic, rest = '') => {
    const [, folder] = /^([^/.]+)(?:\/|$)/.exec(rest) ?? [];
    if (folder === undefined || folder === 'archive' || languages.includes(folder))
      return undefined;
    const dropped = (await findWithdrawn()).languages.get(id);
    return dropped?.includes(folder) ? ({ kind: 'removed' } as const) : undefined;
  };
  return {
    find: async (urlPath) => {
      const [, id, rest] = /^\/topics\/([^/]+)(?:\/(.*))?$/.exec(urlPath) ?? [];
      if (id === undefined) return undefined;
      const { topics } = app.setup.config;
      const topic = topics.find((one) => one.id === id);
      if (topic !== undefined) return fateOfVariant(topic, rest);
      const renamed = topics.find(({ aliases }) => aliases.includes(id));
      if (renamed !== undefined) return { kind: 'renamed', location: toNewId(renamed.id, rest) };
      return (await findWithdrawn()).topics.has(id) ? { kind: 'removed' } : undefined;
    },
  };
}

/** Relative, so that it holds under a sub-path and can never lead to another host. */
function toNewId(id: TopicId, rest: string | undefined): string {
  if (rest === undefined) return `${id}/`;
  return `${'../'.repeat(rest.split('/').length)}${id}/${rest}`;
}
