import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Running, runAraz, startAraz } from '../support/araz-command.ts';

/** Passes requests on to Araz and keeps what was answered. */
interface LoggingProxy {
  readonly url: string;
  readonly answers: { readonly path: string; readonly status: number }[];
  readonly server: Server;
}

async function startProxy(target: string): Promise<LoggingProxy> {
  const answers: LoggingProxy['answers'] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const passed = request(new URL(url, target), { method, headers }, (answer) => {
      answers.push({ path: url, status: answer.statusCode ?? 0 });
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, answers, server };
}

let desk: Newsdesk;
let serving: Running;
let proxy: LoggingProxy;
let home = '';

beforeAll(async () => {
  desk = await openNewsdesk();
  expect((await runAraz([...desk.work.flags, 'poll'])).code).toBe(0);
  serving = startAraz([...desk.work.flags, 'serve', '--port', '0']);
  const [, url = ''] = await serving.until(/Araz is on (http:\/\/127\.0\.0\.1:\d+)\//);
  proxy = await startProxy(url);
  home = mkdtempSync(path.join(os.tmpdir(), 'araz-newsboat-'));
});

afterAll(async () => {
  serving.kill('SIGTERM');
  await serving.ended;
  proxy.server.closeAllConnections();
  proxy.server.close();
  await desk.close();
  rmSync(home, { recursive: true, force: true });
});

/** One reload by newsboat of one document, and what it then holds. */
async function reload(document: string) {
  const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((name) =>
    path.join(home, `${name}-${document}`),
  ) as [string, string, string];
  writeFileSync(urls, `${proxy.url}/topics/azerbaijan-iran/${document}\n`);
  writeFileSync(config, '');
  const args = ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'];
  const { status, output } = await spawned('newsboat', args);
  expect(status, output).toBe(0);
  const database = new Database(cache, { readonly: true });
  const rows = database.prepare('SELECT guid, title, url FROM rss_item ORDER BY title').all();
  const feed = database.prepare('SELECT title FROM rss_feed').get();
  database.close();
  return { rows, feed };
}

/** Asynchronous, since the proxy lives in this process and must answer while newsboat runs. */
function spawned(command: string, args: readonly string[]) {
  const child = spawn(command, args, { env: { ...process.env, HOME: home } });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

describe('newsboat', () => {
  it.each(['rss.xml', 'atom.xml'])('shows the entries of %s, then gets 304', async (document) => {
    const first = await reload(document);
    expect(first.feed).toMatchObject({ title: expect.stringContaining('Azerbaijan and Iran') });
    expect(first.rows).toMatchObject([
      {
        title: 'Azerbaijan and Iran hold talks on the border',
        guid: expect.stringMatching(/^tag:/),
      },
      {
        title: 'Iran names a new ambassador to Azerbaijan',
        guid: expect.stringMatching(/^tag:/),
      },
    ]);
    // newsboat keeps validators in the row of the feed, which its first reload creates only
    // afterwards: it has some to send from the third reload on.
    for (const again of [await reload(document), await reload(document)]) {
      expect(again.rows).toEqual(first.rows);
    }
    const statuses = proxy.answers
      .filter(({ path: asked }) => asked.endsWith(document))
      .map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 304]);
  });
});
