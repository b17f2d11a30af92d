import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runAraz } from '../support/araz-command.ts';
import { after, faults, layHops, quirks } from '../support/faulty-replies.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

/** An empty feed is a fault of a source that had items, not of one that is new. */
const isFault = ([name]: readonly [string, ...unknown[]]): boolean =>
  name !== 'sends an empty feed';

/** Every fault and every oddity as a source of one configuration, and two that are well. */
const behaviours = [
  ...faults.filter(isFault),
  ...quirks.map(([name, reply]) => [name, 'modified', reply] as const),
];
const idOf = (n: number): string => `source-${String(n).padStart(2, '0')}`;

let desk: Newsdesk;
let first: Answer;

/** Loaded before the program: notes every connection that is made, and by whom. */
const spy = `
import { appendFileSync } from 'node:fs';
import net from 'node:net';
import dgram from 'node:dgram';
Error.stackTraceLimit = 100;
const note = (what, args) => appendFileSync(process.env.SPY_FILE, JSON.stringify({ what, stack: new Error().stack }) + '\\n');
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) { note('connect'); return connect.apply(this, args); };
const { createSocket } = dgram;
dgram.createSocket = (...args) => { note('datagram'); return createSocket(...args); };
`;

beforeAll(async () => {
  desk = await openNewsdesk();
  layHops(desk.server);
  for (const [n, [, , reply]] of behaviours.entries()) desk.server.at(`/${idOf(n)}`, reply);
  desk.configure((config) => {
    const [one] = config.sources;
    const faulty = behaviours.map(([title, outcome], n) => {
      // Only what never ends may be cut short: on a busy machine the rest takes its time.
      const timeout = outcome === 'timeout' ? '2s' : '20s';
      return { ...one, id: idOf(n), title, url: desk.server.urlOf(`/${idOf(n)}`), timeout };
    });
    const fetch = { ...config.fetch, hostConnections: 8, total: '30s' };
    const sources = [...faulty, ...config.sources];
    return { ...config, defaults: { every: '30m' }, fetch, sources };
  });
  const spyPath = path.join(desk.work.path, 'spy.mjs');
  writeFileSync(spyPath, spy);
  first = await araz({ NODE_OPTIONS: `--import=${spyPath}`, SPY_FILE: spyFile() }, 'poll');
}, 120_000);

afterAll(() => desk.close());

const spyFile = (): string => path.join(desk.work.path, 'connections.jsonl');

interface Answer extends Ran {
  readonly result: Record<string, unknown>;
}

async function araz(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Answer> {
  const ran = await runAraz(['--json', ...desk.work.flags, ...args], { env });
  return { ...ran, result: JSON.parse(ran.stdout) };
}

const rows = (answer: Answer, key: string) =>
  new Map(
    (answer.result[key] as readonly Record<string, unknown>[]).map((row) => [
      String(row['sourceId'] ?? row['id']),
      row,
    ]),
  );

describe('one configuration of all the faults', { timeout: 120_000 }, () => {
  it('is polled to the end: every source has its outcome, and those that are well their items', () => {
    expect(first.code).toBe(0);
    expect(first.result).toMatchObject({
      polled: behaviours.length + 2,
      failed: faults.filter(isFault).length,
      itemsNew: 2 * quirks.length + 5,
    });
    const polls = rows(first, 'polls');
    for (const [n, [name, outcome]] of behaviours.entries()) {
      const poll = polls.get(idOf(n));
      expect([name, poll?.['outcome']]).toEqual([name, outcome]);
      if (outcome !== 'modified') expect(poll?.['message'], name).toMatch(/\w+ \w+/);
    }
  });

  it('opens no connection but through the one door', () => {
    const made = readFileSync(spyFile(), 'utf8').trimEnd().split('\n');
    const stacks = made.map((line) => JSON.parse(line) as { what: string; stack: string });
    expect(stacks.length).toBeGreaterThan(behaviours.length);
    const others = stacks.filter(({ what, stack }) => {
      return what !== 'connect' || !stack.includes('/dist/fetch/address-guard.js');
    });
    expect(others).toEqual([]);
  });

  it('is asked nothing again before its time, and says when and why that is', async () => {
    desk.server.forgetRequests();
    expect((await araz({}, 'poll')).result).toMatchObject({ polled: 0, failed: 0 });
    expect(desk.server.requests).toEqual([]);
    for (const [id, source] of rows(await araz({}, 'status'), 'sources')) {
      expect(source['nextDueReason'], id).toMatch(/\w+ \w+/);
      const waitMs = Date.parse(String(source['nextDue'])) - Date.now();
      expect(waitMs, id).toBeGreaterThan(60_000);
    }
  });

  it('leaves servers that want a wait alone, whatever the command', async () => {
    desk.server.forgetRequests();
    const held = behaviours.findIndex(([name]) => name === 'is asked too often, seconds');
    const url = `/${idOf(held)}`;
    await araz({}, 'poll', '--source', idOf(held));
    const tried = await araz({}, 'try', idOf(held));
    expect([tried.code, tried.result['reason']]).toEqual([69, 'rate-limited']);
    expect(tried.result['message']).toMatch(/left alone until .*Z \(Retry-After\)/);
    expect(desk.server.requestsTo(url)).toEqual([]);
  });

  it('has told the editor of each what ails it', async () => {
    const { result } = await araz({}, 'doctor');
    const told = rows({ ...first, result }, 'sources');
    for (const [n, [name, outcome]] of behaviours.entries()) {
      const findings = (told.get(idOf(n))?.['findings'] ?? []) as readonly { code: string }[];
      const codes = findings.map(({ code }) => code);
      if (outcome === 'gone') expect(codes, name).toContain('gone');
      else if (outcome !== 'modified') expect(codes, name).toContain(`failing-${outcome}`);
      else
        expect(
          codes.filter((code) => code.startsWith('failing')),
          name,
        ).toEqual([]);
    }
  });

  it('loses nothing: when all is well again every source brings what it has', async () => {
    for (const n of behaviours.keys()) desk.server.at(`/${idOf(n)}`, { body: after, etag: '"v2"' });
    const ids = [...behaviours.keys()].map(idOf);
    const { code, result } = await araz({}, 'poll', '--source', ...ids);
    const held = behaviours.filter(([name]) => /seconds|date|years|after a wait/.test(name));
    expect([code, result['failed']]).toEqual([0, 0]);
    const sources = rows(await araz({}, 'status'), 'sources');
    const short = ids.filter((id) => sources.get(id)?.['itemsStored'] !== 3);
    expect(short).toHaveLength(behaviours.length - Number(result['polled']));
    expect(short.length).toBeLessThanOrEqual(held.length);
  });
});
