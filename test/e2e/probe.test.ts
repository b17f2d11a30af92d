import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz } from '../support/araz-command.ts';
import { bakuFeed, type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

const araz = (...args: string[]) => runAraz([...desk.work.flags, ...args]);
const html = { 'content-type': 'text/html' };

describe('araz try', () => {
  it('says of a source what came, and what to correct', async () => {
    desk.server.at('/baku.xml', { status: 301, headers: { location: '/new.xml' } });
    desk.server.at('/new.xml', { body: bakuFeed, headers: { 'cache-control': 'max-age=300' } });
    const { code, stdout } = await araz('try', 'baku');
    expect(code).toBe(0);
    expect(stdout).toContain(`set "url" of "baku" to "${desk.server.urlOf('/new.xml')}"`);
    expect(stdout).toContain('Read as utf-8, as its bytes are valid UTF-8.');
    expect(stdout).toContain('2 items, all dated.');
    expect(stdout).toContain('the server calls it fresh for 5 min');
    expect(stdout).toContain('every poll transfers it whole');
  });

  it('finds the feed of a page that names none at a usual path, and asks no further', async () => {
    desk.server.at('/', { body: '<html><body>News</body></html>', headers: html });
    desk.server.at('/rss', { body: bakuFeed });
    const { code, stdout } = await araz('try', desk.server.urlOf('/'));
    expect(code).toBe(3);
    expect(stdout).toContain('names no feed; there is one at a usual place');
    expect(stdout).toContain(desk.server.urlOf('/rss'));
    expect(desk.server.requests.map(({ path }) => path)).toEqual(['/', '/feed', '/rss']);
  });

  it('searches nothing where a page names its feeds', async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/baku.xml" title="Baku">';
    const body = `<html><head>${link}</head><body></body></html>`;
    desk.server.at('/', { body, headers: html });
    const { stdout } = await araz('try', desk.server.urlOf('/'));
    expect(stdout).toContain(`${desk.server.urlOf('/baku.xml')}  (Baku)`);
    expect(desk.server.requests).toHaveLength(1);
  });

  it('says where it looked in vain', async () => {
    desk.server.at('/', { body: '<html><body>News</body></html>', headers: html });
    const { code, stdout } = await araz('try', desk.server.urlOf('/'));
    expect(code).toBe(3);
    expect(stdout).toContain('names no feed, nor is one at /feed, /rss, /rss.xml');
  });
});

describe('araz sources add', () => {
  it('adds the feed found at a usual path, under the address that lasts', async () => {
    desk.server.at('/', { body: '<html><body>News</body></html>', headers: html });
    desk.server.at('/feed', { status: 308, headers: { location: '/feeds/all.xml' } });
    desk.server.at('/feeds/all.xml', { status: 302, headers: { location: '/cdn/1.xml' } });
    desk.server.at('/cdn/1.xml', { body: bakuFeed });
    const { code, stdout } = await araz('sources', 'add', desk.server.urlOf('/'), '--id', 'found');
    expect(code).toBe(0);
    expect(stdout).toContain('added "found"');
    const config = readFileSync(desk.work.configPath, 'utf8');
    expect(config).toContain(desk.server.urlOf('/feeds/all.xml'));
    expect(config).not.toContain('/cdn/1.xml');
  });
});

describe('araz check --probe', () => {
  it('says of every source what came, and what an editor has to do', async () => {
    desk.server.at('/tehran.xml', { status: 403 });
    const { code, stdout } = await araz('check', '--probe');
    expect(code).toBe(3);
    expect(stdout).toMatch(/baku +rss +2 items, newest .*, utf-8 \(valid UTF-8\)/);
    expect(stdout).toMatch(/tehran:\n {2}! The server refuses us: .*"userAgent"/);
  });
});
