import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz } from '../support/araz-command.ts';
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

describe('a store that is lost beside the tree it published', () => {
  it('is made anew with the ids of before, and what was retracted stays away', async () => {
    await runAraz([...desk.work.flags, 'poll']);
    const [talks, envoy] = [idOf('/talks'), idOf('/envoy')];
    expect([talks, envoy]).toEqual([expect.any(String), expect.any(String)]);
    const url = 'https://outlet.example/envoy';
    await runAraz([...desk.work.flags, 'retract', url, '--reason', 'untrue']);
    const former = /<id>(tag:[^<]+topic[^<]+)</.exec(read('atom.xml'))?.[1];

    for (const file of readdirSync(desk.work.dataDir)) {
      if (file.startsWith('araz.db')) rmSync(path.join(desk.work.dataDir, file));
    }
    const { code, stderr } = await runAraz([...desk.work.flags, 'poll']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/"level":"warn".*ids go on under its authority/);
    expect(idOf('/talks')).toBe(talks);
    expect(idOf('/envoy')).toBeUndefined();
    expect(read('atom.xml')).toContain(`<id>${former}<`);
    expect(read('atom.xml')).not.toContain(`<id>${envoy}<`);
    expect((await runAraz([...desk.work.flags, 'poll'])).stderr).not.toContain('authority');
  });
});
