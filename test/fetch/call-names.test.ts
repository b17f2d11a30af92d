import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { Resolver, lookup as systemLookup } from 'node:dns';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type CallNames, createCallNames } from '../../src/fetch/call-names.ts';

/** A name server on loopback that gives every name these IPv4 addresses; silent without any. */
async function nameServer(...addresses: readonly string[]): Promise<Resolver> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    if (addresses.length === 0) return;
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const isIpv4 = question.readUInt16BE(question.length - 4) === 1;
    const records = (isIpv4 ? addresses : []).map((address) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, ...address.split('.').map(Number)]),
    );
    const head = Buffer.from([0, 0, 0x81, 0x80, 0, 1, 0, records.length, 0, 0, 0, 0]);
    query.copy(head, 0, 0, 2);
    socket.send(Buffer.concat([head, question, ...records]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void socket.close());
  const resolver = new Resolver({ timeout: 60_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return resolver;
}

const all = (names: CallNames, hostname: string) =>
  new Promise<readonly LookupAddress[]>((resolve, reject) => {
    names.lookup(hostname, { all: true }, (error, found) => {
      if (error) reject(error);
      else resolve(found as LookupAddress[]);
    });
  });

describe('the names of callbacks', () => {
  it('are resolved to all their addresses, for the guard to judge, or to one', async () => {
    const names = createCallNames([], await nameServer('192.0.2.7', '127.0.0.1'));
    expect(await all(names, 'reader.example')).toEqual([
      { address: '192.0.2.7', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    const one = new Promise((resolve) =>
      names.lookup('reader.example', {}, (_, address, family) => resolve([address, family])),
    );
    expect(await one).toEqual(['192.0.2.7', 4]);
  });

  it('that the editor opened are left to the system, which knows the hosts file', async () => {
    const names = createCallNames(['LOCALHOST:8080'], await nameServer('192.0.2.7'));
    const [found] = await all(names, 'localhost');
    expect(['127.0.0.1', '::1']).toContain(found?.address);
  });

  it('whose name server says nothing hold up no other, and end when they are given up', async () => {
    const names = createCallNames([], await nameServer());
    const silent = Array.from({ length: 40 }, (_, number) => all(names, `dead${number}.example`));
    const ended = Promise.allSettled(silent);
    // What a poll asks: the two places of the system are free.
    await new Promise<void>((resolve) => systemLookup('localhost', () => resolve()));
    names.cancel();
    for (const end of await ended) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'EAI_AGAIN' } });
    }
  });
});
