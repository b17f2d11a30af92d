import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openThreadedStore } from '../../../src/store/sqlite/threaded-store.ts';
import { threadUrl } from '../../contract/backends.ts';
import { tempFolder } from '../../support/temp-store.ts';

const setup = { file: ':memory:', readOnly: false };

/** A thread that opens well and then does this with every call. */
function threadThat(answer: string): URL {
  const script = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (call) => { ${answer} });
    parentPort.postMessage({ kind: 'opened' });`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const gone = { name: 'AppError', code: 'unavailable' };

describe('a store on a thread', () => {
  it.each([
    { how: 'exits', answer: 'process.exit(7)', says: 'it ended with code 7' },
    { how: 'throws', answer: "throw new Error('out of luck')", says: 'out of luck' },
  ])('rejects every waiting and later call when the thread $how', async ({ answer, says }) => {
    const store = await openThreadedStore(setup, threadThat(answer));
    const calls = [store.listSourceStates(), store.findNextDue(), store.freezeAuthority('a')];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: gone });
      expect(String((outcome as PromiseRejectedResult).reason)).toContain(says);
    }
    await expect(store.listTopicVersions()).rejects.toMatchObject(gone);
    await expect(store.close()).resolves.toBeUndefined();
  });

  it('rejects the opening when the thread cannot start', async () => {
    const nowhere = new URL('file:///nowhere/thread.js');
    await expect(openThreadedStore(setup, nowhere)).rejects.toMatchObject(gone);
  });

  it('hands the code, the message and the cause of an error across', async () => {
    const file = path.join(await tempFolder(), 'missing', 'araz.db');
    const opening = openThreadedStore({ file, readOnly: true }, threadUrl);
    await expect(opening).rejects.toMatchObject({
      name: 'AppError',
      code: 'not-found',
      message: `${file}: there is no database yet; run a poll first`,
    });
    const store = await openThreadedStore(setup, threadUrl);
    const broken = { sourceId: 'a', since: 0, limit: 1, keys: [[{ kind: 'link', hash: '?' }]] };
    await expect(store.findCandidates(broken as never)).rejects.toMatchObject({
      name: 'AppError',
      code: 'invalid',
      message: 'item key: hash "?" is not 16 lower-case hex digits',
    });
    await store.close();
  });

  it('rejects a call whose parameters cannot be copied, and answers the next', async () => {
    const store = await openThreadedStore(setup, threadUrl);
    const request = { name: 'run', owner: () => 'me', now: 1, ttlMs: 1 };
    await expect(store.acquireLock(request as never)).rejects.toMatchObject({
      name: 'AppError',
      code: 'invalid',
      message: expect.stringMatching(/^store: acquireLock: .*could not be cloned/),
    });
    expect(await store.freezeAuthority('a')).toBe('a');
    await store.close();
  });

  it('finishes the calls that were made before it is closed', async () => {
    const store = await openThreadedStore(setup, threadUrl);
    const calls = [store.freezeAuthority('a'), store.freezeAuthority('b')];
    await store.close();
    expect(await Promise.all(calls)).toEqual(['a', 'a']);
  });

  it('does not keep a process alive that leaves it open, and answers what is awaited', () => {
    const module = new URL('../../../dist/store/open-store.js', import.meta.url).href;
    const script = `const { openStore } = await import(${JSON.stringify(module)});
      const store = await openStore({ url: 'sqlite::memory:' });
      console.log(await store.freezeAuthority('news.example,2026'));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run).toMatchObject({ status: 0, stdout: 'news.example,2026\n', stderr: '' });
  });
});
