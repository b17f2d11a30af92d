import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { threadUrl } from '../contract/backends.ts';
import { aNewItem, anIntent } from '../support/an-intent.ts';
import { anItem, seedMorning } from '../support/an-item.ts';
import { aSource } from '../support/sources.ts';
import { tempFolder } from '../support/temp-store.ts';

describe('openStore', () => {
  it.each([
    { url: 'postgres://araz:secret@db.example/araz', says: /^database URL: postgres is not built/ },
    { url: 'POSTGRESQL://db', says: /postgresql is not built/ },
    { url: 'mysql:araz', says: /mysql is not built/ },
    { url: 'data/araz.db', says: /names no engine; write sqlite:/ },
    { url: '', says: /names no engine/ },
    { url: 'sqlite:', says: /names no file/ },
    { url: 'sqlite://araz.db', says: /names no file/ },
  ])('refuses "$url" and says what to write', async ({ url, says }) => {
    const error = await openStore({ url, inProcess: true }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AppError', code: 'config' });
    expect(String(error)).toMatch(new RegExp(says.source.replace('^', 'AppError: ')));
    expect(String(error)).not.toContain('secret');
  });

  it.each([
    { where: 'in process', given: { inProcess: true } },
    { where: 'on a thread', given: { threadUrl } },
  ])('makes the folder and keeps what was stored for the next opening, $where', async (row) => {
    const file = path.join(await tempFolder(), 'new', 'folder', 'araz.db');
    const url = `sqlite:${file}`;
    const first = await openStore({ url, ...row.given });
    await first.freezeAuthority('news.example,2026');
    await first.close();
    const second = await openStore({ url, ...row.given });
    expect(await second.freezeAuthority('other')).toBe('news.example,2026');
    await second.close();
    // A clean end leaves one file, which can be copied as it is.
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it.each([
    { where: 'in process', given: { inProcess: true } },
    { where: 'on a thread', given: { threadUrl } },
  ])('says not-found when there is nothing to read, and makes nothing, $where', async (row) => {
    const file = path.join(await tempFolder(), 'araz.db');
    const opening = openStore({ url: `sqlite:${file}`, readOnly: true, ...row.given });
    await expect(opening).rejects.toMatchObject({ name: 'AppError', code: 'not-found' });
    expect(existsSync(file)).toBe(false);
  });

  it('reads beside a running writer, sees what it commits, and writes nothing', async () => {
    const url = `sqlite:${path.join(await tempFolder(), 'araz.db')}`;
    const writer = await openStore({ url, threadUrl });
    const reader = await openStore({ url, inProcess: true, readOnly: true });
    await writer.syncSources([aSource({ id: 'azertag' })], seedMorning);
    expect(await reader.listSourceStates()).toHaveLength(1);
    const request = { now: seedMorning, limit: 1, owner: 'w', ttlMs: 1 };
    const [lease] = await writer.leaseDueSources(request);
    if (!lease) throw new Error('nothing was leased');
    const intent = anIntent(lease, [aNewItem(anItem())]);
    await expect(reader.commitIngest(intent)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(reader.leaseDueSources(request)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await reader.listItems(0, 9)).toEqual([]);
    await writer.commitIngest(intent);
    expect(await reader.listItems(0, 9)).toHaveLength(1);
    await reader.close();
    await writer.close();
  });
});
