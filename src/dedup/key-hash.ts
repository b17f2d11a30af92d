import { hash } from 'node:crypto';
import type { ItemKey, ItemKeyKind } from '../domain/item.ts';

/** A lookup key common to all sources: 64 bits of SHA-256 over kind and value. */
export function hashKey(kind: ItemKeyKind, value: string): ItemKey {
  return {
    kind,
    hash: hash('sha256', `${kind}\n${value}`).slice(0, 16),
  };
}

/** Another 32-bit number for every seed (murmur's finish), so that each seed has its own order. */
export function spread(value: number, seed: number): number {
  let hash = value ^ Math.imul(seed + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
