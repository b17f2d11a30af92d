import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakuFeed, type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz } from '../support/araz-command.ts';

let desk: Newsdesk;

beforeAll(async () => {
  desk = await openNewsdesk();
});

afterAll(() => desk.close());

const araz = (...args: readonly string[]): Promise<Ran> => runAraz([...desk.work.flags, ...args]);
const inFolder = (name: string): string => path.join(desk.work.path, name);
const jsonLines = ({ stdout }: Ran): readonly Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Fields in which words of the topic were found. */
function fieldsOf(answer: Record<string, unknown> | undefined): readonly string[] {
  const { hits = [] } = (answer?.['evidence'] ?? {}) as { hits?: readonly { field: string }[] };
  return [...new Set(hits.map(({ field }) => field))];
}

const verbs = [
  ...['start', 'work', 'poll', 'serve', 'publish', 'check', 'try', 'explain', 'sources'],
  ...['backup', 'restore', 'verify'],
];

describe('help', () => {
  it.each([...verbs, 'status', 'doctor', 'demo'].map((verb) => [verb]))(
    'of %s says what it does',
    async (verb) => {
      const { code, stdout, stderr } = await araz(verb, '--help');
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^Usage: araz ${verb} `));
      expect(stdout.split('\n')[2]).toMatch(/\w+ \w+/);
    },
  );

  it('lists every verb and every exit code', async () => {
    const { stdout } = await araz('--help');
    for (const verb of verbs) expect(stdout).toMatch(new RegExp(`^ {2}${verb} `, 'm'));
    for (const code of [0, 1, 2, 3, 69, 74, 75, 78]) expect(stdout).toContain(`${code} `);
  });

  it.each([['add'], ['import'], ['export']])('of sources %s stands below it', async (act) => {
    const { code, stdout } = await araz('sources', act, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: araz sources ${act} `);
  });
});

