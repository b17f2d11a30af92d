import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A little WebSub subscriber on loopback: it confirms what it is asked and keeps what it is sent. */
export interface CallbackServer {
  /** `address:port`, as `allowHosts` wants it. */
  readonly host: string;
  readonly url: string;
  /** Questions of the hub, as the queries they came in. */
  readonly questions: readonly URLSearchParams[];
  readonly deliveries: readonly Delivery[];
  /** What the next deliveries are answered; 204 at first. */
  answerWith(status: number, headers?: Readonly<Record<string, string>>): void;
  /** What the next questions are answered; undefined for the challenge itself. */
  confirmWith(answer: Confirmation | undefined): void;
  /** Called with a delivery before it is answered. */
  onDelivery(hear: (delivery: Delivery) => Promise<void>): void;
  close(): Promise<void>;
}

export interface Confirmation {
  readonly status: number;
  /** Given as it is, or made of the address of the question. */
  readonly body: string | ((asked: URL) => string);
}

export interface Delivery {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export async function startCallbackServer(address = '127.0.0.1'): Promise<CallbackServer> {
  const questions: URLSearchParams[] = [];
  const deliveries: Delivery[] = [];
  let status = 204;
  let headers: Readonly<Record<string, string>> = {};
  let confirmation: Confirmation | undefined;
  let hear: (delivery: Delivery) => Promise<void> = async () => {};
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method === 'GET') {
      questions.push(url.searchParams);
      const challenge = url.searchParams.get('hub.challenge') ?? '';
      const { status: asked = 200, body = challenge } = confirmation ?? {};
      response.writeHead(asked).end(typeof body === 'string' ? body : body(url));
      return;
    }
    const body = Buffer.concat(chunks);
    const delivery = { path: request.url ?? '', headers: request.headers, body };
    deliveries.push(delivery);
    const [answer, answered] = [status, headers];
    await hear(delivery);
    response.writeHead(answer, answered).end();
  });
  await new Promise<void>((resolve) => server.listen(0, address, () => resolve()));
  const host = `${address}:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}/callback?for=us`,
    questions,
    deliveries,
    answerWith: (nextStatus, nextHeaders = {}) => {
      status = nextStatus;
      headers = nextHeaders;
    },
    confirmWith: (answer) => {
      confirmation = answer;
    },
    onDelivery: (next) => {
      hear = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
