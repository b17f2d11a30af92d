import type { Server } from 'node:net';
import { networkOf } from '../text/network-of.ts';
import { isLocalAddress } from '../text/urls.ts';

/**
 * Cuts what a network opens beyond so many connections at a time. This machine and the own network
 * are not counted: a reverse proxy there speaks for everyone.
 */
export function limitConnections(
  server: Server,
  connectionsMax: number,
  isTrusted: (address: string) => boolean = isLocalPeer,
): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
    if (isTrusted(address)) return;
    const network = networkOf(address);
    const others = open.get(network) ?? 0;
    if (others >= connectionsMax) {
      socket.destroy();
      return;
    }
    open.set(network, others + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}

function isLocalPeer(address: string): boolean {
  return isLocalAddress(`http://${address.includes(':') ? `[${address}]` : address}/`);
}