describe('wrong usage', () => {
  const topic = 'azerbaijan-iran';
  it.each([
    ['a verb that is nearly one', ['pol'], 'Did you mean poll?'],
    ['an option that there is not', ['status', '--nope'], "unknown option '--nope'"],
    ['a word too many', ['status', 'x'], 'too many arguments'],
    ['a source that is nearly one', ['poll', '--source', 'bakku'], 'did you mean "baku"?'],
    ['nothing to explain', ['explain', topic], 'one of --text'],
    ['two things to explain', ['explain', topic, '--text', 'x', '--item', '1'], 'one of'],
    ['an item that is no number', ['explain', topic, '--item', 'x'], 'by its number'],
    ['nothing that can be tried', ['try', 'nowhere'], 'no source id'],
    ['an address that is none', ['sources', 'add', 'ftp://x'], 'no http(s) address'],
  ])('is 2, with a word on what to do: %s', async (_, args, text) => {
    const { code, stdout, stderr } = await araz(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^araz: /);
    expect(stderr).toContain(text);
    expect(stderr).toContain('(araz --help lists the verbs');
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
  });

  it.each([
    ['a topic that is nearly one', ['explain', 'azerbaijan-iram', '--text', 'x'], 'did you mean'],
    ['an item that is not stored', ['explain', topic, '--item', '7000'], 'no item 7000'],
  ])('is 2 too, for what there is not: %s', async (_, args, text) => {
    const { code, stdout, stderr } = await araz(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^araz: .*${text}.*\n$`));
  });
});

describe('a wrong configuration', () => {
  it.each([
    [['check']],
    [['poll']],
    [['status']],
    [['try', 'baku']],
    [['sources']],
    [['publish']],
    [['serve']],
  ])('is 78 with file and line: %j', async (args) => {
    const config = inFolder('wrong.json');
    writeFileSync(config, '{\n  "sources": [\n    { "id": "a", "urll": "x" }\n  ]\n}\n');
    const data = inFolder('unused');
    const ran = await runAraz(['--config', config, '--data', data, ...args]);
    expect(ran.code).toBe(78);
    expect(ran.stderr).toMatch(/wrong\.json:3:\d+: .*url/);
    expect(ran.stdout).toBe('');
    expect(existsSync(data)).toBe(false);
  });

  it('that is not there is 78 too, and says how to name another', async () => {
    const { code, stderr } = await runAraz(['check', '--config', inFolder('nope.json')]);
    expect(code).toBe(78);
    expect(stderr).toContain('--config');
  });
});

describe('--json', () => {
  it.each([
    ['status', ['status']],
    ['sources', ['sources']],
    ['check', ['check']],
    ['poll', ['poll', '--all']],
    ['publish', ['publish']],
    ['doctor', ['doctor']],
    ['try', ['try', 'baku']],
    ['explain', ['explain', 'azerbaijan-iran', '--text', 'Iran']],
  ])('of %s prints one value on one line', async (_, args) => {
    const ran = await araz(...args, '--json');
    expect(ran.code).toBe(0);
    expect(ran.stdout.match(/\n/g)).toHaveLength(1);
    expect(jsonLines(ran)[0]).toBeTypeOf('object');
  });
});

describe('explain', () => {
  const talks = 'Azerbaijan and Iran reopen a bridge';
  const explain = (...args: readonly string[]): Promise<Ran> =>
    araz('explain', 'azerbaijan-iran', ...args);
  const withInput = (input: string, ...args: readonly string[]): Promise<Ran> =>
    runAraz([...desk.work.flags, 'explain', 'azerbaijan-iran', ...args], { input });

  it('says in one sentence why, with what was found in its place', async () => {
    const { code, stdout } = await explain('--text', talks);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^text: Matched: .*“Azerbaijan” \[azerbaijan, title\]/);
    expect(stdout).toContain('[Azerbaijan] and [Iran] ');
    const not = await explain('--text', 'Azerbaijan opens a bridge');
    expect(not.code).toBe(0);
    expect(not.stdout).toContain('Not matched: only found “Azerbaijan”');
  });

  it('reads standard input: the first line is the title, the rest the body', async () => {
    const text = 'Good news\r\nAzerbaijan and Iran hold talks.\n';
    const [answer] = jsonLines(await withInput(text, '--text', '-', '--json'));
    expect(answer).toMatchObject({ id: 'text', matched: true });
    expect(fieldsOf(answer)).toEqual(['summary']);
  });

  const lines = [
    { id: 'one', title: talks, lang: 'en' },
    { title: 'Rain', content: '<p>No <a title="Azerbaijan and Iran hold talks">word</a></p>' },
    { id: 3, title: 'A bridge', content: `<p>${talks}.</p>` },
  ].map((line) => JSON.stringify(line));

  it('reads a file of JSON lines, and prints one answer a line under its id', async () => {
    const file = inFolder('items.jsonl');
    writeFileSync(file, `\ufeff${lines.join('\r\n')}\n\n`);
    const ran = await explain('--jsonl', file, '--json');
    const answers = jsonLines(ran);
    expect(answers.map(({ id, matched }) => [id, matched])).toEqual([
      ['one', true],
      ['2', false],
      // An item whose only text is its content is told by it.
      ['3', true],
    ]);
    // Words of the content are found in its text, and only there.
    expect(fieldsOf(answers[1])).toEqual([]);
    expect(fieldsOf(answers[2])).toContain('content');
    expect(Object.keys(answers[0] ?? {})).toEqual(['id', 'matched', 'score', 'evidence']);
    const piped = await withInput(lines.join('\n'), '--jsonl', '-', '--json');
    expect(piped.stdout).toBe(ran.stdout);
  });

  it('names the line of a file that is not JSON, and a file that is not there', async () => {
    const file = inFolder('broken.jsonl');
    writeFileSync(file, `${lines[0]}\n[1]\n`);
    const broken = await explain('--jsonl', file);
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('broken.jsonl:2: not a JSON object');
    expect((await explain('--jsonl', inFolder('none'))).code).toBe(74);
    expect((await explain('--jsonl', desk.work.path)).code).toBe(74);
  });

  it('explains an item of the store', async () => {
    await araz('poll', '--all');
    const { code, stdout } = await explain('--item', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1: (Not matched|Matched)/);
  });
});

describe('try', () => {
  it('shows what Araz understands of a source, an address and a file', async () => {
    writeFileSync(inFolder('saved.xml'), bakuFeed);
    for (const what of ['baku', desk.server.urlOf('/baku.xml'), inFolder('saved.xml')]) {
      const { code, stdout } = await araz('try', what);
      expect([what, code]).toEqual([what, 0]);
      expect(stdout).toContain('Baku desk');
      expect(stdout).toContain('] Rain expected on the coast');
      expect(stdout).toContain('→ azerbaijan-iran');
    }
  });

  it('of a page names the feeds it points to, and is 3', async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="baku.xml" title="News">';
    const headers = { 'content-type': 'text/html' };
    desk.server.at('/', { body: `<html><head>${link}</head></html>`, headers });
    const { code, stdout } = await araz('try', desk.server.urlOf('/'));
    expect(code).toBe(3);
    expect(stdout).toContain(desk.server.urlOf('/baku.xml'));
  });

  it('of what is no feed is 3, of what cannot be got 69', async () => {
    writeFileSync(inFolder('x.txt'), 'nothing');
    const file = await araz('try', inFolder('x.txt'));
    expect(file.code).toBe(3);
    expect(file.stdout).not.toContain('change "url"');
    desk.server.at('/down.xml', { status: 500 });
    const down = await araz('try', desk.server.urlOf('/down.xml'));
    expect(down.code).toBe(69);
    expect(down.stdout).toContain('500');
  });

  it('lets no title move the cursor of a terminal', async () => {
    const title = 'Rain\u001b[2J\u0007 on the coast';
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      items: [{ id: '1', title }],
    };
    writeFileSync(inFolder('feed.json'), JSON.stringify(feed));
    const { stdout } = await araz('try', inFolder('feed.json'));
    expect(stdout).toContain('on the coast');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
