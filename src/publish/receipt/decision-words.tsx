import type { Child } from 'hono/jsx';
import type { DedupEvidence, DedupLayerName } from '../../domain/dedup.ts';
import type { StoredItem } from '../../domain/item.ts';
import { fillWords } from '../fill-words.tsx';
import { listWords } from '../list-words.tsx';
import { percentWords } from '../page-dates.tsx';
import { outletName, type ReceiptView } from './view.tsx';
import { receiptWords } from './words.ts';

/** Shared things named of a story; the rest says no more. */
const thingsMax = 10;

/** What was decided about a report when it came, in words: from the stored layer and its evidence. */
export function decisionWords(item: StoredItem, view: ReceiptView): readonly Child[] {
  const words = receiptWords(view.language);
  const { duplicate, joined } = item;
  if (duplicate !== undefined) {
    const { evidence, layer } = duplicate;
    const share = shareOf(layer, evidence, view);
    const pattern = words[duplicatePattern(layer, evidence, share)];
    return fillWords(pattern, { outlet: outletOf(duplicate.itemId, evidence, view), share });
  }
  if (joined === undefined) return [words.firstReport];
  const { evidence } = joined;
  const outlet = outletOf(Number(evidence['with']), evidence, view);
  return [...fillWords(words.sameStory, { outlet }), ...sharedThings(evidence, view.language)];
}

type Pattern = 'sameLink' | 'sameContent' | 'nearText' | 'nearTitle' | 'sameOther';

function duplicatePattern(
  layer: DedupLayerName,
  { rule }: DedupEvidence,
  share: string | undefined,
): Pattern {
  if (layer === 'same-link') return 'sameLink';
  if (layer === 'same-content') return 'sameContent';
  if (layer !== 'near-text' || share === undefined) return 'sameOther';
  return rule === 'text' ? 'nearText' : 'nearTitle';
}

/** How alike two texts were, as a share in words; undefined where the evidence does not say. */
function shareOf(
  layer: DedupLayerName,
  { rule, text, title }: DedupEvidence,
  { language }: ReceiptView,
): string | undefined {
  if (layer !== 'near-text') return undefined;
  const value = rule === 'text' ? text : title;
  return typeof value === 'number' ? percentWords(value, language) : undefined;
}

/** Who told it before: the item that it was compared with, or at least its source. */
function outletOf(itemId: number, { source }: DedupEvidence, view: ReceiptView): Child {
  const item = view.record.items.find(({ id }) => id === itemId);
  if (item !== undefined) return <strong>{outletName(item, view)}</strong>;
  const id = typeof source === 'string' ? source : '';
  return <bdi>{view.sources.get(id)?.title ?? (id || '…')}</bdi>;
}

function sharedThings(evidence: DedupEvidence, language: string): readonly Child[] {
  const found = ['anchors', 'meanings', 'words'].flatMap((name) => {
    const list = evidence[name];
    return Array.isArray(list) ? list.map(String) : [];
  });
  const named = [...new Set(found)].slice(0, thingsMax);
  if (named.length === 0) return [];
  const things = <>{listWords(named, language)}</>;
  return [' ', ...fillWords(receiptWords(language).inCommon, { things })];
}
