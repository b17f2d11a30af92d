import { AppError } from '../../domain/errors.ts';
import { day, type Instant } from '../../domain/instant.ts';
import { distinctKeys, type ItemKey, type ItemKeyKind } from '../../domain/item.ts';

/**
 * The number of a kind in the file is its place here: append only. Surest kind first, but for the last,
 * which came later and is looked at after all others.
 */
const kinds: readonly ItemKeyKind[] = [
  'id:guid',
  'id:link',
  'id:title-date',
  'link',
  'content',
  'near',
  'story',
  'id:name',
];

const numbers = new Map(kinds.map((kind, number) => [kind, number]));

/** Kinds that are looked up only among newer items, and swept by day. */
const windowed: ReadonlySet<ItemKeyKind> = new Set<ItemKeyKind>(['content', 'near', 'story']);

/** One byte of kind and eight of hash. */
const packedBytes = 9;

/** Number of a kind in `item_keys`; lower is surer. */
export function kindNumber(kind: ItemKeyKind): number {
  const number = numbers.get(kind);
  if (number === undefined) throw new AppError('invalid', `item key: unknown kind ${kind}`);
  return number;
}

export function isWindowed(kind: ItemKeyKind): boolean {
  return windowed.has(kind);
}

/** The table that holds keys of a kind. */
export function keyTable(kind: ItemKeyKind): 'item_keys' | 'window_keys' {
  return isWindowed(kind) ? 'window_keys' : 'item_keys';
}

/** Whole days since 1970 in UTC. */
export function dayOf(instant: Instant): number {
  return Math.floor(instant / day);
}

/** The 64 bits as SQLite holds them, signed. Throws `invalid` for anything but 16 hex digits. */
export function hashNumber(hash: string): bigint {
  if (!/^[0-9a-f]{16}$/.test(hash)) {
    throw new AppError('invalid', `item key: hash "${hash}" is not 16 lower-case hex digits`);
  }
  return BigInt.asIntN(64, BigInt(`0x${hash}`));
}

/** All keys of an item in one value: the list that `item_keys`, indexed by hash, cannot give. */
export function packKeys(keys: readonly ItemKey[]): Uint8Array {
  const bytes = Buffer.alloc(keys.length * packedBytes);
  for (const [index, key] of keys.entries()) {
    bytes.writeUInt8(kindNumber(key.kind), index * packedBytes);
    bytes.writeBigInt64BE(hashNumber(key.hash), index * packedBytes + 1);
  }
  return bytes;
}

/** Keys in the order they were packed. */
export function unpackKeys(packed: Uint8Array): readonly ItemKey[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const keys: ItemKey[] = [];
  for (let at = 0; at + packedBytes <= bytes.length; at += packedBytes) {
    const kind = kinds[bytes.readUInt8(at)];
    // A kind that this version does not know is left unread rather than misread.
    if (kind) keys.push({ kind, hash: bytes.toString('hex', at + 1, at + packedBytes) });
  }
  return keys;
}

/** Those of these keys that a packed list does not hold, each once. */
export function missingKeys(packed: Uint8Array, keys: readonly ItemKey[]): readonly ItemKey[] {
  // As text of one byte a letter: a search in it is the engine's own, where unpacking would make an
  // object of each of some forty keys.
  const list = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('latin1');
  const isPacked = (key: ItemKey): boolean => {
    const bytes = Buffer.from(packKeys([key])).toString('latin1');
    let at = list.indexOf(bytes);
    while (at >= 0 && at % packedBytes !== 0) at = list.indexOf(bytes, at + 1);
    return at >= 0;
  };
  return distinctKeys(keys).filter((key) => !isPacked(key));
}

/** Identity first, surest kind first; keys of one kind keep their order. */
export function surestFirst(keys: readonly ItemKey[]): readonly ItemKey[] {
  return keys.toSorted((a, b) => kindNumber(a.kind) - kindNumber(b.kind));
}
