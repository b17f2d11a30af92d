import { createHash } from 'node:crypto';
import type { ItemKey, ItemKeyKind } from '../domain/item.ts';

/** SHA-256 hex over the parts; no two different lists of parts give one input. */
export function hashParts(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}

/** A lookup key: 64 bits of the hash over kind, scope (source id, or empty) and value. */
export function buildKey(kind: ItemKeyKind, scope: string, value: string): ItemKey {
  return { kind, hash: hashParts([kind, scope, value]).slice(0, 16) };
}
