import type { SiteConfig } from '../domain/config.ts';
import type { SourceId } from '../domain/ids.ts';
import { day, hour, type Instant, type Milliseconds, minute } from '../domain/instant.ts';
import type { Source } from '../domain/source.ts';
import type { SourceHealth, TopicHealth } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import { topicTitle, variantFolder } from './build-publication.ts';
import { cleanLine, cutAtWord } from './clean.ts';
import { Time } from './page-dates.tsx';
import { Page, pageText } from './page-shell.tsx';

/** Operators read this page; it is in English, as are the messages it shows. */
const language = 'en';
/** Longest message shown of one source, in characters. */
const messageCharactersMax = 200;

export interface StatusInput {
  readonly site: SiteConfig;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly topics: readonly Topic[];
  readonly sourceHealth: readonly SourceHealth[];
  readonly topicHealth: readonly TopicHealth[];
  readonly now: Instant;
  /** From the page's address to the top of the tree; default empty, for `/status`. */
  readonly toRoot?: string;
}

/** How the sources and topics stand: failing ones first, each with what is known and what comes next. */
export function renderStatusPage(input: StatusInput): string {
  const { site, sourceHealth, topicHealth, toRoot = '' } = input;
  const page = (
    <Page
      language={language}
      title="Status"
      description="Health of the sources and topics"
      siteTitle={cleanLine(site.title)}
      toRoot={toRoot}
      isWide={true}
      feeds={[]}
      footer={
        <p>
          Times: {site.timezone}. As of <At instant={input.now} site={site} />.
        </p>
      }
    >
      <h1>Status</h1>
      <Summary health={sourceHealth} />
      <h2 id="topics">Topics</h2>
      <TopicTable {...input} health={topicHealth} toRoot={toRoot} />
      <h2 id="sources">Sources</h2>
      <SourceTable {...input} health={[...sourceHealth].sort(worstFirst)} />
    </Page>
  );
  return pageText(page);
}

/** Failing, then gone, then never polled, then well; the longest row of failures first. */
function worstFirst(a: SourceHealth, b: SourceHealth): number {
  const order = ['failing', 'gone', 'new', 'ok'];
  return (
    order.indexOf(a.state.status) - order.indexOf(b.state.status) ||
    b.state.failuresInARow - a.state.failuresInARow ||
    (a.state.sourceId < b.state.sourceId ? -1 : 1)
  );
}

function Summary({ health }: { readonly health: readonly SourceHealth[] }) {
  const count = (status: string) => health.filter(({ state }) => state.status === status).length;
  const polled = health.filter(({ state }) => state.lastPolledAt !== undefined);
  const nothingReached =
    polled.length > 0 && polled.every(({ state }) => state.lastSuccessAt === undefined);
  if (health.length === 0) {
    return (
      <Note title="No sources yet">
        Add one to <code>feeds.config.json</code>, or let <code>araz sources add URL</code> find its
        feed.
      </Note>
    );
  }
  return (
    <>
      {nothingReached ? (
        <Note title="No source could be reached so far">
          Araz keeps trying, ever less often. Look whether this machine reaches the network, then
          whether the addresses below are right. <code>npm run demo</code> shows Araz at work
          without any network.
        </Note>
      ) : null}
      <p class="lead">
        {health.length} sources: {count('ok')} well, {count('failing')} failing, {count('gone')}{' '}
        gone, {count('new')} not polled yet.
      </p>
    </>
  );
}

function Note({ title, children }: { readonly title: string; readonly children?: unknown }) {
  return (
    <section class="card note">
      <h2>{title}</h2>
      <p>{children as string}</p>
    </section>
  );
}

interface TopicTableProps extends StatusInput {
  readonly health: readonly TopicHealth[];
  readonly toRoot: string;
}

