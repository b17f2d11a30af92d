import type { SiteConfig } from '../domain/config.ts';
import { Page, pageText } from './page-shell.tsx';

/** What the live server can fail to give; nothing of the cause is told to the public. */
export type ErrorStatus = 404 | 405 | 410 | 414 | 500;

const words: Readonly<Record<ErrorStatus, { readonly title: string; readonly text: string }>> = {
  404: {
    title: 'Page not found',
    text: 'There is no document at this address. It may have moved.',
  },
  410: {
    title: 'No longer published',
    text: 'This topic was published once and is no more. You can unsubscribe from it.',
  },
  414: { title: 'Address too long', text: 'No document here has so long an address.' },
  405: { title: 'Method not allowed', text: 'This address answers GET and HEAD only.' },
  500: {
    title: 'Something went wrong',
    text: 'The fault is ours and has been written down. Try again soon.',
  },
};

/** The page for an address that cannot be answered. `urlPath` only says how deep the page lies. */
export function renderErrorPage(status: ErrorStatus, urlPath: string, site: SiteConfig): string {
  const { title, text } = words[status];
  const toRoot = '../'.repeat(Math.max(0, urlPath.split('/').length - 2));
  return pageText(
    <Page
      language="en"
      title={title}
      description={text}
      siteTitle={site.title}
      toRoot={toRoot}
      feeds={[]}
    >
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={toRoot || './'}>All topics</a>
      </p>
    </Page>,
  );
}
