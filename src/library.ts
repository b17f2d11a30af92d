export {
  createDeduper,
  type Deduper,
  type DeduperOptions,
  type Report,
  type Verdict,
} from './app/create-deduper.ts';
export type { DedupEvidence, DedupLayerName } from './domain/dedup.ts';
export type {
  CompiledTopics,
  Evidence,
  Hit,
  MaskedSpan,
  MatchInput,
  MatchOutcome,
  Veto,
} from './domain/match.ts';
export type {
  FeedFormat,
  ParsedCategory,
  ParsedEnclosure,
  ParsedFeed,
  ParsedFeedHead,
  ParsedItem,
  ParsedLink,
  ParsedPerson,
  ReadFailed,
  ReadFailure,
  ReadOptions,
  ReadResult,
  ReadWarning,
} from './domain/parsed-feed.ts';
export type {
  Attribution,
  DeletedEntry,
  Edition,
  Entry,
  Publication,
  Rendered,
  Variant,
} from './domain/publication.ts';
export type { Concept, Topic } from './domain/topic.ts';
export { compileTopics } from './match/compile-topics.ts';
export { shippedConcepts } from './match/concepts/shipped.ts';
export { readFeed } from './pipeline/read-feed.ts';
export { renderEdition } from './publish/formats.ts';
