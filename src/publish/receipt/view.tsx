import type { Child } from 'hono/jsx';
import type { SiteConfig } from '../../domain/config.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { StoredItem } from '../../domain/item.ts';
import type { NamedSource, Permission } from '../../domain/source.ts';
import type { StoryRecord } from '../../domain/story-record.ts';
import type { Topic } from '../../domain/topic.ts';
import { cutAtWord } from '../clean.ts';

/** Longest extract of an outlet's text, in characters, as in the feeds. */
const summaryCharactersMax = 300;

/** What receipts are written by, beside the record. */
export interface ReceiptFrame {
  readonly site: SiteConfig;
  readonly topics: readonly Topic[];
  readonly sources: ReadonlyMap<SourceId, NamedSource>;
}

/** What the parts of a receipt are given. */
export interface ReceiptView extends ReceiptFrame {
  readonly record: StoryRecord;
  readonly language: string;
  readonly isRetracted: boolean;
}

/** What the editor calls the source; its id where it is no longer declared. */
export function outletName(item: StoredItem, { sources }: Pick<ReceiptView, 'sources'>): Child {
  const source = sources.get(item.sourceId);
  return <bdi lang={source?.language}>{source?.title ?? item.sourceId}</bdi>;
}

/** How much of an item's text may be printed. */
export function permissionOf(
  { sourceId }: Pick<StoredItem, 'sourceId'>,
  { sources }: Pick<ReceiptFrame, 'sources'>,
): Permission {
  return sources.get(sourceId)?.permission ?? 'summary';
}

/** The extract of an item that its outlet permits; empty where it permits none or says no more than the title. */
export function permittedSummary(
  item: Pick<StoredItem, 'sourceId' | 'summary' | 'title'>,
  frame: Pick<ReceiptFrame, 'sources'>,
): string {
  if (permissionOf(item, frame) === 'link') return '';
  const summary = cutAtWord(item.summary, summaryCharactersMax);
  return summary === item.title.trim() ? '' : summary;
}
