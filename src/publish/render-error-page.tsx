import type { SiteConfig } from '../domain/config.ts';
import { cleanLine } from './clean.ts';
import { type ErrorStatus, errorWords } from './error-words.ts';
import { Page, pageLanguage, pageText } from './page-shell.tsx';
import { uiWords } from './ui-words.ts';

/** The page for an address that cannot be answered. `urlPath` only says how deep the page lies. */
export function renderErrorPage(status: ErrorStatus, urlPath: string, site: SiteConfig): string {
  const language = pageLanguage(site.language);
  const { title, text } = errorWords(status, language);
  const toRoot = '../'.repeat(Math.max(0, urlPath.split('/').length - 2));
  return pageText(
    <Page
      language={language}
      title={title}
      description={text}
      siteTitle={cleanLine(site.title)}
      toRoot={toRoot}
      feeds={[]}
      isUnlisted
    >
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={toRoot || './'}>{uiWords(language).allTopics}</a>
      </p>
    </Page>,
  );
}
