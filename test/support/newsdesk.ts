import { decide } from '../../src/dedup/decide.ts';
import { storyKeys } from '../../src/dedup/story/story-keys.ts';
import type { Candidate, DedupDecision } from '../../src/domain/dedup.ts';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Hit, MatchInput } from '../../src/domain/match.ts';
import type { ParsedItem } from '../../src/domain/parsed-feed.ts';
import { normaliseDocument } from '../../src/normalise/normalise-document.ts';
import { aParsedFeed } from './parsed-feeds.ts';
import { aSource } from './sources.ts';

type Annotate = (input: MatchInput) => readonly Hit[];

/** One report as a test writes it; everything left out takes a plain default. */
export interface Report {
  readonly title: string;
  readonly summary?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly published?: string;
  readonly source?: string;
  readonly language?: string;
}

interface Kept {
  readonly candidate: Candidate;
  readonly item: Item;
}

/** A store of reports in memory that decides about each as the pipeline does. */
export class Newsdesk {
  private readonly kept: Kept[] = [];
  private readonly annotate: Annotate;

  constructor(annotate: Annotate = () => []) {
    this.annotate = annotate;
  }

  /** Reads one report and answers what became of it, and in which story it stands. */
  read(report: Report): { readonly decision: DedupDecision; readonly storyId: string } {
    const item = itemOf(report, this.annotate);
    const decision = decide({
      item,
      candidates: this.candidatesOf(item),
      annotate: this.annotate,
      now: item.published,
    });
    const storyId = this.storyOf(decision);
    if (decision.kind !== 'known') this.keep(item, decision, storyId);
    return { decision, storyId };
  }

  /** How many keys each stored report has. */
  get keyCounts(): readonly number[] {
    return this.kept.map(({ item }) => item.keys.length);
  }

  private candidatesOf(item: Item): readonly Candidate[] {
    return this.kept
      .map(({ candidate, item: stored }) => ({
        ...candidate,
        sharedKeys: item.keys.filter((key) =>
          stored.keys.some((other) => other.kind === key.kind && other.hash === key.hash),
        ),
      }))
      .filter((candidate) => candidate.sharedKeys.length > 0)
      .sort((a, b) => b.sharedKeys.length - a.sharedKeys.length);
  }

  private storyOf(decision: DedupDecision): string {
    if (decision.kind === 'duplicate' || decision.kind === 'same-story') return decision.storyId;
    if (decision.kind === 'new') return `story-${this.kept.length + 1}`;
    return this.kept[decision.itemId - 1]?.candidate.storyId ?? 'unknown';
  }

  private keep(item: Item, decision: DedupDecision, storyId: string): void {
    const candidate: Candidate = {
      itemId: this.kept.length + 1,
      storyId,
      sourceId: item.sourceId,
      language: item.language,
      title: item.title,
      summary: item.summary,
      ...(item.link === undefined ? {} : { link: item.link }),
      ...(item.guid === undefined ? {} : { guid: item.guid }),
      published: item.published,
      firstSeenAt: item.published,
      contentHash: item.contentHash,
      ...(decision.kind === 'duplicate' ? { duplicateOf: decision.of } : {}),
      sharedKeys: [],
    };
    this.kept.push({ candidate, item });
  }
}

function itemOf(report: Report, annotate: Annotate): Item {
  const entry: Partial<ParsedItem> = {
    title: report.title,
    published: report.published ?? '2026-02-07T10:00:00Z',
    ...(report.summary === undefined ? {} : { summary: report.summary }),
    ...(report.link === undefined ? {} : { link: report.link }),
    ...(report.guid === undefined ? {} : { id: report.guid }),
  };
  const { items } = normaliseDocument({
    document: aParsedFeed([entry]),
    source: aSource({ id: report.source ?? 'turan', language: report.language ?? 'az' }),
    trust: fullTrust,
    now: Date.parse(String(entry.published)),
  });
  const item = items[0];
  if (item === undefined) throw new Error(`dropped: ${report.title}`);
  return { ...item, keys: [...item.keys, ...storyKeys(item, annotate)] };
}

/** What becomes of `b` when only `a` is stored: `same`, `story` or `apart`. */
export function verdictOn(a: Report, b: Report, annotate?: Annotate): 'same' | 'story' | 'apart' {
  const desk = new Newsdesk(annotate);
  desk.read(a);
  const { kind } = desk.read(b).decision;
  if (kind === 'known' || kind === 'duplicate') return 'same';
  return kind === 'same-story' ? 'story' : 'apart';
}
