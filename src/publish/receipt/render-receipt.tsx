import { createHash } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { StoredItem } from '../../domain/item.ts';
import type { EntryRecord, Rendered } from '../../domain/publication.ts';
import type { StoryRecord } from '../../domain/story-record.ts';
import { directionOfText } from '../../text/direction.ts';
import { topicTitle } from '../build-publication.ts';
import { cleanLine, cleanTree, cutAtWord } from '../clean.ts';
import { fillWords } from '../fill-words.tsx';
import { numberWords } from '../page-dates.tsx';
import { Page, pageLanguage, pageText } from '../page-shell.tsx';
import { stylesheetPath } from '../page-style.ts';
import { uiWords } from '../ui-words.ts';
import { Acts, Retraction } from './acts.tsx';
import { EvidenceOfTopic } from './evidence.tsx';
import { Places } from './places.tsx';
import { receiptFolder } from './receipt-folder.ts';
import { receiptKeysName, writeReceiptKeys } from './receipt-keys.ts';
import { StoryFacts } from './receipt-story.tsx';
import { Reports } from './reports.tsx';
import type { ReceiptFrame, ReceiptView } from './view.tsx';
import { receiptWords } from './words.ts';

/** Raised when receipts look or read otherwise on the same record: all of them are written anew. */
const rendererVersion = 5;
/** The title of a story that has none to show: its id says which it is. */
const titleCharactersMax = 300;
const toRoot = '../../';

/** Changes when every receipt is to be written again: style, words, names and titles. */
export function receiptVersion({ site, topics, sources }: ReceiptFrame): string {
  const language = pageLanguage(site.language);
  const outlets = [...sources.values()].map(({ id, title, language: of, permission }) => [
    id,
    title,
    of,
    permission,
  ]);
  const named = topics.map(({ id, title, languages, reportedBy }) => [
    id,
    title,
    languages,
    reportedBy,
  ]);
  const said = [uiWords(language), receiptWords(language), site.title, site.language];
  const frame = [rendererVersion, stylesheetPath, said, site.timezone, outlets, named];
  return createHash('sha256').update(JSON.stringify(frame)).digest('hex').slice(0, 16);
}

/**
 * The receipt of a story: who told it, what was decided and by what evidence, and where it is or was
 * published. A pure function of what is stored. Of a retracted story it tells that alone, and by
 * whom and when it had been told.
 */
export function renderReceipt(raw: StoryRecord, frame: ReceiptFrame): Rendered {
  const record = cleanTree(raw);
  const language = pageLanguage(frame.site.language);
  const isRetracted = record.entries.some(({ leftReason }) => leftReason === 'retracted');
  const view: ReceiptView = { ...frame, record, language, isRetracted };
  return {
    path: `${receiptFolder(record.story.id)}index.html`,
    mediaType: 'text/html; charset=utf-8',
    body: pageText(<ReceiptPage {...view} />),
  };
}

function ReceiptPage(view: ReceiptView) {
  const { record, language, site, isRetracted } = view;
  const words = receiptWords(language);
  const shown = isRetracted ? undefined : shownItem(record);
  const title = cutAtWord(shown?.title ?? '', titleCharactersMax) || words.kind;
  const topics = [...new Set(record.matches.map(({ topicId }) => topicId))];
  return (
    <Page
      language={language}
      title={isRetracted ? words.retractedTitle : title}
      description={words.lead}
      siteTitle={cleanLine(site.title)}
      toRoot={toRoot}
      feeds={[]}
      kind="article"
      isUnlisted={isRetracted}
      head={
        <>
          <meta name={receiptKeysName} content={writeReceiptKeys(record)} />
          <StoryFacts record={record} />
        </>
      }
      footer={<Footer {...view} />}
    >
      <p class="kicker">{words.kind}</p>
      {isRetracted ? (
        <Retraction {...view} />
      ) : (
        <>
          <h1 lang={shown?.language} dir={directionOfText(title, shown?.language ?? language)}>
            {title}
          </h1>
          <p class="lead">
            {words.lead} {toldBy(view)}
          </p>
        </>
      )}
      {isRetracted ? null : topics.map((id) => <EvidenceOfTopic {...view} topicId={id} />)}
      <Reports {...view} />
      <Places {...view} />
      <Acts {...view} />
      <Related {...view} />
    </Page>
  );
}

/** The item that speaks for the story in the document of all languages, else its first report. */
function shownItem({ entries, items }: StoryRecord): StoredItem | undefined {
  const row: EntryRecord | undefined =
    entries.find(({ variant }) => variant === 'all') ?? entries[0];
  return items.find(({ id }) => id === row?.itemId) ?? items[0];
}

/** How many told it: the measure of a story at a glance. */
function toldBy({ record, language }: ReceiptView): readonly Child[] {
  const { items } = record;
  const count = (values: readonly string[]) => numberWords(new Set(values).size, language);
  return fillWords(receiptWords(language).toldBy, {
    reports: numberWords(items.length, language),
    outlets: count(items.map(({ sourceId }) => sourceId)),
    languages: count(items.map((item) => item.language)),
  });
}

function Related({ record, language }: ReceiptView) {
  if (record.related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{receiptWords(language).related}</h2>
      <ul class="plain">
        {record.related.map((story) => (
          <li>
            <a
              href={`../${story.storyId}/`}
              lang={story.language}
              dir={directionOfText(story.title, story.language)}
            >
              {cutAtWord(story.title, titleCharactersMax) || story.storyId}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Footer({ site, topics, record, language }: ReceiptView) {
  const words = uiWords(language);
  const ids = new Set(record.entries.map(({ topicId }) => topicId));
  return (
    <>
      <p>
        {words.timesIn}: <bdi>{site.timezone}</bdi>
      </p>
      {topics
        .filter(({ id }) => ids.has(id))
        .map((topic) => (
          <p>
            <a href={`${toRoot}topics/${topic.id}/`}>
              {topicTitle(topic, language, site.language)}
            </a>
          </p>
        ))}
      <p>
        <a href={toRoot}>{words.allTopics}</a>
      </p>
    </>
  );
}
