import type { Child } from 'hono/jsx';
import type { Edition, Format, Publication, Variant } from '../domain/publication.ts';
import { atom } from './atom.ts';
import { cutAtWord } from './clean.ts';
import { correctionsFile } from './correction-words.ts';
import { EntryCard } from './entry-card.tsx';
import { feedFormats, formatLabel } from './feed-formats.ts';
import { dateWords } from './page-dates.tsx';
import { type AnnouncedFeed, Page, pageLanguage, pageText } from './page-shell.tsx';
import { pick } from './pick.ts';
import { prepareEdition } from './prepare-edition.ts';
import { languageName, type UiWords, uiWords } from './ui-words.ts';

/** Bytes of cards on a page: with its frame a page stays under 60 KB, which a slow phone still opens. */
const cardBytesMax = 48_000;
/** The frame names every language of the topic; a title in it is cut to this, in characters. */
const titleCharactersMax = 200;

/** The topic's river as a web page. */
export const html: Format = {
  name: 'html',
  fileName: 'index.html',
  mediaType: 'text/html; charset=utf-8',
  version: 4,
  render: (edition) => renderRiver(prepareEdition(edition, 'html')),
  says: ({ publication, entries }) => [
    pick(publication, ['variant', 'title', 'description', 'language', 'siteTitle']),
    pick(publication, ['timezone', 'languages']),
    entries.map((entry) => [
      pick(entry, ['storyId', 'title', 'link', 'summary', 'language', 'direction']),
      pick(entry, ['published', 'updated', 'matchedWords']),
      entry.receipt !== undefined,
      pick(entry.shownBy, ['outlet', 'language']),
      entry.alsoReportedBy.map((other) => pick(other, ['outlet', 'link', 'language'])),
    ]),
  ],
};

function renderRiver(edition: Edition): string {
  const { publication, entries } = edition;
  const language = pageLanguage(publication.language);
  const words = uiWords(language);
  const title = cutAtWord(publication.title, titleCharactersMax);
  const feeds = feedFormats.map((format) => ({ format, title, href: format.fileName }));
  const { cards, isCut } = cardsOf(edition, language);
  const page = (
    <Page
      language={language}
      title={title}
      description={cutAtWord(publication.description, titleCharactersMax)}
      siteTitle={publication.siteTitle}
      toRoot={toRootOf(publication)}
      feeds={[...feeds, ...feedsByLanguage(publication, title)]}
      navigation={<LanguageSwitch publication={publication} words={words} />}
      footer={<Footer publication={publication} words={words} isCut={isCut} />}
    >
      <h1>{title}</h1>
      <p class="lead">{publication.description}</p>
      <div class="bar">
        <p id="subscribe">{words.subscribe}</p>
        <ul class="links" aria-labelledby="subscribe">
          {feeds.map(({ format, href }) => (
            <li>
              <a href={href} dir="ltr">
                {formatLabel(format)}
              </a>
            </li>
          ))}
        </ul>
      </div>
      {entries.length === 0 ? <EmptyRiver words={words} /> : cards}
    </Page>
  );
  return pageText(page);
}

/** The page of all languages announces one feed of each beside its own: readers list what they find. */
function feedsByLanguage({ variant, languages }: Publication, title: string): AnnouncedFeed[] {
  if (variant !== 'all') return [];
  return languages.map((language) => ({
    format: atom,
    title: `${title}, ${languageName(language)}`,
    href: `${language}/${atom.fileName}`,
    language,
  }));
}

function toRootOf({ variant }: Publication): string {
  return variant === 'all' ? '../../' : '../../../';
}

function toTopicOf({ variant }: Publication): string {
  return variant === 'all' ? './' : '../';
}

/** Cards newest first under the days of the site's zone, as many as the page may hold. */
function cardsOf({ publication, entries }: Edition, language: string) {
  const { timezone } = publication;
  const toRoot = toRootOf(publication);
  let bytes = 0;
  let dayBefore = '';
  const cards: Child[] = [];
  for (const entry of entries) {
    const day = dateWords(entry.published, 'day', language, timezone);
    const card = (
      <>
        {day === dayBefore ? null : <h2>{day}</h2>}
        <EntryCard entry={entry} language={language} timezone={timezone} toRoot={toRoot} />
      </>
    );
    bytes += Buffer.byteLength(card.toString());
    if (bytes > cardBytesMax) return { cards, isCut: true };
    cards.push(card);
    dayBefore = day;
  }
  return { cards, isCut: false };
}

function EmptyRiver({ words }: { readonly words: UiWords }) {
  return (
    <section class="card empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
    </section>
  );
}

interface FrameProps {
  readonly publication: Publication;
  readonly words: UiWords;
}

function LanguageSwitch({ publication, words }: FrameProps) {
  const variants: readonly Variant[] = ['all', ...publication.languages];
  return (
    <nav aria-label={words.languages}>
      <ul class="links strip">
        {variants.map((variant) => (
          <li>
            <VariantLink variant={variant} publication={publication} words={words} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function VariantLink({ variant, publication, words }: FrameProps & { readonly variant: Variant }) {
  const isCurrent = variant === publication.variant;
  const toTopic = toTopicOf(publication);
  const name = variant === 'all' ? words.allLanguages : languageName(variant);
  return (
    <a
      href={variant === 'all' ? toTopic : `${toTopic}${variant}/`}
      lang={variant === 'all' ? undefined : variant}
      hreflang={variant === 'all' ? undefined : variant}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {name}
    </a>
  );
}

function Footer({ publication, words, isCut }: FrameProps & { readonly isCut: boolean }) {
  return (
    <>
      {isCut ? <p>{words.moreInFeed}</p> : null}
      <p>{words.readOn}</p>
      <p>
        {words.timesIn}: <bdi>{publication.timezone}</bdi>
      </p>
      <p>
        <a href={`${toTopicOf(publication)}archive/`}>{words.older}</a>
      </p>
      <p>
        <a href={`${toTopicOf(publication)}${correctionsFile}`}>{words.corrections}</a>
      </p>
      <p>
        <a href={toRootOf(publication)}>{words.allTopics}</a>
      </p>
    </>
  );
}
