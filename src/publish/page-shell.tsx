import type { Child } from 'hono/jsx';
import type { Format } from '../domain/publication.ts';
import { directionOf } from '../text/direction.ts';
import { bareMediaType, formatLabel } from './feed-formats.ts';
import { stylesheetPath } from './page-style.ts';
import { SearchPlace } from './search/search-form.tsx';
import { uiLanguage, uiWords } from './ui-words.ts';

/** A feed that a page announces to browsers and readers. */
export interface AnnouncedFeed {
  readonly format: Format;
  readonly title: string;
  /** Relative to the page. */
  readonly href: string;
  /** Of a feed in another language than the page's. */
  readonly language?: string;
}

interface PageProps {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly siteTitle: string;
  /** From the page to the top of the tree: empty at the top, else `../` once a folder. */
  readonly toRoot: string;
  readonly feeds: readonly AnnouncedFeed[];
  /** What the page is about, for those who show a link to it; default `website`. */
  readonly kind?: 'article' | 'website';
  /** For pages that search engines are to forget. */
  readonly isUnlisted?: boolean;
  /** The page has a search form of its own. */
  readonly hasOwnSearch?: boolean;
  /** For tables. */
  readonly isWide?: boolean;
  /** For machines: elements of the page's head. */
  readonly head?: Child;
  readonly navigation?: Child;
  readonly footer?: Child;
  readonly children?: Child;
}

/**
 * What every page has around its contents: landmarks, the stylesheet, autodiscovery. No script, no
 * inline style, nothing from another host: `default-src 'none'; style-src 'self'` is enough.
 */
export function Page(props: PageProps) {
  const { language, title, siteTitle, toRoot } = props;
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === siteTitle ? title : `${title} – ${siteTitle}`}</title>
        <meta name="description" content={props.description} />
        {props.isUnlisted ? <meta name="robots" content="noindex" /> : null}
        <meta property="og:type" content={props.kind ?? 'website'} />
        <meta property="og:site_name" content={siteTitle} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={props.description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={`${toRoot}${stylesheetPath}`} />
        {props.feeds.map(({ format, title: feedTitle, href, language: feedLanguage }) => (
          <link
            rel="alternate"
            type={bareMediaType(format)}
            title={`${feedTitle} (${formatLabel(format)})`}
            href={href}
            hreflang={feedLanguage}
          />
        ))}
        {props.head}
      </head>
      <body class={props.isWide ? 'wide' : undefined}>
        <a class="skip" href="#main">
          {uiWords(language).skipToContent}
        </a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href={toRoot || './'}>
              <bdi>{siteTitle}</bdi>
            </a>
            {props.navigation}
            {props.hasOwnSearch ? null : <SearchPlace language={language} toRoot={toRoot} />}
          </div>
        </header>
        <main id="main" class="wrap" tabindex={-1}>
          {props.children}
        </main>
        <footer>
          <div class="wrap">{props.footer}</div>
        </footer>
      </body>
    </html>
  );
}

/** The document of a page; `hono/jsx` renders it at once, as nothing in it is awaited. */
export function pageText(page: { toString(): string }): string {
  return `<!doctype html>\n${page.toString()}\n`;
}

/** A page whose words we do not have in a language is written, and marked, in English. */
export function pageLanguage(language: string): string {
  return uiLanguage(language);
}
