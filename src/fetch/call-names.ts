import { Resolver, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { second } from '../domain/instant.ts';

/** For each try at a name server; a name that takes longer is as good as unknown. */
const tryMs = 3 * second;
const tries = 2;

/** Resolves the names of callbacks, which strangers choose. */
export interface CallNames {
  readonly lookup: LookupFunction;
  /** Gives up what is being resolved. */
  cancel(): void;
}

/**
 * The system resolves two names at a time, on threads of the whole process: name servers that do
 * not answer would make every poll wait. These are asked over sockets of their own; names that the
 * editor opened may stand in the hosts file, so the system is asked for those.
 */
export function createCallNames(
  allowHosts: readonly string[],
  resolver: Resolver = new Resolver({ timeout: tryMs, tries }),
): CallNames {
  const listed = new Set(allowHosts.map((entry) => entry.toLowerCase().replace(/:\d+$/, '')));
  return {
    lookup: (hostname, options, callback) => {
      if (listed.has(hostname.toLowerCase().replace(/\.$/, ''))) {
        systemLookup(hostname, options, callback);
        return;
      }
      resolveBoth(resolver, hostname).then(
        (found) => {
          const [first] = found;
          if (options.all) callback(null, [...found]);
          else callback(null, first?.address ?? '', first?.family);
        },
        (error) => callback(error, ''),
      );
    },
    cancel: () => resolver.cancel(),
  };
}

interface Found {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a name, IPv4 first. Rejects when it has none. */
async function resolveBoth(resolver: Resolver, hostname: string): Promise<readonly Found[]> {
  const answers = await Promise.allSettled([
    resolve(4, (done) => resolver.resolve4(hostname, done)),
    resolve(6, (done) => resolver.resolve6(hostname, done)),
  ]);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (found.length > 0) return found;
  const [reason] = answers.flatMap((answer) => (answer.status === 'rejected' ? answer.reason : []));
  const isAbsent = reason?.code === 'ENOTFOUND' || reason?.code === 'ENODATA';
  // The words of `lookup`, which fetching understands.
  const code = isAbsent ? 'ENOTFOUND' : 'EAI_AGAIN';
  throw Object.assign(new Error(`${hostname} has no address`, { cause: reason }), { code });
}

type Done = (error: NodeJS.ErrnoException | null, addresses: string[]) => void;

function resolve(family: 4 | 6, ask: (done: Done) => void): Promise<readonly Found[]> {
  return new Promise((fulfil, reject) => {
    ask((error, addresses) => {
      if (error) reject(error);
      else fulfil(addresses.map((address) => ({ address, family })));
    });
  });
}
