import type { DedupEvidence, DedupLayerName } from './dedup.ts';

/** Shared things named of a story; the rest says no more. */
const thingsMax = 8;

/** A decision of dedup, as it was stored with the item. */
export interface DedupReason {
  readonly layer: DedupLayerName;
  readonly evidence: DedupEvidence;
}

/** Why an item was taken for a copy of another, or for a report of the same event, in plain words. */
export function dedupSentence({ layer, evidence }: DedupReason): string {
  switch (layer) {
    case 'same-id':
      return evidence['rung'] === 'moved'
        ? 'its source had it at another address before, under the same name and text'
        : 'its source gave both the same identity';
    case 'same-link':
      return `both link to the same page${evidence['link'] ? `, ${evidence['link']}` : ''}`;
    case 'same-content':
      return 'headline and beginning of the text are the same, word for word';
    case 'near-text':
      return nearWords(evidence);
    case 'same-story':
      return `it tells the same event${thingsInCommon(evidence)}`;
    default:
      return layer satisfies never;
  }
}

function nearWords({ rule, text, title }: DedupEvidence): string {
  const [shareOfText, shareOfTitle] = [shareWords(text), shareWords(title)];
  switch (rule) {
    case 'text':
      return `${shareOfText} of the text and ${shareOfTitle} of the headline are the same`;
    case 'headline':
      return `another headline stands over the same text (${shareOfText} of it is the same)`;
    default:
      return `${shareOfTitle} of the headline is the same, and there is hardly any text to compare`;
  }
}

function shareWords(share: unknown): string {
  return typeof share === 'number' ? `${Math.round(share * 100)} %` : 'much';
}

function thingsInCommon(evidence: DedupEvidence): string {
  const things = ['anchors', 'meanings', 'words'].flatMap((name) => {
    const list = evidence[name];
    return Array.isArray(list) ? list.map(String) : [];
  });
  const named = [...new Set(things)];
  if (named.length === 0) return '';
  const more = named.length > thingsMax ? ', …' : '';
  return `; in common: ${named.slice(0, thingsMax).join(', ')}${more}`;
}
