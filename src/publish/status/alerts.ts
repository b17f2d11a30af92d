import type { SiteConfig } from '../../domain/config.ts';
import type { SourceHealth } from '../../domain/health.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../../domain/source.ts';
import { cleanLine, cleanTree, httpUrl } from '../clean.ts';
import { numberWords } from '../page-dates.tsx';
import { element, writeXml, type XmlElement } from '../xml-tree.ts';
import { messageOf, outcomeOf, type StatusFrame, statusFrame } from './frame.ts';
import { findTroubles, lastPollOf, type SourceTrouble, type Trouble } from './troubles.ts';

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

interface Alert {
  /** The same as long as the trouble is the same, so that a reader tells of it once. */
  readonly name: string;
  readonly updated: Instant;
  readonly title: string;
  readonly text: string;
  /** The text is what a poll reported, which is English. */
  readonly isReported?: boolean;
}

/**
 * What an operator has to look at, for a feed reader: an entry a trouble, newest first, under an id
 * that it keeps until it is over. When all is well there is none. In the
 * language of the site, as the status page.
 */
export function renderAlerts(input: AlertsInput): string {
  const { site, sourceHealth, now } = input;
  const publicUrl = httpUrl(input.publicUrl)?.replace(/\/$/, '') ?? input.publicUrl;
  const self = publicUrl + alertsPath;
  const frame = statusFrame(input);
  const { words, language } = frame;
  const alerts = findTroubles(sourceHealth, now).map((trouble) =>
    alertOf(trouble, sourceHealth, frame),
  );
  alerts.sort((a, b) => b.updated - a.updated || (a.name < b.name ? -1 : 1));
  const siteTitle = cleanLine(site.title) || 'Araz';
  // What is said is as of the last poll, also when that found nothing wrong.
  const moments = [lastPollOf(sourceHealth) ?? 0, ...alerts.map((one) => one.updated)];
  const updated = Math.max(...moments) || now;
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    element('id', {}, self),
    element('title', {}, `${siteTitle}: ${words.alerts}`),
    element('updated', {}, dateText(updated)),
    element('generator', {}, 'Araz'),
    element('author', {}, [element('name', {}, siteTitle)]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: `${publicUrl}/status` }),
    ...alerts.map((alert) => alertEntry(alert, self, `${publicUrl}/status`)),
  ]);
  const declaration = { attributes: { version: '1.0', encoding: 'utf-8' } };
  return writeXml(cleanTree({ declaration, elements: [feed] }));
}

function alertEntry(alert: Alert, self: string, page: string): XmlElement {
  const { name, updated, title, text, isReported } = alert;
  return element('entry', {}, [
    element('id', {}, `${self}#${name}`),
    element('title', {}, title),
    element('updated', {}, dateText(updated)),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    element('summary', isReported ? { 'xml:lang': 'en' } : {}, text),
  ]);
}

function alertOf(trouble: Trouble, health: readonly SourceHealth[], frame: StatusFrame): Alert {
  const { words, language } = frame;
  switch (trouble.kind) {
    case 'late': {
      // Nobody ever polled: it is late since the first was due.
      const since = trouble.since ?? Math.min(...health.map(({ state }) => state.nextDueAt));
      const overdue = fillText(words.overdue, {
        late: numberWords(trouble.sources, language),
        all: numberWords(health.length, language),
      });
      const runs = { start: 'araz start', work: 'araz work', poll: 'araz poll' };
      const text = `${overdue} ${fillText(words.seeWhatRuns, runs)}`;
      return { name: `late-${since}`, updated: since, title: words.nobodyPolls, text };
    }
    case 'nothing-reached': {
      const updated = Math.min(...health.map(({ state }) => sinceOf(state)));
      const text = words.seeNetwork;
      return { name: 'nothing-reached', updated, title: words.nothingReached, text };
    }
    default:
      return sourceAlert(trouble, frame);
  }
}

function sinceOf({ failingSince, lastPolledAt, nextDueAt }: SourceHealth['state']): Instant {
  return failingSince ?? lastPolledAt ?? nextDueAt;
}

function sourceAlert(
  { kind, sourceId, since, one }: SourceTrouble,
  { sources, words }: StatusFrame,
): Alert {
  const outlet = cleanLine(sources.get(sourceId)?.title ?? '') || sourceId;
  const updated = since ?? sinceOf(one.state);
  const message = [outcomeOf(one), messageOf(one)].filter((part) => part !== '').join(': ');
  const said: Readonly<Record<SourceTrouble['kind'], readonly [title: string, text: string]>> = {
    failing: [words.alertFailing, message],
    gone: [words.alertGone, words.alertGoneText],
    missed: [words.alertMissed, words.alertMissedText],
    'left-out': [words.alertLeftOut, words.alertLeftOutText],
    quiet: [words.alertQuiet, words.alertQuietText],
  };
  const [pattern, text] = said[kind];
  const title = fillText(pattern, { outlet });
  // Said of the last poll, whichever that is: it stays one trouble.
  const moment = kind === 'left-out' ? '' : `-${updated}`;
  return {
    name: `${kind}-${sourceId}${moment}`,
    updated,
    title,
    text: text || title,
    isReported: kind === 'failing' && text !== '',
  };
}

/** A sentence of ours as plain text, with what stands for its `{name}`s put in. */
function fillText(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function dateText(instant: Instant): string {
  return new Date(instant).toISOString();
}
