import { createHash } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { SiteConfig } from '../../domain/config.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { MonthEntry } from '../../domain/month.ts';
import type { Rendered } from '../../domain/publication.ts';
import type { Source } from '../../domain/source.ts';
import type { Topic } from '../../domain/topic.ts';
import { directionOfText } from '../../text/direction.ts';
import { topicTitle, variantFolder } from '../build-publication.ts';
import { cleanLine, cleanTree, cutAtWord } from '../clean.ts';
import { LanguageTag } from '../entry-card.tsx';
import { feedFormats } from '../feed-formats.ts';
import { dateWords, monthWords, Time } from '../page-dates.tsx';
import { Page, pageLanguage, pageText } from '../page-shell.tsx';
import { stylesheetPath } from '../page-style.ts';
import { receiptFolder } from '../receipt/receipt-folder.ts';
import { uiWords } from '../ui-words.ts';

/** Raised when these pages look or read otherwise on the same entries. */
const rendererVersion = 3;
const titleCharactersMax = 200;

/** What the pages of the past are written by. */
export interface MonthFrame {
  readonly site: SiteConfig;
  readonly topics: readonly Topic[];
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** Changes when every page of the past is to be written again. */
export function monthsVersion({ site, topics, sources }: MonthFrame): string {
  const outlets = [...sources.values()].map(({ id, title }) => [id, title]);
  const named = topics.map(({ id, title }) => [id, title]);
  const said = [uiWords(site.language), site.title, site.language, site.timezone];
  const frame = [rendererVersion, stylesheetPath, said, outlets, named];
  return createHash('sha256').update(JSON.stringify(frame)).digest('hex').slice(0, 16);
}

/** Folder of a topic's past in the published tree, with a trailing slash. */
export function archiveFolder(topicId: string): string {
  return `${variantFolder(topicId, 'all')}archive/`;
}

/** Page of one month in the published tree. */
export function monthPath(topicId: string, month: string): string {
  return `${archiveFolder(topicId)}${month}/index.html`;
}

/** All months of a topic, newest first, as a page. */
export function renderMonths(topic: Topic, months: readonly string[], frame: MonthFrame): Rendered {
  const language = pageLanguage(frame.site.language);
  return rendered(
    `${archiveFolder(topic.id)}index.html`,
    <ArchivePage topic={topic} frame={frame} toRoot="../../../">
      <ul class="plain months">
        {months.map((month) => (
          <li>
            <a href={`${month}/`}>{monthWords(month, language)}</a>
          </li>
        ))}
      </ul>
    </ArchivePage>,
  );
}

/** The stories of one month, newest first under their days: titles that lead to the receipts. */
export function renderMonth(
  topic: Topic,
  month: string,
  raw: readonly MonthEntry[],
  frame: MonthFrame,
): Rendered {
  const entries = cleanTree(raw);
  const language = pageLanguage(frame.site.language);
  return rendered(
    monthPath(topic.id, month),
    <ArchivePage topic={topic} frame={frame} toRoot="../../../../" month={month}>
      {daysOf(entries, language, frame)}
    </ArchivePage>,
  );
}

function rendered(path: string, page: { toString(): string }): Rendered {
  return { path, mediaType: 'text/html; charset=utf-8', body: pageText(page) };
}

interface ArchiveProps {
  readonly topic: Topic;
  readonly frame: MonthFrame;
  readonly toRoot: string;
  readonly month?: string;
  readonly children?: Child;
}

function ArchivePage({ topic, frame, toRoot, month, children }: ArchiveProps) {
  const { site } = frame;
  const language = pageLanguage(site.language);
  const words = uiWords(language);
  const title = topicTitle(topic, language, site.language);
  const period = month === undefined ? words.older : monthWords(month, language);
  const up = month === undefined ? '../' : '../../';
  return (
    <Page
      language={language}
      title={`${title}: ${period}`}
      description={words.tagline}
      siteTitle={cleanLine(site.title)}
      toRoot={toRoot}
      feeds={feedFormats.map((format) => ({ format, title, href: `${up}${format.fileName}` }))}
      footer={
        <>
          <p>
            <a href={up}>{title}</a>
          </p>
          {month === undefined ? null : (
            <p>
              <a href="../">{words.older}</a>
            </p>
          )}
          <p>
            {words.timesIn}: <bdi>{site.timezone}</bdi>
          </p>
        </>
      }
    >
      <p class="kicker">
        <a href={up}>{title}</a>
      </p>
      <h1>{period}</h1>
      {children}
    </Page>
  );
}

function daysOf(
  entries: readonly MonthEntry[],
  language: string,
  { site, sources }: MonthFrame,
): Child[] {
  const days = groupByDay(entries, language, site.timezone);
  return [...days].map(([day, told]) => (
    <>
      <h2>{day}</h2>
      <ul class="river">
        {told.map((entry) => (
          <li dir={directionOfText(entry.title, entry.language)}>
            <a href={`../../../../${receiptFolder(entry.storyId)}`} lang={entry.language}>
              {cutAtWord(entry.title, titleCharactersMax) || entry.storyId}
            </a>
            <span class="meta">
              <bdi>{sources.get(entry.sourceId)?.title ?? entry.sourceId}</bdi>
              <Time
                instant={entry.published}
                style="time"
                language={language}
                timezone={site.timezone}
              />
              {entry.language === language ? null : <LanguageTag language={entry.language} />}
            </span>
          </li>
        ))}
      </ul>
    </>
  ));
}

/** A day's entries stand together, as they come in the order of their dates. */
function groupByDay(
  entries: readonly MonthEntry[],
  language: string,
  timezone: string,
): ReadonlyMap<string, readonly MonthEntry[]> {
  const days = new Map<string, MonthEntry[]>();
  for (const entry of entries) {
    const day = dateWords(entry.published, 'day', language, timezone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
