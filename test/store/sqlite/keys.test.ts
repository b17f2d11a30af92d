import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/store/sqlite/connect.ts';
import { missingKeys, packKeys, unpackKeys } from '../../../src/store/sqlite/keys.ts';
import { createSqliteStore } from '../../../src/store/sqlite/store.ts';
import { aNewItem, anIntent } from '../../support/an-intent.ts';
import { aKey, anItem, seedMorning } from '../../support/an-item.ts';
import { aSource } from '../../support/sources.ts';

const kinds = ['id:guid', 'id:link', 'id:title-date', 'link', 'content', 'near', 'story'] as const;

describe('keys', () => {
  it('come out of their packed form as they went in', () => {
    const digit = fc.constantFrom(...'0123456789abcdef');
    const hash = fc.array(digit, { minLength: 16, maxLength: 16 }).map((digits) => digits.join(''));
    const keys = fc.array(fc.record({ kind: fc.constantFrom(...kinds), hash }));
    fc.assert(
      fc.property(keys, (list) => {
        expect(unpackKeys(packKeys(list))).toEqual(list);
      }),
    );
  });

  it('are missing from a packed list unless one stands there whole', () => {
    const [a, b] = [aKey('link', 'a'), aKey('near', 'b')];
    const packed = packKeys([a, b]);
    expect(missingKeys(packed, [a, b, a])).toEqual([]);
    expect(missingKeys(packed, [{ ...a, kind: 'content' }])).toHaveLength(1);
    expect(missingKeys(new Uint8Array(), [a, b, a])).toEqual([a, b]);
    // The bytes of another key, but from the middle of one to the middle of the next.
    const bytes = Buffer.concat([packed.subarray(0, 1), Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 1])]);
    const shifted = { kind: 'link' as const, hash: '0000000000000001' };
    const list = Buffer.concat([bytes, Buffer.alloc(8)]);
    expect(missingKeys(list, [shifted])).toEqual([shifted]);
  });

  it('take at most 250 bytes of the file for ten of one item', async () => {
    const db = connect({ file: ':memory:' });
    const store = createSqliteStore(db);
    await store.syncSources([aSource({ id: 'azertag' })], seedMorning);
    const [lease] = await store.leaseDueSources({
      now: seedMorning,
      limit: 1,
      owner: 'w',
      ttlMs: 1,
    });
    if (!lease) throw new Error('nothing was leased');
    const items = 2_000;
    const writes = Array.from({ length: items }, (_, n) => {
      const keys = Array.from({ length: 10 }, (_, k) => aKey(kinds[k % 7] ?? 'near', `${n} ${k}`));
      return aNewItem(anItem({ title: `Report ${n}`, keys }));
    });
    await store.commitIngest(anIntent(lease, writes));
    const size = db.get<{ bytes: number }>(
      "SELECT sum(pgsize) AS bytes FROM dbstat WHERE name IN ('item_keys', 'window_keys')",
    );
    await store.close();
    expect((size?.bytes ?? Number.NaN) / items).toBeLessThan(250);
  });
});
