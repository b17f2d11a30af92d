import type { Child } from 'hono/jsx';
import type { TopicId } from '../domain/ids.ts';
import type { MonthEntry, TopicGlance } from '../domain/month.ts';
import type { Topic } from '../domain/topic.ts';
import { directionOfText } from '../text/direction.ts';
import { topicTitle, variantFolder } from './build-publication.ts';
import { cleanLine, cleanTree, cutAtWord } from './clean.ts';
import { LanguageTag } from './entry-card.tsx';
import { feedFormats, formatLabel } from './feed-formats.ts';
import { numberWords, Time } from './page-dates.tsx';
import { Page, pageLanguage, pageText } from './page-shell.tsx';
import { receiptFolder } from './receipt/receipt-folder.ts';
import type { SiteInput } from './render-site.ts';
import { languageName, type UiWords, uiWords } from './ui-words.ts';

/** Bytes of cards on the page; topics that come after are named only. With its frame it stays under 60 KB. */
const cardBytesMax = 36_000;
const titleCharactersMax = 200;

/** The topics: what each has at the moment, in which languages, and its feeds. */
export function renderFrontPage(input: SiteInput): string {
  const { site, sources } = input;
  const language = pageLanguage(site.language);
  const words = uiWords(language);
  const siteTitle = cleanLine(site.title);
  const { cards, shown, others } = cardsOf(input, words, language);
  const feeds = shown.flatMap((topic) =>
    feedFormats.map((format) => ({
      format,
      title: topicTitle(topic, site.language, site.language),
      href: `${variantFolder(topic.id, 'all')}${format.fileName}`,
    })),
  );
  const outlets = sources.filter(({ enabled }) => enabled).length;
  return pageText(
    <Page
      language={language}
      title={siteTitle}
      description={words.tagline}
      siteTitle={siteTitle}
      toRoot=""
      feeds={feeds}
      footer={<SiteFooter words={words} outlets={numberWords(outlets, language)} site={site} />}
    >
      <h1>{siteTitle}</h1>
      <p class="lead">{words.tagline}</p>
      <h2>{words.topics}</h2>
      {cards}
      {others.length === 0 ? null : (
        <ul class="links">
          {others.map((topic) => (
            <li>
              <a href={variantFolder(topic.id, 'all')}>{titleOf(topic, language)}</a>
            </li>
          ))}
        </ul>
      )}
    </Page>,
  );
}

/** Cards in the order of the configuration, as many as the page may hold. */
function cardsOf(input: SiteInput, words: UiWords, language: string) {
  const { topics, glances } = input;
  const cards: Child[] = [];
  let bytes = 0;
  for (const [index, topic] of topics.entries()) {
    const glance = glances.get(topic.id) ?? { stories: 0, newest: [] };
    const given = { topic, glance: cleanTree(glance), language, words, input };
    const card = <TopicCard {...given} />;
    bytes += Buffer.byteLength(card.toString());
    if (bytes > cardBytesMax) {
      return { cards, shown: topics.slice(0, index), others: topics.slice(index) };
    }
    cards.push(card);
  }
  return { cards, shown: topics, others: [] };
}

function titleOf(topic: Topic, language: string): string {
  return cutAtWord(topicTitle(topic, language, language), titleCharactersMax);
}

interface TopicCardProps {
  readonly topic: Topic;
  readonly glance: TopicGlance;
  readonly language: string;
  readonly words: UiWords;
  readonly input: SiteInput;
}

function TopicCard({ topic, glance, language, words, input }: TopicCardProps) {
  const folder = variantFolder(topic.id, 'all');
  const description = cleanLine(topic.description?.[language] ?? '');
  const { newest, stories } = glance;
  return (
    <section class="card" id={`topic-${topic.id}`}>
      <div class="heading">
        <h3>
          <a href={folder}>{titleOf(topic, language)}</a>
        </h3>
        <p class="figure">
          {words.stories}: {numberWords(stories, language)}
        </p>
      </div>
      {description === '' ? null : <p>{description}</p>}
      {newest.length === 0 ? (
        <p class="quiet">{words.emptyTitle}</p>
      ) : (
        <ul class="river">
          {newest.map((entry) => (
            <Newest entry={entry} language={language} input={input} />
          ))}
        </ul>
      )}
      <div class="bar">
        <p id={`languages-${topic.id}`}>{words.languages}</p>
        <ul class="links strip" aria-labelledby={`languages-${topic.id}`}>
          {topic.languages.map((tag) => (
            <li>
              <a href={variantFolder(topic.id, tag)} lang={tag} hreflang={tag}>
                {languageName(tag)}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <FeedLinks topicId={topic.id} folder={folder} words={words} />
    </section>
  );
}

interface NewestProps {
  readonly entry: MonthEntry;
  readonly language: string;
  readonly input: SiteInput;
}

/** A story that the topic has told last; its title leads to the receipt, which leads to all outlets. */
function Newest({ entry, language, input }: NewestProps) {
  const { site, sources } = input;
  const outlet = sources.find(({ id }) => id === entry.sourceId)?.title ?? entry.sourceId;
  const title = cutAtWord(entry.title, titleCharactersMax) || cleanLine(outlet);
  return (
    <li>
      <a
        href={receiptFolder(entry.storyId)}
        lang={entry.language}
        dir={directionOfText(entry.title, entry.language)}
      >
        {title}
      </a>
      <span class="meta">
        <bdi>{cleanLine(outlet)}</bdi>
        <Time instant={entry.published} style="both" language={language} timezone={site.timezone} />
        {entry.language === language ? null : <LanguageTag language={entry.language} />}
      </span>
    </li>
  );
}

interface FeedLinksProps {
  readonly topicId: TopicId;
  readonly folder: string;
  readonly words: UiWords;
}

function FeedLinks({ topicId, folder, words }: FeedLinksProps) {
  return (
    <div class="bar">
      <p id={`subscribe-${topicId}`}>{words.subscribe}</p>
      <ul class="links" aria-labelledby={`subscribe-${topicId}`}>
        {feedFormats.map((format) => (
          <li>
            <a href={`${folder}${format.fileName}`} dir="ltr">
              {formatLabel(format)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FooterProps extends Pick<SiteInput, 'site'> {
  readonly words: UiWords;
  readonly outlets: string;
}

function SiteFooter({ words, outlets, site }: FooterProps) {
  return (
    <>
      <p>
        {words.timesIn}: <bdi>{site.timezone}</bdi>
      </p>
      <p>
        <a href="topics.opml">{words.topics} (OPML)</a>
      </p>
      <p>
        <a href="sources.opml">
          {words.sources} (OPML, {outlets})
        </a>
      </p>
    </>
  );
}
