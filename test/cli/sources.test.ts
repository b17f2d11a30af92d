import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bakuFeed, type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz } from '../support/araz-command.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

const araz = (...args: readonly string[]): Promise<Ran> => runAraz([...desk.work.flags, ...args]);
const inFolder = (name: string): string => path.join(desk.work.path, name);
const configured = (): string => readFileSync(desk.work.configPath, 'utf8');

describe('sources add', () => {
  it('finds the feed of a page, keeps comments, and the next poll reads it', async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/fresh.xml">';
    const headers = { 'content-type': 'text/html' };
    desk.server.at('/news/', { body: `<html><head>${link}</head></html>`, headers });
    desk.server.at('/fresh.xml', { body: bakuFeed.replaceAll('Baku desk', 'Fresh desk') });
    desk.work.writeConfig(configured().replace('{', '{\n  // Ours since 2026.\n'));
    const page = desk.server.urlOf('/news/');
    const { code, stdout } = await araz('sources', 'add', page, '--id', 'fresh');
    expect(code).toBe(0);
    expect(stdout).toContain('added "fresh"');
    expect(configured()).toContain('// Ours since 2026.');
    expect(configured()).toContain(desk.server.urlOf('/fresh.xml'));
    expect((await araz('check')).code).toBe(0);
    expect((await araz('poll', '--source', 'fresh')).stdout).toContain('2 new items');
  });

  it('refuses what is read already, what is no feed, and a wrong option', async () => {
    const before = configured();
    const again = await araz('sources', 'add', desk.server.urlOf('/baku.xml'));
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is read already, as "baku"');
    desk.server.at('/x', { body: 'nothing' });
    expect((await araz('sources', 'add', desk.server.urlOf('/x'))).code).toBe(2);
    desk.server.at('/fresh.xml', { body: bakuFeed });
    const url = desk.server.urlOf('/fresh.xml');
    const wrong = await araz('sources', 'add', url, '--country', 'Azerbaijan');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('country');
    expect(configured()).toBe(before);
  });

  it('keeps who may read the file, and a link a link', async () => {
    desk.server.at('/fresh.xml', { body: bakuFeed });
    chmodSync(desk.work.configPath, 0o600);
    const link = inFolder('link.json');
    symlinkSync(desk.work.configPath, link);
    const url = desk.server.urlOf('/fresh.xml');
    const { code, stdout } = await runAraz(['sources', 'add', url, '--config', link]);
    expect(code).toBe(0);
    // An address names no outlet; the title of its feed does.
    expect(stdout).toMatch(/^added "baku-desk-\w+"/);
    expect(readFileSync(link, 'utf8')).toBe(configured());
    expect(configured()).toContain(url);
    expect(statSync(desk.work.configPath).mode & 0o777).toBe(0o600);
  });
});

describe('sources', () => {
  it('export and import carry the sources over', async () => {
    const file = inFolder('sources.opml');
    expect((await araz('sources', 'export', file)).stdout).toContain('2 sources written');
    const again = await araz('sources', 'import', file);
    expect(again.stdout).toMatch(/^0 sources added, 2 skipped\n/);
    desk.configure((config) => ({ ...config, sources: config.sources.slice(0, 1) }));
    const ran = await araz('sources', 'import', file);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^1 source added, 1 skipped\n/);
    expect((await araz('check')).code).toBe(0);
    expect((await araz('sources', 'import', inFolder('none.opml'))).code).toBe(74);
    writeFileSync(file, '<opml><body/></opml>');
    expect((await araz('sources', 'import', file)).stderr).toContain('no feeds found');
  });

  it('are listed before and after the first poll', async () => {
    expect((await araz('sources')).stdout).toMatch(/^baku +en +AZ +paper +new +never/m);
    await araz('poll');
    expect((await araz('sources')).stdout).toMatch(/^baku +en +AZ +paper +ok .* modified +2 /m);
  });
});

describe('messages', () => {
  it('of status before any poll say how to begin, of a poll with nothing due why', async () => {
    expect((await araz('status')).stdout).toContain('araz poll does it once');
    await araz('poll');
    expect((await araz('poll')).stdout).toMatch(/^no source was due; 0 documents written/);
  });

  it('of check tell how the examples come out', async () => {
    expect((await araz('check')).stdout).toMatch(
      /: 2 sources, 1 topic, 1 example comes out as it should/,
    );
    desk.configure((config) => ({
      ...config,
      topics: config.topics.map(({ examples: _, ...topic }) => topic),
    }));
    expect((await araz('check')).stdout).toContain('no examples');
  });

  it('hold no secret, whatever fails', async () => {
    const secret = 's3cret-of-the-wire-55';
    const url = `${desk.server.urlOf('/baku')}/\${ENV:WIRE}/feed.xml`;
    desk.configure((config) => ({ ...config, sources: [{ ...config.sources[0], url }] }));
    desk.server.at(`/baku/${secret}/feed.xml`, { status: 404 });
    const opml = inFolder('out.opml');
    const said: string[] = [];
    for (const args of [
      ['poll'],
      ['poll', '--all', '--json'],
      ['try', 'baku'],
      ['try', 'baku', '--json'],
      ['check', '--probe'],
      ['status', '--json'],
      ['sources'],
      ['doctor'],
      ['sources', 'export', opml],
    ]) {
      const env = { WIRE: secret };
      const { stdout, stderr } = await runAraz([...desk.work.flags, ...args], { env });
      said.push(stdout, stderr);
    }
    const database = readFileSync(path.join(desk.work.dataDir, 'araz.db'), 'latin1');
    expect(desk.server.requests.some((request) => request.path.includes(secret))).toBe(true);
    expect(`${said.join('\n')}${readFileSync(opml, 'utf8')}`).not.toContain(secret);
    expect(database).not.toContain(secret);
  });
});
