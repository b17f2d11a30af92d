import { hour, type Instant, type Milliseconds, second } from '../../domain/instant.ts';

/** A callback only has to take a note; one that takes longer is waited for beside the others. */
const promptMax: Milliseconds = 2 * second;
/** How long a site is remembered; then it may show again that it is prompt. */
const rememberedFor: Milliseconds = hour;
/** Sites remembered; the first one makes way. */
const sitesMax = 10_000;

/**
 * Sites whose callbacks kept us waiting lately. Kept in memory only: a new process learns it again
 * by one call each.
 */
export class SlowSites {
  readonly #since = new Map<string, Instant>();

  has(site: string, now: Instant): boolean {
    const since = this.#since.get(site);
    return since !== undefined && Math.abs(now - since) < rememberedFor;
  }

  /** Takes down how long a call at the site took. */
  note(site: string, tookMs: Milliseconds, now: Instant): void {
    this.#since.delete(site);
    if (tookMs < promptMax) return;
    this.#since.set(site, now);
    const [oldest] = this.#since.keys();
    if (this.#since.size > sitesMax && oldest !== undefined) this.#since.delete(oldest);
  }
}
