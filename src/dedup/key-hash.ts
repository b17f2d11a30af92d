import { createHash } from 'node:crypto';
import type { ItemKey, ItemKeyKind } from '../domain/item.ts';

/** A lookup key common to all sources: 64 bits of SHA-256 over kind and value. */
export function hashKey(kind: ItemKeyKind, value: string): ItemKey {
  return {
    kind,
    hash: createHash('sha256').update(`${kind}\n${value}`).digest('hex').slice(0, 16),
  };
}

/** A 32-bit hash of a short text, another one for every seed (FNV-1a, then murmur's finish). */
export function spread(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
