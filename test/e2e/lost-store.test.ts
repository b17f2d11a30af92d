import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz } from '../support/araz-command.ts';
import { smallFeed } from '../support/small-feed.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

/** A site without an address, whose ids are under a name that was drawn by lot. */
beforeEach(async () => {
  desk = await openNewsdesk();
  desk.configure(({ site, ...config }) => ({ ...config, site: { title: site.title } }));
});

afterEach(() => desk.close());

const read = (name: string): string =>
  readFileSync(path.join(desk.work.publicDir, 'topics/azerbaijan-iran', name), 'utf8');

interface JsonFeed {
  readonly items: readonly { readonly id: string; readonly url: string }[];
}

const idOf = (name: string): string | undefined =>
  (JSON.parse(read('feed.json')) as JsonFeed).items.find(({ url }) => url.endsWith(name))?.id;

function loseStore(): void {
  for (const file of readdirSync(desk.work.dataDir)) {
    if (file.startsWith('araz.db')) rmSync(path.join(desk.work.dataDir, file));
  }
}

const datesOf = (id: string | undefined): readonly string[] => {
  const entry = read('atom.xml')
    .match(/<entry .*?<\/entry>/gs)
    ?.find((one) => one.includes(`<id>${id}<`));
  return ['published', 'updated'].map(
    (name) => new RegExp(`<${name}>(.*?)<`).exec(entry ?? '')?.[1] ?? '',
  );
};

describe('a store that is lost beside the tree it published', () => {
  it('is made anew with the ids of before, and what was retracted stays away', async () => {
    await runAraz([...desk.work.flags, 'poll']);
    const [talks, envoy] = [idOf('/talks'), idOf('/envoy')];
    expect([talks, envoy]).toEqual([expect.any(String), expect.any(String)]);
    const url = 'https://outlet.example/envoy';
    await runAraz([...desk.work.flags, 'retract', url, '--reason', 'untrue']);
    const former = /<id>(tag:[^<]+topic[^<]+)</.exec(read('atom.xml'))?.[1];

    loseStore();
    const { code, stderr } = await runAraz([...desk.work.flags, 'poll']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/"level":"warn".*ids go on under its authority/);
    expect(idOf('/talks')).toBe(talks);
    expect(idOf('/envoy')).toBeUndefined();
    expect(read('atom.xml')).toContain(`<id>${former}<`);
    expect(read('atom.xml')).not.toContain(`<id>${envoy}<`);
    expect((await runAraz([...desk.work.flags, 'poll'])).stderr).not.toContain('authority');
  });

  it('knows the stories again whose reports were edited, or came under another guid', async () => {
    const talks = 'iran-and-azerbaijan-hold-talks';
    const envoy = 'iran-names-a-new-ambassador';
    const report = { name: talks, title: 'Azerbaijan and Iran hold talks on the border' };
    const named = { name: envoy, title: 'Iran names a new ambassador to Azerbaijan' };
    desk.server.at('/baku.xml', { body: smallFeed('Baku desk', [report, named]) });
    const bread = { name: 'bread', title: 'Bakeries extend their hours' };
    desk.server.at('/tehran.xml', { body: smallFeed('Tehran desk', [bread]) });
    await runAraz([...desk.work.flags, 'poll']);
    const ids = [idOf(talks), idOf(envoy)];
    const url = `https://outlet.example/${envoy}`;
    await runAraz([...desk.work.flags, 'retract', url, '--reason', 'untrue']);
    const [published = '', updated = ''] = datesOf(ids[0]);
    const record = read('atom.xml').match(/<at:deleted-entry .*?<\/at:deleted-entry>/s)?.[0];
    expect(record).toContain(`ref="${ids[1]}"`);

    loseStore();
    const edited = smallFeed('Baku desk', [
      { ...report, title: 'Baku and Tehran agree: Azerbaijan, Iran open a crossing', text: 'New.' },
      { ...named, title: 'A new man of Iran in Baku, Azerbaijan', text: 'Other words.' },
    ]);
    const body = edited.replaceAll(/(<guid[^>]*>)/g, '$1again-');
    // Another outlet's report of the same address is read first.
    const copies = [report, named].map((one) => ({ ...one, text: 'By an agency.' }));
    desk.server.at('/tehran.xml', { body: smallFeed('Tehran desk', copies) });
    desk.server.at('/baku.xml', { body });
    await runAraz([...desk.work.flags, 'poll', '--source', 'tehran']);
    await runAraz([...desk.work.flags, 'poll', '--source', 'baku']);
    expect(idOf(talks)).toBe(ids[0]);
    const { items } = JSON.parse(read('feed.json')) as JsonFeed;
    expect(items.map(({ id }) => id)).toEqual([ids[0]]);
    expect(read('atom.xml')).toContain(record);
    const [publishedThen, updatedThen = ''] = datesOf(ids[0]);
    expect(publishedThen).toBe(published);
    expect(updatedThen >= updated).toBe(true);
  });
});
