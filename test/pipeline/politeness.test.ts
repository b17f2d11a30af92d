import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FetchResult } from '../../src/domain/fetch-result.ts';
import { day, hour, type Instant, type Milliseconds, minute } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import { createHostQueue, type HostQueue } from '../../src/fetch/host-queue.ts';
import { judgeStatus } from '../../src/fetch/judge-status.ts';
import { createOriginHolds, type OriginHolds } from '../../src/fetch/origin-holds.ts';
import { readFreshness, readRetryAfter, readValidators } from '../../src/fetch/response-headers.ts';
import { nextState } from '../../src/pipeline/poll/next-due.ts';
import { mayHaveMissed } from '../../src/pipeline/poll/poll-interval.ts';
import {
  afterClockSetBack,
  buildPollRequest,
  heldOrigins,
} from '../../src/pipeline/poll/poll-request.ts';
import type { FeedReading } from '../../src/pipeline/poll/source-rhythm.ts';
import { aNewState } from '../support/a-source-state.ts';
import {
  canBeFollowed,
  inventPublishers,
  movedUrl,
  type Publisher,
  type Random,
  replyOf,
  type SimulatedReply,
  seededRandom,
} from '../support/simulated-web.ts';
import { type VirtualTimer, virtualTimer } from '../support/virtual-timer.ts';

/** What the publishers saw, judged by their own books and not by ours. */
class Audit {
  requests = 0;
  notModified = 0;
  beforeFreshness = 0;
  beforeRetryAfter = 0;
  afterGone = 0;
  /** Without validators although it had some; and such within 7 days of the last. */
  unconditionalLater = 0;
  unconditionalAgain = 0;
  overlapping = 0;
  tooClose = 0;
  repeatedAfterKill = 0;
  readonly #freshUntil = new Map<string, Instant>();
  readonly #ttl = new Map<string, Milliseconds>();
  readonly #heldUntil = new Map<string, Instant>();
  readonly #gone = new Set<string>();
  readonly #hasValidators = new Set<string>();
  readonly #lastUnconditional = new Map<string, Instant>();
  readonly #open = new Map<string, number>();
  readonly #lastStart = new Map<string, Instant>();

