import type { SiteConfig } from '../domain/config.ts';
import type { Rendered } from '../domain/publication.ts';
import type { Source } from '../domain/source.ts';
import type { Topic } from '../domain/topic.ts';
import { topicTitle, variantFolder } from './build-publication.ts';
import { cleanLine } from './clean.ts';
import { feedFormats, formatLabel } from './feed-formats.ts';
import { sourcesOpml, topicsOpml } from './opml.ts';
import { Page, pageLanguage, pageText } from './page-shell.tsx';
import { stylesheet } from './page-style.ts';
import { languageName, type UiWords, uiWords } from './ui-words.ts';

export interface SiteInput {
  readonly site: SiteConfig;
  /** Base URL of the published tree, without a trailing slash. */
  readonly publicUrl: string;
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
}

/** What the tree holds beside its topics: front page, subscription lists, stylesheet. */
export function renderSite(input: SiteInput): readonly Rendered[] {
  const { site, publicUrl, topics, sources } = input;
  return [
    // The stylesheet first: no page is live before the style it names.
    stylesheet,
    { path: 'index.html', mediaType: 'text/html; charset=utf-8', body: frontPage(input) },
    topicsOpml(site, publicUrl, topics),
    sourcesOpml(site, sources),
  ];
}

function frontPage({ site, topics, sources }: SiteInput): string {
  const language = pageLanguage(site.language);
  const words = uiWords(language);
  const siteTitle = cleanLine(site.title);
  const feeds = topics.flatMap((topic) =>
    feedFormats.map((format) => ({
      format,
      title: topicTitle(topic, site.language, site.language),
      href: `${variantFolder(topic.id, 'all')}${format.fileName}`,
    })),
  );
  const outlets = sources.filter(({ enabled }) => enabled).length;
  const page = (
    <Page
      language={language}
      title={siteTitle}
      description={words.tagline}
      siteTitle={siteTitle}
      toRoot=""
      feeds={feeds}
      footer={<SiteFooter words={words} outlets={outlets} />}
    >
      <h1>{siteTitle}</h1>
      <p class="lead">{words.tagline}</p>
      <h2>{words.topics}</h2>
      {topics.map((topic) => (
        <TopicCard topic={topic} language={language} words={words} />
      ))}
    </Page>
  );
  return pageText(page);
}

interface TopicCardProps {
  readonly topic: Topic;
  readonly language: string;
  readonly words: UiWords;
}

function TopicCard({ topic, language, words }: TopicCardProps) {
  const folder = variantFolder(topic.id, 'all');
  const description = cleanLine(topic.description?.[language] ?? '');
  return (
    <section class="card" id={`topic-${topic.id}`}>
      <h3>
        <a href={folder}>{topicTitle(topic, language, language)}</a>
      </h3>
      {description === '' ? null : <p>{description}</p>}
      <div class="bar">
        <p id={`languages-${topic.id}`}>{words.languages}</p>
        <ul class="links" aria-labelledby={`languages-${topic.id}`}>
          {topic.languages.map((tag) => (
            <li>
              <a href={variantFolder(topic.id, tag)} lang={tag} hreflang={tag}>
                {languageName(tag)}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div class="bar">
        <p id={`subscribe-${topic.id}`}>{words.subscribe}</p>
        <ul class="links" aria-labelledby={`subscribe-${topic.id}`}>
          {feedFormats.map((format) => (
            <li>
              <a href={`${folder}${format.fileName}`} dir="ltr">
                {formatLabel(format)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function SiteFooter({ words, outlets }: { readonly words: UiWords; readonly outlets: number }) {
  return (
    <>
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
