import type { SiteConfig } from '../domain/config.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Source } from '../domain/source.ts';
import type { SourceHealth, TopicHealth } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import { atom } from './atom.ts';
import { topicTitle, variantFolder } from './build-publication.ts';
import { cleanLine, cutAtWord } from './clean.ts';
import { Page, pageText } from './page-shell.tsx';
import { alertsPath } from './status-alerts.ts';
import {
  At,
  dueWords,
  messageCharactersMax,
  outcomeOf,
  Summary,
  statusLanguage,
} from './status-summary.tsx';

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

/** What is wrong and since when; then how the sources and topics stand, failing ones first. */
export function renderStatusPage(input: StatusInput): string {
  const { site, sourceHealth, topicHealth, toRoot = '' } = input;
  const page = (
    <Page
      language={statusLanguage}
      title="Status"
      description="Health of the sources and topics"
      siteTitle={cleanLine(site.title)}
      toRoot={toRoot}
      isWide={true}
      feeds={[{ format: atom, title: 'Alerts', href: `${toRoot}${alertsPath.slice(1)}` }]}
      footer={
        <p>
          Times: {site.timezone}. As of <At instant={input.now} site={site} />.
        </p>
      }
    >
      <h1>Status</h1>
      <Summary {...input} health={sourceHealth} />
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

interface TopicTableProps extends StatusInput {
  readonly health: readonly TopicHealth[];
  readonly toRoot: string;
}

function TopicTable({ site, topics, health, toRoot }: TopicTableProps) {
  const healthOf = new Map(health.map((one) => [one.topicId, one]));
  return (
    <section class="scroll" tabindex={0} aria-labelledby="topics">
      <table class="stack" aria-labelledby="topics">
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
                    {topicTitle(topic, statusLanguage, site.language)}
                  </a>
                </th>
                <td data-label="Stories now">{one?.entriesLive ?? 0}</td>
                <td data-label="Stories ever">{one?.entriesTotal ?? 0}</td>
                <td data-label="Newest story">
                  <At instant={one?.newestPublished} site={site} />
                </td>
                <td data-label="Last change">
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
      <table class="stack" aria-labelledby="sources">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">State</th>
            <th scope="col">Last poll</th>
            <th scope="col">Next poll</th>
            <th scope="col">Items</th>
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
      <td data-label="State">{stateWords(one)}</td>
      <td data-label="Last poll">
        <At instant={state.lastPolledAt} site={site} />
        <small>{outcomeWords(one)}</small>
      </td>
      <td data-label="Next poll">
        {dueWords(state.nextDueAt, now)}
        <small>{cutAtWord(state.nextDueReason, messageCharactersMax)}</small>
      </td>
      <td data-label="Items">
        {one.itemsLastDay} in a day, {one.itemsStored} kept
        <small>
          newest: <At instant={state.lastNewItemAt} site={site} />
        </small>
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

function outcomeWords(one: SourceHealth): string {
  const { state, lastPoll } = one;
  const message = cutAtWord(lastPoll?.message ?? state.lastMessage ?? '', messageCharactersMax);
  const found =
    lastPoll?.outcome === 'modified'
      ? `, ${lastPoll.itemsNew} new, ${lastPoll.itemsDuplicate} duplicate`
      : '';
  return `${outcomeOf(one)}${found}${message === '' ? '' : `: ${message}`}`;
}
