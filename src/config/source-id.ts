import { idPattern, type SourceId } from '../domain/ids.ts';
import { slugOf } from './schema-text.ts';

/** Host labels that say what is served, not who serves it. */
const serviceLabel = /^(?:www\d?|feeds?|rss\w*|news|m|mobile|api|static|cdn|blog|[a-z]{2})$/;
/** Second-level labels of registries, as in `co.uk` and `com.tr`. */
const registryLabel = /^(?:ac|co|com|edu|gov|info|net|news|org|web)$/;
/** Path parts that only say that this is a feed. */
const feedWord = /^(?:rss\d*|feeds?|atom|xml|index|all|allnews|export|api|default|php|asp|json)$/;

export interface SourceIdRequest {
  readonly url: string;
  /** Used where the host tells nothing: an address, a single name. */
  readonly title?: string;
  readonly language?: string;
  /** Ids that are in use. */
  readonly taken: Iterable<string>;
}

/**
 * An id such as `azertag-az`: the outlet's name in its host and the language. Where that is taken,
 * a telling part of the path or a number makes it unique.
 */
export function proposeSourceId(request: SourceIdRequest): SourceId {
  const taken = new Set(request.taken);
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const name = nameOf(url, request.title);
  const language = slugOf(request.language?.split('-')[0] ?? '');
  const plain = join(name, language);
  const telling = (url?.pathname ?? '').split(/[/.]/).map(slugOf).filter(isTelling);
  const candidates = [plain, ...telling.map((part) => join(name, part, language))];
  const free = candidates.find((candidate) => idPattern.test(candidate) && !taken.has(candidate));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const numbered = join(plain, `${number}`);
    if (!taken.has(numbered)) return numbered;
  }
}

function isTelling(part: string): boolean {
  return part.length > 2 && part.length < 30 && !feedWord.test(part);
}

/** Parts with hyphens between them, cut so that a number still fits in the 64 characters of an id. */
function join(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 64)
    .replace(/-+$/, '');
}

function nameOf(url: URL | undefined, title = ''): string {
  const { hostname = '', host = '' } = url ?? {};
  const labels = hostname.split('.');
  const isAddress = labels.length < 2 || /^[\d.]+$|:/.test(hostname);
  const inHost = isAddress ? '' : slugOf(ownerIn(labels)).slice(0, 40);
  return inHost || nameInTitle(title) || slugOf(host) || 'source';
}

/** The label of a host that says whose it is. */
function ownerIn(labels: readonly string[]): string {
  const owned = labels.slice(0, -1);
  if (owned.length > 1 && registryLabel.test(owned.at(-1) ?? '')) owned.pop();
  return owned.filter((label) => !serviceLabel.test(label)).at(-1) ?? owned.at(-1) ?? '';
}

/** Longest name taken from a title, in characters. */
const titleCharactersMax = 40;

/** What stands before a separator in a title, in whole words; empty where it only says that it is a feed. */
function nameInTitle(title: string): string {
  const [first = ''] = title.trim().split(/\s+[-–—|:•»]\s+|\s*[|»]\s*/u);
  const words = slugOf(first).split('-');
  if (words.every((word) => feedWord.test(word))) return '';
  let name = '';
  for (const word of words) {
    const longer = join(name, word);
    if (longer.length > titleCharactersMax) break;
    name = longer;
  }
  return name || slugOf(first).slice(0, titleCharactersMax);
}