  begin(publisher: Publisher, request: ReturnType<typeof buildPollRequest>, now: Instant): void {
    const { id } = publisher.source;
    const { origin, hostname } = new URL(request.url);
    this.requests += 1;
    this.beforeFreshness += Number(now < (this.#freshUntil.get(id) ?? 0));
    this.beforeRetryAfter += Number(now < (this.#heldUntil.get(origin) ?? 0));
    this.afterGone += Number(this.#gone.has(id));
    const { etag, lastModified } = request.validators;
    if (etag === undefined && lastModified === undefined) this.#unconditional(id, now);
    const open = (this.#open.get(hostname) ?? 0) + 1;
    this.#open.set(hostname, open);
    this.overlapping += Number(open > 1);
    this.tooClose += Number(now - (this.#lastStart.get(hostname) ?? 0) < 2_000);
    this.#lastStart.set(hostname, now);
  }

  #unconditional(id: string, now: Instant): void {
    if (!this.#hasValidators.has(id)) return;
    this.unconditionalLater += 1;
    this.unconditionalAgain += Number(now - (this.#lastUnconditional.get(id) ?? 0) < 7 * day);
    this.#lastUnconditional.set(id, now);
  }

  end(url: string): void {
    const { hostname } = new URL(url);
    this.#open.set(hostname, (this.#open.get(hostname) ?? 0) - 1);
  }

  /** The process died: its connections are closed. */
  cut(): void {
    this.#open.clear();
  }

  delivered(publisher: Publisher, url: string, reply: SimulatedReply, now: Instant): void {
    const { id } = publisher.source;
    if (reply.status === 410) this.#gone.add(id);
    const retryAfterMs = readRetryAfter(reply.headers, now);
    if (retryAfterMs !== undefined) {
      this.#heldUntil.set(new URL(url).origin, now + Math.min(retryAfterMs, day));
    }
    if (reply.status === 200) this.#ttl.set(id, ttlOf(publisher));
    if (reply.status === 304) this.notModified += 1;
    if (reply.status === 200 || reply.status === 304) this.#promise(publisher, reply, now);
  }

  #promise(publisher: Publisher, reply: SimulatedReply, now: Instant): void {
    const { id } = publisher.source;
    const freshMs = Math.min(publisher.cache?.maxAgeMs ?? 0, day);
    // Expires and Date have whole seconds.
    this.#freshUntil.set(id, now + Math.max(freshMs, this.#ttl.get(id) ?? 0) - 1_000);
    const { etag, lastModified } = readValidators(reply.headers);
    if (etag === undefined && lastModified === undefined) this.#hasValidators.delete(id);
    else this.#hasValidators.add(id);
  }
}

function ttlOf({ ttlMinutes = 0, updatePeriod }: Publisher): Milliseconds {
  return Math.max(ttlMinutes * minute, updatePeriod === 'hourly' ? hour : 0);
}

interface Losses {
  items: number;
  lost: number;
}

/** Polls publishers through virtual time as the worker does: a tick a minute, a turn per host. */
class Simulation {
  readonly audit = new Audit();
  readonly states = new Map<string, SourceState>();
  readonly followed: Losses = { items: 0, lost: 0 };
  readonly firstSurges: Losses = { items: 0, lost: 0 };
  readonly hindered: Losses = { items: 0, lost: 0 };
  losses = { real: 0, suspected: 0, both: 0 };
  latestStartMs: Milliseconds = 0;
  restarts = 0;
  kills = 0;
  /** What our clock shows beyond the true time. */
  clockErrorMs: Milliseconds = 0;
  readonly #timer: VirtualTimer;
  readonly #random: Random;
  readonly #publishers: readonly Publisher[];
  readonly #seenUntil = new Map<string, number>();
  readonly #running = new Map<string, symbol>();
  #queue!: HostQueue;
  #holds!: OriginHolds;
  #life = Symbol('process');

  constructor(publishers: readonly Publisher[], start: Instant, random: Random) {
    this.#publishers = publishers;
    this.#random = random;
    this.#timer = virtualTimer(start);
    for (const { source } of publishers) {
      this.states.set(source.id, aNewState(source, { nextDueAt: start }));
    }
    this.#boot();
  }

  now(): Instant {
    return this.#timer.now() + this.clockErrorMs;
  }

  #boot(): void {
    this.#life = Symbol('process');
    this.#running.clear();
    this.#queue = createHostQueue({
      concurrency: 16,
      hostConnections: 1,
      hostSpacingMs: 2_000,
      timer: this.#timer,
    });
    this.#holds = createOriginHolds({ now: () => this.now() });
    for (const hold of heldOrigins([...this.states.values()], [])) this.#holds.hold(hold);
    for (const [id, state] of this.states) {
      this.states.set(id, afterClockSetBack(state, this.now()) ?? state);
    }
  }

  async tick(): Promise<void> {
    this.#startDue();
    await this.#timer.pass(minute);
  }

  #startDue(): void {
    const now = this.now();
    for (const [id, state] of this.states) {
      this.states.set(id, afterClockSetBack(state, now) ?? state);
    }
    for (const publisher of this.#publishers) {
      const { id } = publisher.source;
      const state = this.states.get(id);
      if (!state || this.#running.has(id) || state.status === 'gone') continue;
      if (Math.max(state.nextDueAt, state.heldUntil ?? 0) > now) continue;
      this.#running.set(id, this.#life);
      void this.#poll(publisher, state);
    }
  }

  /** An orderly stop lets what runs come to its end. */
  async restart(): Promise<void> {
    while (this.#running.size > 0) await this.#timer.pass(1_000);
    this.restarts += 1;
    this.#boot();
    await this.#timer.pass(5_000);
  }

  /** SIGKILL in the middle of a pass: what runs is lost, and its answers were never heard. */
  async kill(): Promise<void> {
    this.#startDue();
    await this.#timer.pass(200);
    this.audit.repeatedAfterKill += this.#running.size;
    this.kills += 1;
    this.audit.cut();
    this.#boot();
    await this.#timer.pass(5_000);
  }

  async #poll(publisher: Publisher, state: SourceState): Promise<void> {
    const life = this.#life;
    const request = buildPollRequest(publisher.source, state, this.now());
    const { hostname, origin } = new URL(request.url);
    const endTurn = await this.#queue.acquire(hostname);
    if (life !== this.#life) return;
    const remainingMs = this.#holds.remainingMs(origin);
    if (remainingMs !== undefined) {
      endTurn();
      const message = 'not asked';
      const result = { kind: 'failed', reason: 'rate-limited', message, tookMs: 0 } as const;
      const held = { ...result, retryAfterMs: remainingMs, finalUrl: request.url };
      this.#settle(publisher, state, request.validators, held);
      return;
    }
    const dueAt = Math.max(state.nextDueAt, state.heldUntil ?? 0);
    this.latestStartMs = Math.max(this.latestStartMs, this.now() - dueAt);
    this.audit.begin(publisher, request, this.#timer.now());
    const reply = replyOf(publisher, request, this.#timer.now(), this.#random);
    await new Promise<void>((resolve) => this.#timer.after(reply.tookMs, resolve));
    if (life !== this.#life) return;
    this.audit.end(request.url);
    endTurn();
    this.audit.delivered(publisher, request.url, reply, this.#timer.now());
    const result = this.#resultOf(request, reply);
    this.#settle(publisher, state, request.validators, result, reply);
  }

  #settle(
    publisher: Publisher,
    state: SourceState,
    sent: SourceState['validators'],
    result: FetchResult,
    reply?: SimulatedReply,
  ): void {
    const reading =
      result.kind === 'modified' && reply ? this.#read(publisher, state, reply) : undefined;
    const next = nextState({
      source: publisher.source,
      state,
      answer: { sent, result, reading },
      now: this.now(),
      random: this.#random,
    });
    this.states.set(publisher.source.id, next);
    this.#running.delete(publisher.source.id);
  }

  #resultOf(request: ReturnType<typeof buildPollRequest>, reply: SimulatedReply): FetchResult {
    const now = this.now();
    const finalUrl = reply.redirectedTo ?? request.url;
    const { etag, lastModified } = request.validators;
    const isConditional = etag !== undefined || lastModified !== undefined;
    const verdict = judgeStatus(reply.status, new URL(finalUrl).host, isConditional);
    const answered = {
      finalUrl,
      redirects: reply.redirectedTo ? [{ status: 301, to: reply.redirectedTo }] : [],
      httpStatus: reply.status,
      freshness: readFreshness(reply.headers, now),
      links: [],
      tookMs: reply.tookMs,
    };
    const validators = readValidators(reply.headers);
    if (verdict.kind === 'modified') {
      return { kind: 'modified', ...answered, validators, body: new Uint8Array(), wireBytes: 0 };
    }
    if (verdict.kind === 'not-modified') {
      return {
        kind: 'not-modified',
        ...answered,
        validators: { ...request.validators, ...validators },
      };
    }
    if (verdict.kind === 'gone')
      return { kind: 'gone', finalUrl, redirects: [], httpStatus: 410, tookMs: 1 };
    if (verdict.kind === 'redirect') throw new Error('redirects are followed by the web');
    const retryAfterMs = readRetryAfter(reply.headers, now);
    if (retryAfterMs !== undefined && (reply.status === 429 || reply.status === 503)) {
      const { origin } = new URL(finalUrl);
      this.#holds.hold({ origin, until: now + retryAfterMs, askedAt: now });
    }
    return {
      kind: 'failed',
      ...verdict.refusal,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      finalUrl,
      tookMs: 1,
    };
  }

  #read(publisher: Publisher, state: SourceState, { from, to }: SimulatedReply): FeedReading {
    const { id } = publisher.source;
    const before = this.#seenUntil.get(id);
    const itemsKnown = before === undefined ? 0 : Math.max(0, before - from);
    const reading: FeedReading = {
      kind: 'feed',
      ttlMinutes: publisher.ttlMinutes,
      updatePeriod: publisher.updatePeriod,
      skipHours: publisher.skipHours,
      skipDays: [],
      itemsTotal: to - from,
      itemsKnown,
      newestItemAt: publisher.items[to - 1],
      oldestItemAt: publisher.items[from],
    };
    if (before !== undefined) {
      const book = this.#bookOf(publisher, state);
      book.items += to - before;
      book.lost += Math.max(0, from - before);
      this.#count(from > before, mayHaveMissed(state, reading));
    }
    this.#seenUntil.set(id, to);
    return reading;
  }

  #count(isReal: boolean, isSuspected: boolean): void {
    this.losses.real += Number(isReal);
    this.losses.suspected += Number(isSuspected);
    this.losses.both += Number(isReal && isSuspected);
  }

  #bookOf(publisher: Publisher, state: SourceState): Losses {
    // A server that asks for a wait (for all its sources) has what it asked for.
    if (!canBeFollowed(publisher) || state.heldUntil !== undefined) return this.hindered;
    // Nobody can know of a first surge; from then on it is remembered.
    const isFirst = this.#timer.now() < publisher.firstSurgeOverAt + 6 * hour;
    return publisher.kind === 'surging' && isFirst ? this.firstSurges : this.followed;
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;

function print(title: string, simulation: Simulation): void {
  const { audit, followed, firstSurges, hindered, losses } = simulation;
  const lines = [
    title,
    `requests ${audit.requests}, answered 304 ${percent(audit.notModified, audit.requests)}`,
    `before Retry-After ${audit.beforeRetryAfter}, before freshness or ttl ${audit.beforeFreshness}, after 410 ${audit.afterGone}`,
    `unconditional later ${audit.unconditionalLater}, within 7 days ${audit.unconditionalAgain}; overlapping at a host ${audit.overlapping}, under 2 s apart ${audit.tooClose}`,
    `lost where polling could keep up ${followed.lost} of ${followed.items} (${percent(followed.lost, followed.items)}), in first surges ${firstSurges.lost} of ${firstSurges.items}, elsewhere ${hindered.lost} of ${hindered.items}`,
    `polls with a loss ${losses.real}, suspected ${losses.suspected}, both ${losses.both}`,
    `latest start after due ${simulation.latestStartMs / 1_000} s, restarts ${simulation.restarts}, kills ${simulation.kills} (in flight then ${audit.repeatedAfterKill})`,
  ];
  console.log(lines.join('\n  '));
}

async function run(
  seed: number,
  start: Instant,
  sources: number,
  days: number,
): Promise<{ readonly simulation: Simulation; readonly publishers: readonly Publisher[] }> {
  const random = seededRandom(seed);
  const publishers = inventPublishers(sources, start, days, random);
  const simulation = new Simulation(publishers, start, random);
  for (let minutes = 0; minutes < days * 24 * 60; minutes += 1) {
    await simulation.tick();
    if (random() < 1 / (2 * 24 * 60)) await simulation.restart();
    if (random() < 1 / (5 * 24 * 60)) await simulation.kill();
  }
  return { simulation, publishers };
}

describe.each([
  ['spring, over the change to summer time', 20_260_315, Date.UTC(2026, 2, 15), 200],
  ['autumn, over the change back', 20_261_010, Date.UTC(2026, 9, 10), 200],
])('30 virtual days in %s', (name, seed, start, sources) => {
  let simulation: Simulation;
  let publishers: readonly Publisher[];
  const zone = process.env['TZ' as string];

  beforeAll(async () => {
    // A zone with summer time: nothing may depend on it.
    process.env['TZ' as string] = 'Europe/Berlin';
    ({ simulation, publishers } = await run(seed, start, sources, 30));
    print(`${sources} sources, ${name} (seed ${seed})`, simulation);
  }, 300_000);
  afterAll(() => {
    process.env['TZ' as string] = zone;
  });

  it('no poll comes before Retry-After, freshness or ttl are over, none after 410', () => {
    const { beforeRetryAfter, beforeFreshness, afterGone } = simulation.audit;
    expect({ beforeRetryAfter, beforeFreshness, afterGone }).toEqual({
      beforeRetryAfter: 0,
      beforeFreshness: 0,
      afterGone: 0,
    });
  });

  it('a source with validators is asked unconditionally at most once in 7 days, liars are', () => {
    expect(simulation.audit.unconditionalLater).toBeGreaterThan(0);
    expect(simulation.audit.unconditionalAgain).toBe(0);
  });

  it('requests to one host never overlap and start two seconds apart', () => {
    expect(simulation.audit.overlapping).toBe(0);
    expect(simulation.audit.tooClose).toBe(0);
  });

  it('less than one item in a thousand is lost where polling could keep up', () => {
    expect(simulation.followed.items).toBeGreaterThan(10_000);
    expect(simulation.followed.lost / simulation.followed.items).toBeLessThan(0.001);
  });

  it('possible losses are counted, and no others', () => {
    const { real, suspected, both } = simulation.losses;
    expect(real).toBeGreaterThan(100);
    expect(both / real).toBeGreaterThanOrEqual(0.95);
    // A window replaced to the item without a loss looks the same; it is suspected all the same.
    expect(both / suspected).toBeGreaterThanOrEqual(0.9);
  });

  it('every poll starts within two ticks of its time', () => {
    expect(simulation.latestStartMs).toBeLessThan(2 * minute + 30_000);
  });

  it('what moved for good is asked at its new address, what is gone is known as gone', () => {
    for (const publisher of publishers) {
      const state = simulation.states.get(publisher.source.id);
      if (publisher.goneAt !== undefined) expect(state?.status).toBe('gone');
      if (publisher.movedAt === undefined || publisher.goneAt !== undefined) continue;
      expect([undefined, movedUrl(publisher)]).toContain(state?.effectiveUrl);
    }
  });
});

it('a clock that jumps a day ahead and back leaves no source unpolled', async () => {
  const start = Date.UTC(2026, 5, 1);
  const random = seededRandom(7);
  const publishers = inventPublishers(40, start, 6, random);
  const simulation = new Simulation(publishers, start, random);
  const hours = async (count: number): Promise<void> => {
    for (let minutes = 0; minutes < count * 60; minutes += 1) await simulation.tick();
  };
  await hours(24);
  simulation.clockErrorMs = day;
  await hours(2);
  simulation.clockErrorMs = 0;
  await hours(1);
  for (const state of simulation.states.values()) {
    expect(state.lastPolledAt ?? 0).toBeLessThanOrEqual(simulation.now());
    if (state.status !== 'ok' || state.nextDueReason.includes('skipHours')) continue;
    const longest = Math.max(state.intervalMs, state.rhythm?.askedMs ?? 0, day);
    expect(state.nextDueAt - simulation.now()).toBeLessThanOrEqual(longest + 2 * minute);
  }
  simulation.audit.beforeFreshness = 0;
  simulation.audit.overlapping = 0;
  simulation.audit.beforeRetryAfter = 0;
  await hours(24);
  expect(simulation.audit.overlapping).toBe(0);
  expect(simulation.audit.beforeRetryAfter).toBe(0);
});
