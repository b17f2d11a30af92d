import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz } from '../support/araz-command.ts';

let desk: Newsdesk;

const araz = (...args: readonly string[]): Promise<Ran> => runAraz([...desk.work.flags, ...args]);

beforeAll(async () => {
  desk = await openNewsdesk();
  await araz('poll');
});

afterAll(() => desk.close());

function aFile(name: string, ...rows: readonly unknown[]): string {
  const file = path.join(desk.work.path, name);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

/** Keys of each line of standard output; a line that is no JSON fails the test. */
const keysOf = ({ stdout }: Ran): readonly (readonly string[])[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => Object.keys(JSON.parse(line)));

const item = (id: string, title: string) => {
  const link = `https://${id}.example/news/${id}`;
  return { id, lang: 'en', title, summary: '', link, guid: id, source: `${id}.example` };
};
const talks = item('t1', 'Azerbaijan and Iran hold talks on the border');
const bread = item('t2', 'Bakeries extend their hours');

describe('araz eval --json', () => {
  it('prints one decision a line and nothing else', async () => {
    const labelled = aFile('l.jsonl', { ...talks, label: true }, { ...bread, label: false });
    const topic = await araz('--json', 'eval', 'topic', 'azerbaijan-iran', labelled);
    const decision = ['id', 'matched', 'score', 'evidence'];
    expect(keysOf(topic)).toEqual([decision, decision]);
    const pairs = aFile('p.jsonl', { id: 'p', lang: 'en', a: talks, b: talks, label: 'duplicate' });
    const dedup = await araz('--json', 'eval', 'dedup', pairs);
    expect(keysOf(dedup)).toEqual([['id', 'duplicate', 'sameStory', 'layer', 'evidence']]);
    const told = aFile('s.jsonl', { ...talks, story: 'x' }, { ...bread, story: 'y' });
    const stories = await araz('--json', 'eval', 'stories', told);
    expect(keysOf(stories)).toEqual([
      ['id', 'story'],
      ['id', 'story'],
    ]);
    expect([topic.code, dedup.code, stories.code]).toEqual([0, 0, 0]);
  });

  it('names file and line of a broken row and exits with wrong usage', async () => {
    const file = aFile('b.jsonl', { ...talks, label: true }, []);
    const { code, stderr } = await araz('eval', 'topic', 'azerbaijan-iran', file);
    expect(code).toBe(2);
    expect(stderr).toContain('b.jsonl:2: not a JSON object');
  });
});

describe('araz near', () => {
  it('says when nothing was near', async () => {
    const { code, stdout } = await araz('near', 'azerbaijan-iran');
    expect(code).toBe(0);
    expect(stdout).toContain('No near misses of azerbaijan-iran');
  });
});

describe('araz where', () => {
  it('tells of an article that is published', async () => {
    const { code, stdout } = await araz('where', 'https://outlet.example/talks');
    expect(code).toBe(0);
    expect(stdout).toContain('published in azerbaijan-iran (all, en)');
  });

  it('exits with 3 for one never seen', async () => {
    const { code, stdout } = await araz('where', 'https://elsewhere.example/1');
    expect(code).toBe(3);
    expect(stdout).toContain('Never seen');
  });
});

describe('araz diff', () => {
  it('exits with 3 on a difference only when it is asked to', async () => {
    const config = readFileSync(desk.work.configPath, 'utf8');
    const other = path.join(desk.work.path, 'other.json');
    const changed = JSON.parse(config);
    changed.topics[0].between = ['georgia', 'iran'];
    changed.topics[0].examples = {};
    writeFileSync(other, JSON.stringify(changed));
    const shown = await araz('diff', other);
    expect([shown.code, shown.stderr]).toEqual([0, expect.not.stringContaining('araz:')]);
    expect(shown.stdout).toContain('azerbaijan-iran (changed): 0 gained, 2 lost');
    expect((await araz('diff', other, '--exit-code')).code).toBe(3);
    expect((await araz('diff', desk.work.configPath, '--exit-code')).code).toBe(0);
  });
});
