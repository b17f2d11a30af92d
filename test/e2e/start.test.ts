import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz, startAraz } from '../support/araz-command.ts';
import { makeWorkFolder } from '../support/work-folder.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

describe('araz start', () => {
  it('polls at once, serves what it published, and ends cleanly on SIGTERM', async () => {
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, url = ''] = await running.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    const feed = `${url}/topics/azerbaijan-iran/atom.xml`;
    const title = 'Azerbaijan and Iran hold talks on the border';
    // The empty document of before the first poll is there at once.
    const text = async () => (await fetch(feed)).text();
    await expect.poll(text, { timeout: 10_000 }).toContain(title);
    const response = await fetch(feed);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(feed, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);

    running.kill('SIGTERM');
    const { code, signal, stderr } = await running.ended;
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(stderr).not.toMatch(/"level":"?error/);
    const next = await runAraz([...desk.work.flags, 'poll']);
    expect(next.code).toBe(0);
  });

  it('ends within its grace on SIGTERM while a source does not answer', async () => {
    desk.server.at('/baku.xml', { fault: { kind: 'silence' } });
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    await desk.untilAsked('/baku.xml');
    running.kill('SIGTERM');
    const { code } = await running.ended;
    expect(code).toBe(0);
  });

  it('stays up and says so when nothing can be reached', async () => {
    desk.server.at('/baku.xml', { fault: { kind: 'reset' } });
    desk.server.at('/tehran.xml', { fault: { kind: 'reset' } });
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, url = ''] = await running.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    const isNothingReached = async (): Promise<unknown> => {
      const response = await fetch(`${url}/status.json`);
      const status = (await response.json()) as { isNothingReached?: unknown };
      return status.isNothingReached;
    };
    await expect.poll(isNothingReached, { timeout: 10_000 }).toBe(true);
    expect((await fetch(`${url}/status`)).status).toBe(200);
    running.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('araz demo');
  });

  it('keeps the running configuration when a changed one is wrong, and says what is', async () => {
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, url = ''] = await running.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    const topic = `${url}/topics/azerbaijan-iran/rss.xml`;
    await expect.poll(async () => (await fetch(topic)).status, { timeout: 10_000 }).toBe(200);
    desk.work.writeConfig('{ "sources": [');
    running.kill('SIGHUP');
    await expect.poll(() => running.stderr(), { timeout: 10_000 }).toContain('feeds.config.json:1');
    expect((await fetch(topic)).status).toBe(200);
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('serves by a changed configuration as soon as the worker goes by it', async () => {
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, url = ''] = await running.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    const former = `${url}/topics/azerbaijan-iran/rss.xml`;
    await expect.poll(async () => (await fetch(former)).status, { timeout: 60_000 }).toBe(200);
    desk.configure((config) => ({
      ...config,
      topics: [{ ...config.topics[0], id: 'two-shores', aliases: ['azerbaijan-iran'] }],
    }));
    running.kill('SIGHUP');
    const ask = async (): Promise<string> => {
      const { status, headers } = await fetch(former, { redirect: 'manual' });
      return `${status} ${headers.get('location')}`;
    };
    await expect.poll(ask, { timeout: 60_000 }).toBe('301 ../two-shores/rss.xml');
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('answers searches while a write holds the store', async () => {
    const running = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, url = ''] = await running.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
    const found = async (): Promise<boolean> =>
      (await (await fetch(`${url}/search?q=talks`)).text()).includes('<article');
    await expect.poll(found, { timeout: 60_000 }).toBe(true);
    const writer = new Database(path.join(desk.work.dataDir, 'araz.db'));
    writer.exec('BEGIN IMMEDIATE');
    try {
      // Less than the patience of a statement that waits for a write to end.
      const signal = AbortSignal.timeout(4_000);
      const response = await fetch(`${url}/search?q=envoy+OR+talks&sort=newest`, { signal });
      expect(response.status).toBe(200);
    } finally {
      writer.exec('ROLLBACK');
      writer.close();
    }
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });

  it('ends, so that it is started again, when the thread of its web server has crashed', async () => {
    const crash = `import { isMainThread, workerData } from 'node:worker_threads';
      if (!isMainThread && workerData?.listen) {
        setTimeout(() => { throw new Error('planted'); }, 4_000);
      }`;
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(crash)}` };
    const running = startAraz([...desk.work.flags, 'start', '--port', '0'], { env });
    await running.until(/Araz is on/);
    // systemd starts it again after any code but 0, 2 and 78 (deploy/araz.service).
    const { code, stderr } = await running.ended;
    expect(code).toBe(1);
    expect(stderr).toContain("the web server's thread is gone: planted");
    // It has let go of the lock: the next one need not wait.
    expect((await runAraz([...desk.work.flags, 'poll'])).code).toBe(0);
  });

  it('says which port is taken, and ends', async () => {
    const first = startAraz([...desk.work.flags, 'start', '--port', '0']);
    const [, port = ''] = await first.until(/Araz is on http:\/\/127\.0\.0\.1:(\d+)\//);
    const other = makeWorkFolder();
    const flags = ['--config', desk.work.configPath, '--data', other.dataDir];
    const second = await runAraz([...flags, 'start', '--port', port]);
    expect(second.code).toBe(74);
    expect(second.stderr).toContain(`cannot listen on 127.0.0.1:${port}`);
    other.remove();
    first.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });
});
