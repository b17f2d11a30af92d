import type { Act } from '../../domain/act.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LeftReason } from '../../domain/publication.ts';
import type { StoryRecord } from '../../domain/story-record.ts';
import type { TreeEntry } from '../../domain/tree-story.ts';
import { unescapeMarkup } from '../escape.ts';

/*
 * A receipt also says for machines under which id its story is told, where, and whether an editor
 * has retracted it: a live document has room for fifty records, and an entry that left while its
 * source was away is in no document at all. The receipt stays.
 */

/** What a receipt says of its story. */
export interface ReceiptStory {
  readonly entryId: string;
  readonly createdAt: Instant;
  readonly retracted?: { readonly at: Instant; readonly reason: string };
  readonly entries: readonly Omit<TreeEntry, 'storyId'>[];
}

const names = { story: 'araz:story', entry: 'araz:entry', retracted: 'araz:retracted' } as const;

/** Elements of the page's head. */
export function StoryFacts({ record }: { readonly record: StoryRecord }) {
  const { story, entries, acts } = record;
  const act = standingRetraction(acts);
  return (
    <>
      <meta name={names.story} content={`${story.entryId} ${iso(story.createdAt)}`} />
      {entries.map(({ topicId, variant, published, updated, leftAt, leftReason }) => {
        const left = leftAt === undefined ? [] : [iso(leftAt), leftReason ?? 'rule'];
        const words = [topicId, variant, iso(published), iso(updated), ...left];
        return <meta name={names.entry} content={words.join(' ')} />;
      })}
      {act && <meta name={names.retracted} content={`${iso(act.at)} ${act.reason}`} />}
    </>
  );
}

function standingRetraction(acts: readonly Act[]): Act | undefined {
  const last = acts.findLast(({ kind }) => kind === 'retract' || kind === 'restore');
  return last?.kind === 'retract' ? last : undefined;
}

/** Undefined of a receipt that says nothing of it, or nothing that can be read. */
export function readReceiptStory(html: string): ReceiptStory | undefined {
  const [[entryId = '', minted = ''] = []] = contentsOf(html, names.story);
  const createdAt = Date.parse(minted);
  if (!/^tag:\S+\/[a-z0-9]+$/.test(entryId) || Number.isNaN(createdAt)) return undefined;
  const [[when = '', ...reason] = []] = contentsOf(html, names.retracted);
  const at = Date.parse(when);
  return {
    entryId,
    createdAt,
    entries: contentsOf(html, names.entry).flatMap(readEntry),
    ...(Number.isNaN(at) ? {} : { retracted: { at, reason: reason.join(' ') } }),
  };
}

const leftReasons: readonly string[] = ['rule', 'retracted', 'split'] satisfies LeftReason[];

function readEntry(words: readonly string[]): ReceiptStory['entries'] {
  const [topicId = '', variant = '', from = '', to = '', left, reason = ''] = words;
  const [published, updated, leftAt] = [Date.parse(from), Date.parse(to), Date.parse(left ?? from)];
  if ([published, updated, leftAt].some(Number.isNaN)) return [];
  const entry = { topicId, variant, published, updated };
  if (left === undefined) return [entry];
  const leftReason = leftReasons.includes(reason) ? (reason as LeftReason) : 'rule';
  return [{ ...entry, leftAt, leftReason }];
}

/** The words of every such element of the head. */
function contentsOf(html: string, name: string): readonly (readonly string[])[] {
  const head = html.slice(0, Math.max(0, html.indexOf('</head>')));
  return [...head.matchAll(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'g'))].map(
    ([, content = '']) => unescapeMarkup(content.replaceAll('&#39;', "'")).split(' '),
  );
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
