import { describe, expect, it, onTestFinished } from 'vitest';
import { type ServerThread, startServerThread } from '../../src/server/server-thread.ts';
import { openDesk } from '../support/an-app.ts';

const listening = `port.postMessage({ kind: 'listening', urls: ['http://127.0.0.1:1'] });`;
/** Answers as the server's own thread does. */
const answers = `port.on('message', ({ kind }) => {
  if (kind === 'ask') port.postMessage({ kind: 'alive' });
  if (kind === 'close') port.close();
});`;

/** A thread that runs this; `port` leads to whoever started it. */
async function start(code: string, beatMs = 20): Promise<ServerThread> {
  const { app, work } = await openDesk();
  const text = `import { parentPort as port } from 'node:worker_threads';\n${code}`;
  return startServerThread({
    setup: app.setup,
    dataDir: work.dataDir,
    databaseUrl: undefined,
    logLevel: 'error',
    listen: {},
    threadUrl: new URL(`data:text/javascript,${encodeURIComponent(text)}`),
    beatMs,
  });
}

describe('the thread of the web server', () => {
  it('stays while it answers, and ends when it is told to', async () => {
    const thread = await start(`${answers} ${listening}`);
    expect(thread.urls).toEqual(['http://127.0.0.1:1']);
    let hasFailed = false;
    thread.failed.catch(() => {
      hasFailed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await thread.close();
    expect(hasFailed).toBe(false);
  });

  it.each([
    ['throws', 'setTimeout(() => { throw new Error("planted"); }, 20);', 'is gone: planted'],
    ['rejects', 'setTimeout(() => Promise.reject(new Error("planted")), 20);', 'planted'],
    ['exits', 'setTimeout(() => process.exit(9), 20);', 'it ended with code 9'],
    ['has nothing left to do', '', 'it ended with code 0'],
    ['hangs', 'setTimeout(() => { for (;;); }, 20);', 'has not answered for 0.12 seconds'],
  ])('is told to be gone, and what to do, when it %s', async (_, code, message) => {
    const thread = await start(`${listening} ${code}`);
    onTestFinished(() => thread.close());
    await expect(thread.failed).rejects.toMatchObject({ code: 'internal' });
    await expect(thread.failed).rejects.toThrow(message);
    await expect(thread.failed).rejects.toThrow('start Araz again');
  });

  it('is ended by force when it hangs, so that the process can end', async () => {
    const thread = await start(`${listening} for (;;);`, 60_000);
    await thread.close();
  });

  it.each([
    ['before it listens', 'throw new Error("planted");', 'internal', 'planted'],
    [
      'since the port is taken',
      `port.postMessage({ kind: 'not-listening', code: 'io', message: 'in use' });`,
      'io',
      'in use',
    ],
  ])('does not start when it ends %s', async (_, code, expected, message) => {
    await expect(start(code)).rejects.toMatchObject({
      code: expected,
      message: expect.stringContaining(message),
    });
  });
});