function TopicTable({ site, topics, health, toRoot }: TopicTableProps) {
  const healthOf = new Map(health.map((one) => [one.topicId, one]));
  return (
    <section class="scroll" tabindex={0} aria-labelledby="topics">
      <table aria-labelledby="topics">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Stories now</th>
            <th scope="col">Stories ever</th>
            <th scope="col">Newest story</th>
            <th scope="col">Last change</th>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => {
            const one = healthOf.get(topic.id);
            return (
              <tr>
                <th scope="row">
                  <a href={`${toRoot}${variantFolder(topic.id, 'all')}`}>
                    {topicTitle(topic, language, site.language)}
                  </a>
                </th>
                <td>{one?.entriesLive ?? 0}</td>
                <td>{one?.entriesTotal ?? 0}</td>
                <td>
                  <At instant={one?.newestPublished} site={site} />
                </td>
                <td>
                  <At instant={one?.lastUpdated} site={site} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface SourceTableProps extends StatusInput {
  readonly health: readonly SourceHealth[];
}

function SourceTable({ site, sources, health, now }: SourceTableProps) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby="sources">
      <table aria-labelledby="sources">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">State</th>
            <th scope="col">Last poll</th>
            <th scope="col">Next poll</th>
            <th scope="col">Items: last day, all</th>
          </tr>
        </thead>
        <tbody>
          {health.map((one) => (
            <SourceRow one={one} source={sources.get(one.state.sourceId)} site={site} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SourceRowProps {
  readonly one: SourceHealth;
  readonly source: Source | undefined;
  readonly site: SiteConfig;
  readonly now: Instant;
}

function SourceRow({ one, source, site, now }: SourceRowProps) {
  const { state } = one;
  return (
    <tr>
      <th scope="row">
        <bdi lang={source?.language}>{source?.title ?? state.sourceId}</bdi>
        <small>{state.sourceId}</small>
      </th>
      <td>{stateWords(one)}</td>
      <td>
        <At instant={state.lastPolledAt} site={site} />
        <small>{outcomeWords(one)}</small>
      </td>
      <td>
        {dueWords(state.nextDueAt, now)}
        <small>{cutAtWord(state.nextDueReason, messageCharactersMax)}</small>
      </td>
      <td>
        {one.itemsLastDay}, {one.itemsStored}
      </td>
    </tr>
  );
}

function stateWords({ state }: SourceHealth): string {
  switch (state.status) {
    case 'new':
      return 'not polled yet';
    case 'ok':
      return 'well';
    case 'gone':
      return 'gone: its server says so for good (410)';
    case 'failing':
      return `failing, ${state.failuresInARow} in a row`;
    default: {
      const never: never = state.status;
      return never;
    }
  }
}

function outcomeWords({ state, lastPoll }: SourceHealth): string {
  const outcome = lastPoll?.outcome ?? state.lastOutcome ?? '';
  const status = lastPoll?.httpStatus === undefined ? '' : ` (HTTP ${lastPoll.httpStatus})`;
  const message = cutAtWord(lastPoll?.message ?? state.lastMessage ?? '', messageCharactersMax);
  const found =
    outcome === 'modified' && lastPoll !== undefined
      ? `, ${lastPoll.itemsNew} new, ${lastPoll.itemsDuplicate} duplicate`
      : '';
  return `${outcome}${status}${found}${message === '' ? '' : `: ${message}`}`;
}

/** `in 12 min`; what is overdue is due now. */
function dueWords(dueAt: Instant, now: Instant): string {
  const wait = dueAt - now;
  return wait <= 0 ? 'now' : `in ${durationWords(wait)}`;
}

function durationWords(duration: Milliseconds): string {
  if (duration < 2 * minute) return `${Math.ceil(duration / 1_000)} s`;
  if (duration < 2 * hour) return `${Math.round(duration / minute)} min`;
  if (duration < 2 * day) return `${Math.round(duration / hour)} h`;
  return `${Math.round(duration / day)} days`;
}

function At({
  instant,
  site,
}: {
  readonly instant: Instant | undefined;
  readonly site: SiteConfig;
}) {
  if (instant === undefined) return <span>never</span>;
  return <Time instant={instant} style="both" language={language} timezone={site.timezone} />;
}
