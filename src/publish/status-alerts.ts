import type { SiteConfig } from '../domain/config.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Source } from '../domain/source.ts';
import type { SourceHealth } from '../domain/store.ts';
import { cleanLine, cleanTree, cutAtWord, httpUrl } from './clean.ts';
import { outcomeOf, statusLanguage } from './status-summary.tsx';
import { findTroubles, lastPollOf, type Trouble } from './status-troubles.ts';
import { element, writeXml, type XmlElement } from './xml-tree.ts';

export interface AlertsInput {
  readonly site: SiteConfig;
  /** Base URL of the published tree, without a trailing slash. */
  readonly publicUrl: string;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly sourceHealth: readonly SourceHealth[];
  readonly now: Instant;
}

/** Path of the alerts on a live server. */
export const alertsPath = '/status/alerts.atom';
export const alertsMediaType = 'application/atom+xml; charset=utf-8';

/** Longest message of a failure in an alert, in characters. */
const messageCharactersMax = 200;

interface Alert {
  /** The same as long as the trouble is the same, so that a reader tells of it once. */
  readonly name: string;
  readonly updated: Instant;
  readonly title: string;
  readonly text: string;
}

/**
 * What an operator has to look at, for a feed reader: an entry a trouble, newest first, under an id
 * that it keeps until it is over. When all is well there is none. In English, as the status page.
 */
export function renderAlerts(input: AlertsInput): string {
  const { site, sourceHealth, now } = input;
  const publicUrl = httpUrl(input.publicUrl)?.replace(/\/$/, '') ?? input.publicUrl;
  const self = publicUrl + alertsPath;
  const alerts = findTroubles(sourceHealth, now).map((trouble) => alertOf(trouble, input));
  alerts.sort((a, b) => b.updated - a.updated || (a.name < b.name ? -1 : 1));
  const siteTitle = cleanLine(site.title) || 'Araz';
  // What is said is as of the last poll, also when that found nothing wrong.
  const moments = [lastPollOf(sourceHealth) ?? 0, ...alerts.map((one) => one.updated)];
  const updated = Math.max(...moments) || now;
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': statusLanguage },
    [
      element('id', {}, self),
      element('title', {}, `${siteTitle}: alerts`),
      element('updated', {}, dateText(updated)),
      element('generator', {}, 'Araz'),
      element('author', {}, [element('name', {}, siteTitle)]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${publicUrl}/status` }),
      ...alerts.map((alert) => alertEntry(alert, self, `${publicUrl}/status`)),
    ],
  );
  const declaration = { attributes: { version: '1.0', encoding: 'utf-8' } };
  return writeXml(cleanTree({ declaration, elements: [feed] }));
}

function alertEntry({ name, updated, title, text }: Alert, self: string, page: string): XmlElement {
  return element('entry', {}, [
    element('id', {}, `${self}#${name}`),
    element('title', {}, title),
    element('updated', {}, dateText(updated)),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    element('summary', {}, text),
  ]);
}

function alertOf(trouble: Trouble, { sources, sourceHealth }: AlertsInput): Alert {
  switch (trouble.kind) {
    case 'late': {
      // Nobody ever polled: it is late since the first was due.
      const since = trouble.since ?? Math.min(...sourceHealth.map(({ state }) => state.nextDueAt));
      const text = `${trouble.sources} of ${sourceHealth.length} sources are overdue. See whether araz start, araz work or the timer of araz poll is running.`;
      return { name: `late-${since}`, updated: since, title: 'Nobody polls', text };
    }
    case 'nothing-reached': {
      const updated = Math.min(...sourceHealth.map(({ state }) => sinceOf(state)));
      const text =
        'Look whether this machine reaches the network, then whether the addresses are right.';
      return { name: 'nothing-reached', updated, title: 'No source could be reached so far', text };
    }
    default:
      return sourceAlert(trouble, sources);
  }
}

function sinceOf({ failingSince, lastPolledAt, nextDueAt }: SourceHealth['state']): Instant {
  return failingSince ?? lastPolledAt ?? nextDueAt;
}

type SourceTrouble = Extract<Trouble, { readonly one: SourceHealth }>;

function sourceAlert(
  { kind, sourceId, since, one }: SourceTrouble,
  sources: ReadonlyMap<SourceId, Source>,
): Alert {
  const { state, lastPoll } = one;
  const outlet = cleanLine(sources.get(sourceId)?.title ?? '') || sourceId;
  const updated = since ?? sinceOf(state);
  const message = cutAtWord(lastPoll?.message ?? state.lastMessage ?? '', messageCharactersMax);
  const said: Readonly<Record<SourceTrouble['kind'], readonly [title: string, text: string]>> = {
    failing: ['fails', [outcomeOf(one), message].filter((part) => part !== '').join(': ')],
    gone: ['is gone for good', 'It answers HTTP 410 and is polled no more.'],
    missed: ['may have lost items', 'All items of its document were new at this poll.'],
    'left-out': ['has too long a document', 'Its last items are left out by every poll.'],
    quiet: ['has been quiet', 'Nothing new has come for a week or more.'],
  };
  const [what, text] = said[kind];
  // Said of the last poll, whichever that is: it stays one trouble.
  const moment = kind === 'left-out' ? '' : `-${updated}`;
  return {
    name: `${kind}-${sourceId}${moment}`,
    updated,
    title: `${outlet} ${what}`,
    text: text || what,
  };
}

function dateText(instant: Instant): string {
  return new Date(instant).toISOString();
}
