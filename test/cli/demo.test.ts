import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz, startAraz } from '../support/araz-command.ts';
import { makeWorkFolder, type WorkFolder } from '../support/work-folder.ts';

let work: WorkFolder;
let desk: Newsdesk;
let stopped: Ran;

/** A demo that is kept, ended by Ctrl+C; and a desk with sources of its own. */
beforeAll(async () => {
  work = makeWorkFolder();
  desk = await openNewsdesk();
  const running = startAraz(['demo', '--port', '0', '--data', work.dataDir]);
  await running.until(/Araz is on/);
  // The pages stand before the first source is read; a story is told once all have been.
  const isTold = (): boolean =>
    [...work.published().keys()].some((at) => at.startsWith('stories/'));
  await vi.waitFor(() => expect(isTold()).toBe(true), 60_000);
  running.kill('SIGINT');
  stopped = await running.ended;
}, 90_000);

afterAll(async () => {
  work.remove();
  await desk.close();
});

const ofDemo = (...args: readonly string[]): Promise<Ran> =>
  runAraz([...args, '--data', work.dataDir], { cwd: work.path });

describe('a demo that is kept', () => {
  it('says that it stops, and where its data are', () => {
    expect(stopped.code).toBe(0);
    expect(stopped.stderr).toContain('Stopping; what is under way ends first');
    expect(stopped.stderr).toContain(
      `Stopped. What the demo stored is in ${work.dataDir}; every verb reads it with --data ${work.dataDir}.\n`,
    );
  });

  it.each([['status'], ['doctor'], ['sources']])(
    'is read by %s with the sources it came by, which is said',
    async (verb) => {
      const { code, stdout, stderr } = await ofDemo(verb);
      expect(code).toBe(0);
      expect(stdout).toContain('qizilqus');
      expect(stdout).not.toContain('never polled');
      expect(stderr).toBe(
        `${work.dataDir} holds a demo and is read by its configuration; --config names another.\n`,
      );
    },
  );

  it('is tried with the manners it was read by; what is written is the file of one’s own', async () => {
    const mark = readFileSync(path.join(work.dataDir, 'demo.json'), 'utf8');
    const { newsroomUrl } = JSON.parse(mark) as { readonly newsroomUrl: string };
    const tried = await ofDemo('try', newsroomUrl);
    expect(tried.stdout).not.toContain('fetch.allowHosts');
    expect(tried.stderr).toContain('holds a demo');
    const added = await ofDemo('sources', 'add', newsroomUrl);
    expect(added.code).not.toBe(0);
    expect(added.stderr).not.toContain('holds a demo');
  });

  it('is polled with its newsroom only, and read by another configuration where one is named', async () => {
    const refused = await ofDemo('poll');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`araz demo --data ${work.dataDir} runs it`);
    const { stderr } = await ofDemo('status', '--config', desk.work.configPath);
    expect(stderr).toMatch(
      /The data in .* are of 16 other sources \(.*, …\), and none of those conf/,
    );
    expect((await ofDemo('status', '--json')).stderr).toBe('');
  });
});

describe('a demo', () => {
  it('does not fill the folder of other sources, nor is a file of theirs taken for its note', async () => {
    await runAraz([...desk.work.flags, 'poll']);
    const ran = await runAraz(['demo', '--once', '--data', desk.work.dataDir]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('holds the data of other sources (baku …); name an empty folder');
    writeFileSync(path.join(desk.work.dataDir, 'demo.json'), '{ "newsroomUrl": 7 }');
    const { stdout } = await runAraz(['status', '--data', desk.work.dataDir], {
      env: { ARAZ_CONFIG: '' },
      cwd: desk.work.path,
    });
    expect(stdout).toContain('baku');
  });
});
