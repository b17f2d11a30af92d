import { createHash } from 'node:crypto';
import type { ItemId, StoryId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Item } from '../domain/item.ts';
import type { Story } from '../domain/story.ts';

/** Lower-case base32 without padding (RFC 4648 §6 alphabet): safe in a path and in a `tag:` URI. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 100 bits: no two stories of one store will ever meet. */
const idCharacters = 20;

/**
 * Mints the story of a new item. The id is opaque and drawn from what first told the story, so that
 * the same input gives the same ids; from then on it is only ever read from the store.
 */
export function mintStory(item: Item, authority: string, now: Instant): Story {
  return mint([authority, item.sourceId, item.keys[0]?.hash ?? '', item.contentHash], now);
}

/** Mints the story that an editor splits off: another one each time, as the former may have left. */
export function mintSplitStory(itemId: ItemId, authority: string, now: Instant): Story {
  return mint([authority, 'split', String(itemId), String(now)], now);
}

function mint(seed: readonly [authority: string, ...string[]], now: Instant): Story {
  const id = storyIdOf(createHash('sha256').update(seed.join('\n')).digest());
  return { id, entryId: `tag:${seed[0]}:story/${id}`, createdAt: now };
}

function storyIdOf(digest: Uint8Array): StoryId {
  let id = '';
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < idCharacters) {
      bits -= 5;
      id += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return id;
}
