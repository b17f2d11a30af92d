import type { Child } from 'hono/jsx';
import type { SiteConfig } from '../../domain/config.ts';
import type { SourceHealth, TopicHealth } from '../../domain/health.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../../domain/source.ts';
import type { Topic } from '../../domain/topic.ts';
import { atom } from '../atom.ts';
import { topicTitle, variantFolder } from '../build-publication.ts';
import { cleanLine } from '../clean.ts';
import { dateNames } from '../date-names.ts';
import { fillWords } from '../fill-words.tsx';
import { numberWords } from '../page-dates.tsx';
import { Page, pageText } from '../page-shell.tsx';
import { uiWords } from '../ui-words.ts';
import { alertsPath } from './alerts.ts';
import { messageOf, outcomeOf, type StatusFrame, shortMessage, statusFrame } from './frame.ts';
import { At, dueWords } from './moments.tsx';
import { Said } from './said.tsx';
import { Summary } from './summary.tsx';

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

/**
 * What is wrong and since when; then how the sources and topics stand, failing ones first. In the
 * language of the site; what polls report is in English, as in logs and metrics.
 */
export function renderStatusPage(input: StatusInput): string {
  const { site, sourceHealth, toRoot = '' } = input;
  const frame = statusFrame(input);
  const { words, language } = frame;
  const ui = uiWords(language);
  const page = (
    <Page
      language={language}
      title={words.title}
      description={words.about}
      siteTitle={cleanLine(site.title)}
      toRoot={toRoot}
      isWide={true}
      feeds={[{ format: atom, title: words.alerts, href: `${toRoot}${alertsPath.slice(1)}` }]}
      footer={
        <>
          <p>
            {ui.timesIn}: <bdi>{site.timezone}</bdi>.{' '}
            {fillWords(words.asOf, { date: <At frame={frame} instant={input.now} /> })}
          </p>
          <p>
            <a href={`${toRoot}${alertsPath.slice(1)}`}>{words.alerts} (Atom)</a>
          </p>
          <p>
            <a href={toRoot || './'}>{ui.allTopics}</a>
          </p>
        </>
      }
    >
      <h1>{words.title}</h1>
      <Summary frame={frame} health={sourceHealth} />
      <h2 id="topics">{ui.topics}</h2>
      <TopicTable {...input} frame={frame} toRoot={toRoot} />
      <h2 id="sources">{ui.sources}</h2>
      <SourceTable frame={frame} health={[...sourceHealth].sort(worstFirst)} />
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

interface TableProps {
  /** Of the heading that names it. */
  readonly labelledBy: string;
  readonly columns: readonly string[];
  readonly children?: Child;
}

/** A table on a wide screen; on a narrow one each row is a list, its cells named by `data-label`. */
function Table({ labelledBy, columns, children }: TableProps) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby={labelledBy}>
      <table class="stack" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

interface TopicTableProps extends StatusInput {
  readonly frame: StatusFrame;
  readonly toRoot: string;
}

function TopicTable({ frame, site, topics, topicHealth, toRoot }: TopicTableProps) {
  const { words, language } = frame;
  const healthOf = new Map(topicHealth.map((one) => [one.topicId, one]));
  const { storiesNow, storiesEver, newestStory, lastChange } = words;
  const columns = [words.topic, storiesNow, storiesEver, newestStory, lastChange];
  return (
    <Table labelledBy="topics" columns={columns}>
      {topics.map((topic) => {
        const one = healthOf.get(topic.id);
        return (
          <tr>
            <th scope="row">
              <a href={`${toRoot}${variantFolder(topic.id, 'all')}`}>
                {topicTitle(topic, language, site.language)}
              </a>
            </th>
            <td data-label={storiesNow}>{numberWords(one?.entriesLive ?? 0, language)}</td>
            <td data-label={storiesEver}>{numberWords(one?.entriesTotal ?? 0, language)}</td>
            <td data-label={newestStory}>
              <At frame={frame} instant={one?.newestPublished} />
            </td>
            <td data-label={lastChange}>
              <At frame={frame} instant={one?.lastUpdated} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

interface SourceTableProps {
  readonly frame: StatusFrame;
  readonly health: readonly SourceHealth[];
}

function SourceTable({ frame, health }: SourceTableProps) {
  const { source, state, lastPoll, nextPoll, items } = frame.words;
  return (
    <Table labelledBy="sources" columns={[source, state, lastPoll, nextPoll, items]}>
      {health.map((one) => (
        <SourceRow frame={frame} one={one} />
      ))}
    </Table>
  );
}

function SourceRow({ one, frame }: { readonly one: SourceHealth; readonly frame: StatusFrame }) {
  const { state } = one;
  const { words, language } = frame;
  const source = frame.sources.get(state.sourceId);
  const kept = {
    day: numberWords(one.itemsLastDay, language),
    kept: numberWords(one.itemsStored, language),
  };
  return (
    <tr>
      <th scope="row">
        <bdi lang={source?.language}>{source?.title ?? state.sourceId}</bdi>
        <small dir="ltr">{state.sourceId}</small>
      </th>
      <td data-label={words.state}>{stateWords(one, frame)}</td>
      <td data-label={words.lastPoll}>
        <At frame={frame} instant={state.lastPolledAt} />
        <small>{outcomeWords(one, frame)}</small>
      </td>
      <td data-label={words.nextPoll}>
        {dueWords(state.nextDueAt, frame)}
        <small>
          <Said frame={frame}>{shortMessage(state.nextDueReason)}</Said>
        </small>
      </td>
      <td data-label={words.items}>
        {fillWords(words.kept, kept)}
        <small>
          {fillWords(words.newest, { date: <At frame={frame} instant={state.lastNewItemAt} /> })}
        </small>
      </td>
    </tr>
  );
}

function stateWords({ state }: SourceHealth, { words, language }: StatusFrame): string {
  switch (state.status) {
    case 'new':
      return words.isNew;
    case 'ok':
      return words.isOk;
    case 'gone':
      return words.isGone;
    case 'failing':
      return words.isFailing.replace('{count}', numberWords(state.failuresInARow, language));
    default: {
      const never: never = state.status;
      return never;
    }
  }
}

/** What came of the last poll, in the site's words where they are figures, else as it was reported. */
function outcomeWords(one: SourceHealth, frame: StatusFrame): Child {
  const { lastPoll } = one;
  const { words, language } = frame;
  const message = messageOf(one);
  const found =
    lastPoll?.outcome === 'modified'
      ? fillWords(words.found, {
          fresh: numberWords(lastPoll.itemsNew, language),
          copies: numberWords(lastPoll.itemsDuplicate, language),
        })
      : [];
  return (
    <>
      <Said frame={frame}>{outcomeOf(one)}</Said>
      {found.length === 0 ? '' : dateNames(language).comma}
      {found}
      {message === '' ? null : (
        <>
          : <Said frame={frame}>{message}</Said>
        </>
      )}
    </>
  );
}
