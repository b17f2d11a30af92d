import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAraz } from '../support/araz-command.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;

beforeEach(async () => {
  desk = await openNewsdesk();
});

afterEach(() => desk.close());

const araz = (...args: string[]) => runAraz([...desk.work.flags, ...args]);

interface Facts {
  readonly needEditor: number;
  readonly sources: readonly {
    readonly id: string;
    readonly status: string;
    readonly lastOutcome?: string;
    readonly nextDue?: string;
    readonly nextDueReason?: string;
    readonly findings: readonly { readonly code: string; readonly needsEditor: boolean }[];
  }[];
}

const facts = async (...args: string[]): Promise<Facts> =>
  JSON.parse((await araz('--json', 'doctor', ...args)).stdout) as Facts;

describe('araz doctor', () => {
  it('works before anything was polled', async () => {
    const { code, stdout } = await araz('doctor', '--exit-code');
    expect(code).toBe(0);
    expect(stdout).toContain('baku: new');
    expect(stdout).toContain('never-polled');
  });

  it('shows of every source its last outcome, its next poll and the rule that set it', async () => {
    desk.server.at('/tehran.xml', { status: 500 });
    await araz('poll');
    const { code, stdout } = await araz('doctor');
    expect(code).toBe(0);
    expect(stdout).toMatch(/baku: ok, last .* modified, HTTP 200, 2 new items\n {2}next .*Z: \S/);
    expect(stdout).toMatch(/tehran: failing, last .* http-server-error, HTTP 500/);
    expect(stdout).toContain('2 sources, 0 of them in need of an editor');
    const { sources } = await facts();
    expect(sources.map(({ id }) => id)).toEqual(['baku', 'tehran']);
    for (const source of sources) {
      expect(source.nextDue).toMatch(/^20..-..-..T/);
      expect(source.nextDueReason).not.toBe('');
      expect(source.lastOutcome).toBeDefined();
    }
    expect(sources[1]?.findings).toMatchObject([
      { code: 'failing-http-server-error', needsEditor: false },
    ]);
  });

  it('exits 3 with --exit-code when a source needs an editor', async () => {
    desk.server.at('/baku.xml', { status: 410 });
    await araz('poll');
    const { code, stdout } = await araz('doctor', '--exit-code', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ needEditor: 1 });
    expect((await araz('doctor', 'tehran', '--exit-code')).code).toBe(0);
    expect(await facts('baku')).toMatchObject({
      needEditor: 1,
      sources: [{ id: 'baku', status: 'gone', findings: [{ code: 'gone', needsEditor: true }] }],
    });
  });

  it('knows the sources of the configuration only', async () => {
    const { code, stderr } = await araz('doctor', 'bakuu');
    expect(code).toBe(2);
    expect(stderr).toContain('"bakuu" is not in the configuration');
  });
});
