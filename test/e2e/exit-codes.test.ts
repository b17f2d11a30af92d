import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz, startAraz } from '../support/araz-command.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

const araz = (...args: string[]) => runAraz([...desk.work.flags, ...args]);

describe('exit codes', () => {
  it('0 with a summary when only some sources failed; 69 with --fail-on=any', async () => {
    desk.server.at('/baku.xml', { status: 500 });
    const some = await araz('poll');
    expect(some.code).toBe(0);
    expect(some.stdout).toContain('1 failed');
    expect(some.stdout).toContain('baku');
    const strict = await araz('poll', '--all', '--fail-on=any');
    expect(strict.code).toBe(69);
  });

  it('69 when no source could be reached, and a word about the demo', async () => {
    desk.server.at('/baku.xml', { fault: { kind: 'reset' } });
    desk.server.at('/tehran.xml', { fault: { kind: 'reset' } });
    const { code, stderr } = await araz('poll');
    expect(code).toBe(69);
    expect(stderr).toContain('araz demo');
  });

  it.each([
    ['no verb that exists', ['pol'], 'poll'],
    ['no option that exists', ['poll', '--every'], '--every'],
    ['no source that exists', ['poll', '--source', 'bakuu'], 'bakuu'],
    ['a port that is none', ['serve', '--port', 'http'], 'port'],
    ['no topic that exists', ['explain', 'azerbaijan', '--text', 'x'], 'azerbaijan'],
  ])('2 for wrong usage: %s', async (_, args, word) => {
    const { code, stderr, stdout } = await araz(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(word);
    expect(stdout).toBe('');
  });

  it('3 when an example of a topic comes out wrong', async () => {
    desk.configure((config) => {
      const examples = { match: [{ title: 'Rain on the coast' }], reject: [] };
      return { ...config, topics: config.topics.map((topic) => ({ ...topic, examples })) };
    });
    const { code, stdout } = await araz('check');
    expect(code).toBe(3);
    expect(stdout).toContain('Rain on the coast');
  });

  it('74 when the data folder cannot be used', async () => {
    const file = path.join(desk.work.path, 'a-file');
    writeFileSync(file, '');
    const { code, stderr } = await runAraz([
      '--config',
      desk.work.configPath,
      '--data',
      path.join(file, 'data'),
      'poll',
    ]);
    expect(code).toBe(74);
    expect(stderr).toContain('a-file');
  });

  it.each([
    ['2 for a backup of nothing', ['backup', 'a.db'], 2, 'no store yet'],
    ['2 for a backup that there is not', ['restore', 'a.db'], 2, 'no such file'],
    ['78 for one that is no database', ['restore', 'feeds.config.json'], 78, 'is no database'],
    ['2 where there is nothing to verify', ['verify'], 2, 'nothing to check'],
  ])('%s', async (_, [verb = '', ...files], code, text) => {
    const named = files.map((file) => path.join(desk.work.path, file));
    const ran = await araz(verb, ...named);
    expect([ran.code, ran.stdout]).toEqual([code, '']);
    expect(ran.stderr).toMatch(/^araz: /);
    expect(ran.stderr).toContain(text);
  });

  it('75 while another run holds the lock, having polled nothing', async () => {
    desk.server.at('/baku.xml', { fault: { kind: 'silence' } });
    const first = startAraz([...desk.work.flags, 'poll']);
    await desk.untilAsked('/baku.xml');
    desk.server.forgetRequests();
    const second = await araz('poll', '--all');
    expect(second.code).toBe(75);
    expect(second.stderr).toContain(String(first.pid));
    expect(desk.server.requests).toEqual([]);
    first.kill('SIGKILL');
    await first.ended;
  });

  it('78 for a configuration that is missing, broken or wrong, naming file and line', async () => {
    const missing = await runAraz(['--config', path.join(desk.work.path, 'none.json'), 'check']);
    expect(missing.code).toBe(78);
    expect(missing.stderr).toContain('none.json');

    desk.work.writeConfig('{\n  "sources": [\n}');
    const broken = await araz('check');
    expect(broken.code).toBe(78);
    expect(broken.stderr).toMatch(/feeds\.config\.json:3/);

    desk.work.writeConfig(
      '{\n  "sources": [\n    {\n      "id": "a",\n      "url": "https://a.example/rss",\n      "langauge": "en"\n    }\n  ],\n  "topics": []\n}',
    );
    const typo = await araz('check');
    expect(typo.code).toBe(78);
    expect(typo.stderr).toMatch(/feeds\.config\.json:6/);
    expect(typo.stderr).toContain('langauge');
    expect(typo.stderr).toContain('language');
  });

  it('78 for a database that is not built yet', async () => {
    const env = { ARAZ_DATABASE_URL: 'postgres://127.0.0.1/araz' };
    const { code, stderr } = await runAraz([...desk.work.flags, 'status'], { env });
    expect(code).toBe(78);
    expect(stderr).toContain('postgres is not built yet');
  });
});

describe('--json', () => {
  it.each([
    ['check', ['check']],
    ['status', ['status']],
    ['sources', ['sources']],
    ['publish', ['publish']],
    ['explain', ['explain', 'azerbaijan-iran', '--text', 'Iran and Azerbaijan sign a pact']],
    ['try', ['try', 'baku']],
  ])('%s prints one JSON object', async (_, args) => {
    const { code, stdout } = await araz('--json', ...args);
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  it('explain names its evidence with offsets into the text', async () => {
    const text = 'İran’dan Bakü’ye ziyaret';
    const { stdout } = await araz('--json', 'explain', 'azerbaijan-iran', '--text', text);
    const { matched, evidence } = JSON.parse(stdout);
    expect(matched).toBe(true);
    for (const { start, end, surface } of evidence.hits)
      expect(text.slice(start, end)).toBe(surface);
  });

  it('explain reads the text from standard input', async () => {
    const args = ['--json', ...desk.work.flags, 'explain', 'azerbaijan-iran', '--text', '-'];
    const { stdout } = await runAraz(args, { input: 'Baku and Tehran\nA meeting.' });
    expect(JSON.parse(stdout).matched).toBe(true);
  });
});
