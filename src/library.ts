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
export { readFeed } from './pipeline/read-feed.ts';
