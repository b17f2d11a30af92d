import net from 'node:net';
import { onTestFinished } from 'vitest';
import { runOnce } from '../../src/app/run-once.ts';
import { createSite } from '../../src/server/create-site.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { type Desk, type DeskOptions, openDesk } from '../support/an-app.ts';
import { smallFeed } from '../support/small-feed.ts';

export const title = 'Azerbaijan and Iran hold talks about their border';

/** A desk that has polled and published once, and its server. */
export interface ServedDesk extends Desk {
  readonly site: Listening;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

export async function openServedDesk(options: DeskOptions = {}): Promise<ServedDesk> {
  const desk = await openDesk(options);
  desk.server.at('/a.xml', { body: smallFeed('A', [{ name: 'talks', title }]) });
  await runOnce(desk.app);
  const site = await listen(createSite(desk.app), '127.0.0.1', 0);
  (options.atEnd ?? onTestFinished)(() => site.close());
  const get: ServedDesk['get'] = (path, headers = {}) =>
    fetch(site.url + path, { headers, redirect: 'manual' });
  return { ...desk, site, get };
}

/** An answer to a request as it is typed here: no client tidies the path first. */
export function ask(
  site: Pick<Listening, 'url'>,
  requestLine: string,
  ...headers: readonly string[]
): Promise<string> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
    const lines = [`${requestLine} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  });
}
