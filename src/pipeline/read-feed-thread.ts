import { parentPort } from 'node:worker_threads';
import type { ReadRequest, ThreadMessage } from './feed-reader.ts';
import { readFeed } from './read-feed.ts';

/** Entry of a reading thread: one document at a time, answered in the order of arrival. */
const port = parentPort;

if (port !== null) {
  port.on('message', ({ bytes, options }: ReadRequest) => {
    readFeed(bytes, options).then((result) => port.postMessage(answer(result)));
  });
  port.postMessage({ kind: 'ready' } satisfies ThreadMessage);
}

function answer(result: Awaited<ReturnType<typeof readFeed>>): ThreadMessage {
  return { kind: 'read', result };
}
