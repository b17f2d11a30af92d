import type { SiteConfig } from '../domain/config.ts';
import type { TopicId } from '../domain/ids.ts';
import type { TopicGlance } from '../domain/month.ts';
import type { Rendered } from '../domain/publication.ts';
import type { Source } from '../domain/source.ts';
import type { Topic } from '../domain/topic.ts';
import { renderFrontPage } from './front-page.tsx';
import { sourcesOpml, topicsOpml } from './opml.ts';
import { stylesheet } from './page-style.ts';

export interface SiteInput {
  readonly site: SiteConfig;
  /** Base URL of the published tree, without a trailing slash. */
  readonly publicUrl: string;
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
  /** What each topic has; one that is not named has nothing yet. */
  readonly glances: ReadonlyMap<TopicId, TopicGlance>;
}

/** What the tree holds beside its topics: front page, subscription lists, stylesheet. */
export function renderSite(input: SiteInput): readonly Rendered[] {
  const { site, publicUrl, topics, sources } = input;
  return [
    // The stylesheet first: no page is live before the style it names.
    stylesheet,
    { path: 'index.html', mediaType: 'text/html; charset=utf-8', body: renderFrontPage(input) },
    topicsOpml(site, publicUrl, topics),
    sourcesOpml(site, sources),
  ];
}
