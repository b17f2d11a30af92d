/** Requests of one asker at once, and per second after that. */
const burst = 60;
const perSecond = 1;
/** Askers remembered; the one least lately seen makes way, and starts afresh. */
const askersMax = 10_000;

/** This machine, as a socket names its peer. */
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1)$/;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A token bucket per asker, by network or by site: for what costs more than sending a file. */
export interface RateLimit {
  /** Seconds until the asker may ask again; 0 when it may now, which takes `tokens` (1). */
  take(asker: string, tokens?: number): number;
}

export function createRateLimit(now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take: (asker, tokens = 1) => {
      const at = now();
      const bucket = buckets.get(asker) ?? { tokens: burst, filledAt: at };
      const gained = ((at - bucket.filledAt) / 1_000) * perSecond;
      bucket.tokens = Math.min(burst, bucket.tokens + gained);
      bucket.filledAt = at;
      buckets.delete(asker);
      buckets.set(asker, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > askersMax && oldest !== undefined) buckets.delete(oldest);
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
      bucket.tokens -= tokens;
      return 0;
    },
  };
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
