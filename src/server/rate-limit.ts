/** Requests of one network at once, and per second after that. */
const burst = 60;
const perSecond = 1;
/** Networks remembered; the one least lately seen makes way, and starts afresh. */
const networksMax = 10_000;

/** This machine, as a socket names its peer. */
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1)$/;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A token bucket per network: for what costs more than sending a file. */
export interface RateLimit {
  /** Seconds until the network may ask again; 0 when it may now, which takes `tokens` (1). */
  take(address: string, tokens?: number): number;
}

export function createRateLimit(now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take: (address, tokens = 1) => {
      const network = networkOf(address);
      const at = now();
      const bucket = buckets.get(network) ?? { tokens: burst, filledAt: at };
      const gained = ((at - bucket.filledAt) / 1_000) * perSecond;
      bucket.tokens = Math.min(burst, bucket.tokens + gained);
      bucket.filledAt = at;
      buckets.delete(network);
      buckets.set(network, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > networksMax && oldest !== undefined) buckets.delete(oldest);
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
      bucket.tokens -= tokens;
      return 0;
    },
  };
}

/** A household or firm: the /24 of IPv4, the /56 of IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (!plain.includes(':')) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  const [a = '0', b = '0', c = '0', d = '0'] = groups;
  return [a, b, c, d.padStart(4, '0').slice(0, 2)].join(':');
}

/**
 * Who asks: the peer, or whom a reverse proxy on this machine names last in X-Forwarded-For. What
 * stands before that the client may have written itself.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined): string {
  const plain = peer.replace(/^::ffff:/i, '');
  const named = forwardedFor?.split(',').at(-1)?.trim();
  return loopback.test(plain) && named ? named : plain;
}
