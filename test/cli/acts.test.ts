import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsdesk, openNewsdesk } from '../e2e/newsdesk.ts';
import { type Ran, runAraz } from '../support/araz-command.ts';

let desk: Newsdesk;
let url: string;
let storyId: string;

const araz = (...args: readonly string[]): Promise<Ran> =>
  runAraz([...desk.work.flags, ...args], { env: { ARAZ_EDITOR: 'Ann' } });
const atom = (): string =>
  readFileSync(path.join(desk.work.publicDir, 'topics/azerbaijan-iran/atom.xml'), 'utf8');
const title = 'Azerbaijan and Iran hold talks on the border';

beforeAll(async () => {
  desk = await openNewsdesk();
  await araz('poll');
  url = /<link rel="alternate" href="([^"]+)"/.exec(atom().split(title)[1] ?? '')?.[1] ?? '';
});

afterAll(() => desk.close());

describe('araz retract', () => {
  it('wants a reason', async () => {
    const ran = await araz('retract', url);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--reason');
  });

  it('takes the story out at once and tells who, when and why', async () => {
    const ran = await araz('--json', 'retract', url, '--reason', 'The outlet\nwithdrew it.');
    const report = JSON.parse(ran.stdout) as { act: { storyId: string } };
    expect(report).toMatchObject({
      act: { number: 1, kind: 'retract', by: 'Ann', reason: 'The outlet withdrew it.' },
      topics: ['azerbaijan-iran'],
      isPublished: true,
    });
    storyId = report.act.storyId;
    expect(atom()).not.toContain(title);
    expect(atom()).toContain('retracted: The outlet withdrew it.');
    expect((await araz('where', url)).stdout).toContain(
      'Ann retracted it: The outlet withdrew it.',
    );
    expect((await araz('acts')).stdout).toContain(`Ann retracted ${storyId}: The outlet withdrew`);
  });

  it('does it once, and it lasts', async () => {
    const ran = await araz('retract', `https://river.example/stories/${storyId}/`, '--reason', 'x');
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(`was retracted already`);
    expect(ran.stderr).toContain(`araz restore-entry ${storyId} brings it back`);
    await araz('poll', '--all');
    expect(atom()).not.toContain(title);
  });
});

describe('araz restore-entry', () => {
  it('brings the story back, and has nothing to do a second time', async () => {
    const ran = await araz('restore-entry', storyId, '--by', 'Bob');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain(`Restored story ${storyId}; topics: azerbaijan-iran`);
    expect(atom()).toContain(title);
    expect(atom()).not.toContain('deleted-entry');
    const again = await araz('restore-entry', storyId);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('it was not retracted and left no topic');
  });
});
