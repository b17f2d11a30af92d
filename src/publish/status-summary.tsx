import type { Child } from 'hono/jsx';
import type { SiteConfig } from '../domain/config.ts';
import type { SourceId } from '../domain/ids.ts';
import { day, hour, type Instant, type Milliseconds, minute } from '../domain/instant.ts';
import { itemsPerDocumentMax } from '../domain/limits.ts';
import type { Source } from '../domain/source.ts';
import type { SourceHealth } from '../domain/store.ts';
import { cutAtWord } from './clean.ts';
import { Time } from './page-dates.tsx';
import { findTroubles, lastPollOf, type Trouble } from './status-troubles.ts';

/** Operators read this page; it is in English, as are the messages it shows. */
export const statusLanguage = 'en';
/** Longest message shown of one source, in characters. */
export const messageCharactersMax = 200;

interface SummaryProps {
  readonly site: SiteConfig;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly health: readonly SourceHealth[];
  readonly now: Instant;
}

/** The answer to "is anything wrong, and since when", before all figures. */
export function Summary(props: SummaryProps) {
  const { health, now, site } = props;
  if (health.length === 0) {
    return (
      <section class="card note">
        <h2>No sources yet</h2>
        <p>
          Add one to <code>feeds.config.json</code>, or let <code>araz sources add URL</code> find
          its feed.
        </p>
      </section>
    );
  }
  const troubles = findTroubles(health, now);
  return (
    <>
      <p class="lead">{countsOf(health)}</p>
      {troubles.length === 0 ? (
        <section class="card note">
          <h2>All is well</h2>
          <p>
            Every source answers. Last poll: <At instant={lastPollOf(health)} site={site} />.
          </p>
        </section>
      ) : (
        <section aria-labelledby="attention">
          <h2 id="attention">Needs attention</h2>
          <ul class="reports">
            {troubles.map((trouble) => (
              <li class={`card note ${gravityOf(trouble)}`}>
                <TroubleText {...props} trouble={trouble} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function countsOf(health: readonly SourceHealth[]): string {
  const count = (status: string) => health.filter(({ state }) => state.status === status).length;
  const sources = health.length === 1 ? '1 source' : `${health.length} sources`;
  const others = [
    [count('failing'), 'failing'],
    [count('gone'), 'gone'],
    [count('new'), 'not polled yet'],
  ] as const;
  const named = others
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`);
  return `${sources}: ${[`${count('ok')} well`, ...named].join(', ')}.`;
}

/** What has only to be known is not shown like what is broken. */
function gravityOf({ kind }: Trouble): string {
  return kind === 'quiet' || kind === 'missed' || kind === 'left-out' ? 'mild' : 'grave';
}

interface TroubleProps extends SummaryProps {
  readonly trouble: Trouble;
}

function TroubleText({ trouble, ...props }: TroubleProps) {
  switch (trouble.kind) {
    case 'late':
      return (
        <Told title="Nobody polls">
          {trouble.sources} of {props.health.length} sources are overdue. The last poll was{' '}
          <Since {...props} instant={trouble.since} />. See whether <code>araz start</code>,{' '}
          <code>araz work</code> or the timer of <code>araz poll</code> is running.
        </Told>
      );
    case 'nothing-reached':
      return (
        <Told title="No source could be reached so far">
          Araz keeps trying, ever less often. Look whether this machine reaches the network, then
          whether the addresses are right. <code>npm run demo</code> shows Araz at work without any
          network.
        </Told>
      );
    default:
      return <SourceTroubleText {...props} trouble={trouble} />;
  }
}

interface SourceTroubleProps extends SummaryProps {
  readonly trouble: Extract<Trouble, { readonly one: SourceHealth }>;
}

function SourceTroubleText({ trouble, ...props }: SourceTroubleProps) {
  const { sourceId, since, one } = trouble;
  const source = props.sources.get(sourceId);
  const since_ = <Since {...props} instant={since} />;
  const title = <bdi lang={source?.language}>{source?.title ?? sourceId}</bdi>;
  const { state, lastPoll } = one;
  switch (trouble.kind) {
    case 'failing': {
      const message = cutAtWord(lastPoll?.message ?? state.lastMessage ?? '', messageCharactersMax);
      return (
        <Told title={title}>
          Failing since {since_}, {state.failuresInARow} in a row: {outcomeOf(one)}
          {message === '' ? '' : `: ${message}`}. Next try {dueWords(state.nextDueAt, props.now)}.
        </Told>
      );
    }
    case 'gone':
      return (
        <Told title={title}>
          Gone for good since {since_} (HTTP 410). It is polled no more: take it out of the
          configuration, or try it with <code>araz poll --source {sourceId}</code>.
        </Told>
      );
    case 'missed':
      return (
        <Told title={title}>
          Items may have come and gone unseen before the last poll,{' '}
          <At {...props} instant={since} />. It is polled more often now.
        </Told>
      );
    case 'left-out':
      return (
        <Told title={title}>
          The last {lastPoll?.itemsLeftOut} items of its document were left out by the last poll,{' '}
          <At {...props} instant={since} />: only the first {itemsPerDocumentMax} are read.{' '}
          <code>araz doctor {sourceId}</code> says what to do.
        </Told>
      );
    case 'quiet':
      return (
        <Told title={title}>
          Answers, but has brought nothing new since {since_}. <code>araz doctor</code> says whether
          that is unusual.
        </Told>
      );
    default: {
      const never: never = trouble.kind;
      return never;
    }
  }
}

function Told({ title, children }: { readonly title: Child; readonly children?: Child }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{children}</p>
    </>
  );
}

interface SinceProps {
  readonly instant: Instant | undefined;
  readonly site: SiteConfig;
  readonly now: Instant;
}

/** A moment and how long ago it was. */
function Since({ instant, site, now }: SinceProps) {
  if (instant === undefined) return <>the first poll</>;
  return (
    <>
      <At instant={instant} site={site} /> ({durationWords(Math.max(0, now - instant))})
    </>
  );
}

/** `http-status (HTTP 503)` */
export function outcomeOf({ state, lastPoll }: SourceHealth): string {
  const outcome = lastPoll?.outcome ?? state.lastOutcome ?? '';
  return lastPoll?.httpStatus === undefined ? outcome : `${outcome} (HTTP ${lastPoll.httpStatus})`;
}

/** `in 12 min`; what is overdue is due now. */
export function dueWords(dueAt: Instant, now: Instant): string {
  const wait = dueAt - now;
  return wait <= 0 ? 'now' : `in ${durationWords(wait)}`;
}

export function durationWords(duration: Milliseconds): string {
  if (duration < 2 * minute) return `${Math.ceil(duration / 1_000)} s`;
  if (duration < 2 * hour) return `${Math.round(duration / minute)} min`;
  if (duration < 2 * day) return `${Math.round(duration / hour)} h`;
  return `${Math.round(duration / day)} days`;
}

interface AtProps {
  readonly instant: Instant | undefined;
  readonly site: SiteConfig;
}

export function At({ instant, site }: AtProps) {
  if (instant === undefined) return <span>never</span>;
  return <Time instant={instant} style="both" language={statusLanguage} timezone={site.timezone} />;
}
