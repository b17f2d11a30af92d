import { beforeEach, describe, expect, it } from 'vitest';
import { createHostQueue, type HostQueue } from '../../src/fetch/host-queue.ts';
import { type VirtualTimer, virtualTimer } from '../support/virtual-timer.ts';

let timer: VirtualTimer;
let queue: HostQueue;
let log: string[];

/** Takes a turn of `ms` at a host and notes when it started. */
async function visit(name: string, host: string, ms: number, more = {}): Promise<void> {
  const endTurn = await queue.acquire(host, more);
  log.push(`${timer.now()} ${name}`);
  timer.after(ms, endTurn);
}

beforeEach(() => {
  timer = virtualTimer();
  log = [];
});

describe('turns at a host', () => {
  beforeEach(() => {
    queue = createHostQueue({ concurrency: 3, hostConnections: 1, hostSpacingMs: 2_000, timer });
  });

  it('start two seconds apart, in the order of arrival', async () => {
    for (const name of ['a', 'b', 'c']) void visit(name, 'x', 10);
    await timer.pass(10_000);
    expect(log).toEqual(['0 a', '2000 b', '4000 c']);
  });

  it('never overlap, however long one takes', async () => {
    void visit('a', 'x', 5_000);
    void visit('b', 'x', 10);
    await timer.pass(10_000);
    expect(log).toEqual(['0 a', '5000 b']);
  });

  it('keep their distance across a pause', async () => {
    void visit('a', 'x', 10);
    await timer.pass(1_999);
    void visit('b', 'x', 10);
    await timer.pass(10);
    expect(log).toEqual(['0 a', '2000 b']);
  });

  it('let an urgent one go first, but no earlier', async () => {
    for (const name of ['a', 'b', 'c']) void visit(name, 'x', 10);
    void visit('hop', 'x', 10, { isUrgent: true });
    void visit('hop 2', 'x', 10, { isUrgent: true });
    await timer.pass(20_000);
    expect(log).toEqual(['0 a', '2000 hop', '4000 hop 2', '6000 b', '8000 c']);
  });

  it('do not hold up other hosts', async () => {
    void visit('a', 'x', 10);
    void visit('b', 'x', 10);
    void visit('c', 'y', 10);
    await timer.pass(3_000);
    expect(log).toEqual(['0 a', '0 c', '2000 b']);
  });

  it('are at most three at once over all hosts', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) void visit(name, name, 100);
    await timer.pass(1_000);
    expect(log).toEqual(['0 a', '0 b', '0 c', '100 d', '100 e']);
  });

  it('are not lost when spacing ends while all places are taken', async () => {
    void visit('a', 'x', 10);
    void visit('b', 'x', 10);
    for (const name of ['c', 'd', 'e']) void visit(name, name, 3_000);
    await timer.pass(10_000);
    expect(log).toEqual(['0 a', '0 c', '0 d', '10 e', '3000 b']);
  });
});

describe('calling off', () => {
  beforeEach(() => {
    queue = createHostQueue({ concurrency: 1, hostConnections: 1, hostSpacingMs: 100, timer });
  });

  it('leaves the line, and the next moves up', async () => {
    const controller = new AbortController();
    void visit('a', 'x', 10);
    const left = queue.acquire('x', { signal: controller.signal });
    void visit('c', 'x', 10);
    controller.abort(new Error('called off'));
    await expect(left).rejects.toThrow('called off');
    await timer.pass(1_000);
    expect(log).toEqual(['0 a', '100 c']);
  });

  it('before the start takes no place', async () => {
    await expect(
      queue.acquire('x', { signal: AbortSignal.abort(new Error('too late')) }),
    ).rejects.toThrow('too late');
    void visit('a', 'x', 10);
    await timer.pass(1);
    expect(log).toEqual(['0 a']);
  });

  it('after the start changes nothing', async () => {
    const controller = new AbortController();
    const endTurn = await queue.acquire('x', { signal: controller.signal });
    controller.abort();
    void visit('b', 'x', 10);
    await timer.pass(1_000);
    expect(log).toEqual([]);
    endTurn();
    await timer.pass(1_000);
    expect(log).toHaveLength(1);
  });

  it('a turn that is ended twice frees one place', async () => {
    const endTurn = await queue.acquire('x');
    endTurn();
    endTurn();
    for (const name of ['a', 'b']) void visit(name, name, 50);
    await timer.pass(1_000);
    expect(log).toEqual(['0 a', '50 b']);
  });
});

it('opens several connections to one host when the operator allows it', async () => {
  queue = createHostQueue({ concurrency: 9, hostConnections: 2, hostSpacingMs: 0, timer });
  for (const name of ['a', 'b', 'c']) void visit(name, 'x', 100);
  await timer.pass(1_000);
  expect(log).toEqual(['0 a', '0 b', '100 c']);
});
