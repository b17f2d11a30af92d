import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz, startAraz } from '../support/araz-command.ts';
import { freePort } from '../support/free-port.ts';

let desk: Newsdesk;

/** A topic without examples, which is worth a warning, and a site without an address of its own. */
beforeAll(async () => {
  desk = await openNewsdesk();
  desk.configure(({ site, topics, ...config }) => ({
    ...config,
    site: { title: site.title },
    topics: topics.map(({ examples: _, ...topic }) => topic),
  }));
});

afterAll(() => desk.close());

const warning = 'topics[0] has no examples';
const araz = (args: readonly string[], env = {}): Promise<Ran> =>
  runAraz([...desk.work.flags, ...args], { env });

describe('warnings of the configuration', () => {
  it('are among what check found', async () => {
    const { code, stdout, stderr } = await araz(['check']);
    expect(stdout).toMatch(/feeds\.config\.json:\d+:\d+: topics\[0] has no examples; add/);
    expect([code, stderr]).toEqual([0, '']);
    const { stdout: json } = await araz(['check', '--json']);
    expect(JSON.parse(json)).toMatchObject({ warnings: [expect.stringContaining(warning)] });
  });

  it.each([
    [['explain', 'azerbaijan-iran', '--text', 'Iran']],
    [['status']],
    [['sources']],
    [['acts']],
  ])('do not stand before the answer of %j', async (args) => {
    expect((await araz(args)).stderr).toBe('');
  });

  it('are one line in the log of a pass by cron, and none where only errors are logged', async () => {
    const { stderr } = await araz(['poll']);
    expect(stderr).not.toContain(warning);
    expect(stderr.match(/"level":"warn".*araz check shows them/g)).toHaveLength(1);
    expect((await araz(['poll'], { ARAZ_LOG: 'error' })).stderr).toBe('');
  });

  it('are said once by a start, whose documents name the port it was given', async () => {
    const port = `${await freePort()}`;
    const running = startAraz([...desk.work.flags, 'start', '--port', port]);
    await running.until(/Araz is on/);
    const atom = path.join(desk.work.publicDir, 'topics/azerbaijan-iran/atom.xml');
    await expect
      .poll(() => readFileSync(atom, 'utf8'), { timeout: 20_000 })
      .toContain(`href="http://127.0.0.1:${port}/topics/azerbaijan-iran/atom.xml"`);
    running.kill('SIGTERM');
    const { stderr } = await running.ended;
    expect(stderr.split(warning)).toHaveLength(2);
  });

  it('a server beside says that documents name another port than its own', async () => {
    const port = `${await freePort()}`;
    const running = startAraz([...desk.work.flags, 'serve', '--port', port]);
    await running.until(/Araz is on/);
    await expect.poll(() => running.stderr(), { timeout: 10_000 }).toContain('set "site"');
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
  });
});
