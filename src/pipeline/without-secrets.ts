import type { ParsedFeed } from '../domain/parsed-feed.ts';
import type { Source } from '../domain/source.ts';
import { redactSecrets } from '../text/redact-url.ts';

/** Shorter values are too likely to be words of the news. */
const secretCharactersMin = 8;

/**
 * The document of a source that is asked with a secret, the secret taken out: private feeds put the
 * reader's own token into the links of their items, which we publish.
 */
export function withoutSecrets(
  document: ParsedFeed,
  source: Source,
  secrets: readonly string[],
): ParsedFeed {
  const isAskedOpenly = source.publicUrl === undefined && source.headers === undefined;
  const hidden = secrets.filter((secret) => secret.length >= secretCharactersMin);
  return isAskedOpenly || hidden.length === 0 ? document : redactTree(document, hidden);
}

function redactTree<T>(value: T, secrets: readonly string[]): T;
function redactTree(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redactSecrets(value, secrets);
  if (Array.isArray(value)) return value.map((part) => redactTree(part, secrets));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, redactTree(part, secrets)]);
  return Object.fromEntries(parts);
}
