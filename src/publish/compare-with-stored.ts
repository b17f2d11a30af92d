import { createHash } from 'node:crypto';
import type { Instant } from '../domain/instant.ts';
import type { Edition, EditionRecord, Format } from '../domain/publication.ts';
import type { TopicSelection } from '../domain/selection.ts';
import { documentPath } from './formats.ts';

export type EditionContent = Omit<Edition, 'updated' | 'updatedOf'>;

export interface Compared {
  readonly dates: Pick<Edition, 'updated' | 'updatedOf'>;
  /** Of the documents that say something else than what is stored. */
  readonly records: readonly EditionRecord[];
}

/** When each document last changed: now, where it says something new, or when it is stored to have. */
export function compareWithStored(
  { selection, now }: { readonly selection: TopicSelection; readonly now: Instant },
  content: EditionContent,
  formats: readonly Format[],
): Compared {
  const { topicId, variant } = content.publication;
  const stored = new Map(
    selection.editions.filter((r) => r.variant === variant).map((r) => [r.format, r]),
  );
  const records = formats.map((format): EditionRecord => {
    const said = JSON.stringify(format.says({ ...content, updated: 0 }));
    const hash = createHash('sha256').update(`${format.version}\n${said}`).digest('hex');
    const before = stored.get(format.name);
    const path = documentPath(content.publication, format);
    const isSame = before?.hash === hash;
    if (isSame && before.path === path) return before;
    // A renamed topic may say the same elsewhere. Never backwards, whatever the clock does.
    const updated = isSame ? before.updated : Math.max(now, before?.updated ?? 0);
    return { topicId, variant, format: format.name, hash, path, updated };
  });
  return {
    dates: {
      updated: Math.max(...records.map(({ updated }) => updated)),
      updatedOf: Object.fromEntries(records.map(({ format, updated }) => [format, updated])),
    },
    records: records.filter((record) => stored.get(record.format) !== record),
  };
}
