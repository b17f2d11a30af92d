import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const deploy = path.resolve(import.meta.dirname, '../../deploy');

function run(command: string, ...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return stdout + stderr;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

describe('the systemd units', () => {
  it.each(['araz.service', 'araz-poll.service'])('%s is exposed at most 2.0', (unit) => {
    const report = run('systemd-analyze', 'security', '--offline=true', path.join(deploy, unit));
    const [, level = '10'] = /Overall exposure level for \S+: ([\d.]+)/.exec(report) ?? [];
    expect(Number(level), report).toBeLessThanOrEqual(2);
  });

  it.each(['araz.service', 'araz-poll.service', 'araz-poll.timer'])(
    '%s holds no directive that systemd does not know',
    (unit) => {
      const report = run('systemd-analyze', 'verify', '--man=no', path.join(deploy, unit));
      expect(report).not.toMatch(/Unknown|Failed to parse|Invalid/);
    },
  );
});

describe('nginx.conf', () => {
  let folder = '';
  let url = '';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'araz-nginx-'));
    const topic = path.join(folder, 'public/topics/caspian');
    mkdirSync(topic, { recursive: true });
    for (const name of ['index.html', 'rss.xml', 'atom.xml', 'feed.json', 'rss.xml.1.tmp']) {
      writeFileSync(path.join(topic, name), `content of ${name}`);
    }
    mkdirSync(path.join(topic, 'archive'));
    writeFileSync(path.join(topic, 'archive/1.atom'), '<feed/>');
    writeFileSync(path.join(folder, 'public/topics.opml'), '<opml/>');
    chmodSync(folder, 0o755);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const shipped = readFileSync(path.join(deploy, 'nginx.conf'), 'utf8')
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('listen [::]:80;', '')
      .replace('/var/lib/araz/public', path.join(folder, 'public'));
    writeFileSync(path.join(folder, 'araz.conf'), shipped);
    const frame = [
      `pid ${folder}/pid; error_log ${folder}/errors;`,
      'events { }',
      `http { include /etc/nginx/mime.types; access_log off; include ${folder}/araz.conf; }`,
    ];
    writeFileSync(path.join(folder, 'nginx.conf'), frame.join('\n'));
    expect(run('nginx', '-c', path.join(folder, 'nginx.conf'))).not.toContain('emerg');
  });

  afterAll(() => {
    process.kill(Number(readFileSync(path.join(folder, 'pid'), 'utf8')), 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/topics/caspian/', 'text/html; charset=utf-8'],
    ['/topics/caspian/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/topics/caspian/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/topics/caspian/archive/1.atom', 'application/atom+xml; charset=utf-8'],
    ['/topics/caspian/feed.json', 'application/feed+json; charset=utf-8'],
    ['/topics.opml', 'text/x-opml; charset=utf-8'],
  ])('serves %s as %s and answers 304 to its tag', async (address, type) => {
    const response = await fetch(url + address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toContain('max-age=300');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await fetch(url + address, { headers })).status).toBe(304);
  });

  it('sends a folder without its slash to the folder', async () => {
    const response = await fetch(`${url}/topics/caspian`, { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/topics/caspian/');
  });

  it('shows neither files under way nor the store, and takes no other method', async () => {
    for (const address of ['/topics/caspian/rss.xml.1.tmp', '/.git/config', '/../araz.db']) {
      expect((await fetch(url + address)).status, address).toBe(404);
    }
    expect((await fetch(`${url}/topics.opml`, { method: 'PUT', body: 'x' })).status).toBe(405);
  });
});
