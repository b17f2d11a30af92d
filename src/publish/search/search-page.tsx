import type { Child } from 'hono/jsx';
import type { SiteConfig } from '../../domain/config.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { FoundReport, FoundStory, SearchOrder } from '../../domain/search.ts';
import type { Source } from '../../domain/source.ts';
import type { Topic } from '../../domain/topic.ts';
import { directionOfText } from '../../text/direction.ts';
import { topicTitle } from '../build-publication.ts';
import { cleanLine, cleanTree, httpUrl } from '../clean.ts';
import { LanguageTag } from '../entry-card.tsx';
import { fillWords } from '../fill-words.tsx';
import { type MarkedSpan, markExcerpt } from '../mark-text.ts';
import { numberWords, Time } from '../page-dates.tsx';
import { Page, pageLanguage, pageText } from '../page-shell.tsx';
import { receiptFolder } from '../receipt/receipt-folder.ts';
import { uiWords } from '../ui-words.ts';
import { SearchForm } from './search-page-form.tsx';
import { searchPageWords } from './words.ts';

/** Characters of a title and of an extract; outlets permit a short one. */
const titleCharactersMax = 300;
const extractCharactersMax = 300;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A report that was found, and where in it what was asked for stands. */
export interface ResultReport extends FoundReport {
  readonly titleMarks: readonly Span[];
  readonly summaryMarks: readonly Span[];
}

export interface ResultStory extends Omit<FoundStory, 'reports'> {
  readonly reports: readonly ResultReport[];
}

export type SearchFilter = 'topic' | 'lang' | 'source' | 'from' | 'to';

/** What the search page shows. */
export interface SearchPageInput {
  readonly site: SiteConfig;
  readonly topics: readonly Topic[];
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Language of the page's own words; the site's where there is none. */
  readonly language?: string | undefined;
  /** As it was read: one line, cut. */
  readonly text: string;
  readonly isCut: boolean;
  readonly isAsked: boolean;
  readonly order: SearchOrder;
  readonly filters: Readonly<Partial<Record<SearchFilter, string>>>;
  readonly stories: readonly ResultStory[];
  readonly total: number;
  readonly isPartial: boolean;
  readonly page: number;
  readonly hasNext: boolean;
  /** Too many were searching: nothing was looked for. */
  readonly isBusy?: boolean;
}

/** What the parts of the page are given: its language is settled. */
export interface SearchView extends SearchPageInput {
  readonly language: string;
}

/** The page at `search`: form, results by story, and the way to the next ones. Live servers only. */
export function renderSearchPage(raw: SearchPageInput): string {
  const input = { ...cleanTree({ ...raw, sources: undefined }), sources: raw.sources };
  const view = { ...input, language: pageLanguage(input.language || input.site.language) };
  const words = uiWords(view.language);
  const page = (
    <Page
      language={view.language}
      title={view.text === '' ? words.search : `${view.text} – ${words.search}`}
      description={searchPageWords(view.language).label}
      siteTitle={cleanLine(view.site.title)}
      toRoot=""
      feeds={[]}
      isUnlisted={true}
      hasOwnSearch={true}
      footer={
        <>
          <p>{words.readOn}</p>
          <p>
            {words.timesIn}: <bdi>{view.site.timezone}</bdi>
          </p>
          <p>
            <a href="./">{words.allTopics}</a>
          </p>
        </>
      }
    >
      <h1>{words.search}</h1>
      <SearchForm {...view} />
      <Results {...view} />
    </Page>
  );
  return pageText(page);
}

function Results(view: SearchView) {
  const words = searchPageWords(view.language);
  const { isPartial, language } = view;
  const total = numberWords(view.total, language);
  if (view.isBusy) return <Notice title={words.busyTitle} text={words.busyText} />;
  if (!view.isAsked && view.text === '') return <p class="lead">{words.hint}</p>;
  return (
    <>
      {view.isCut ? (
        <p class="quiet">
          {fillWords(words.cut, { count: numberWords(view.text.length, view.language) })}
        </p>
      ) : null}
      {view.stories.length === 0 ? (
        <Notice title={words.noneTitle} text={words.noneText} />
      ) : (
        <>
          <h2>{fillWords(words.found, { count: isPartial ? `${total}+` : total })}</h2>
          {isPartial ? <p class="quiet">{words.partial}</p> : null}
          {view.stories.map((story) => (
            <StoryCard {...view} story={story} />
          ))}
        </>
      )}
      <Paging {...view} />
    </>
  );
}

function Notice({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section class="card empty">
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}

interface StoryProps extends SearchView {
  readonly story: ResultStory;
}

function StoryCard({ story, ...view }: StoryProps) {
  const { language, topics, site } = view;
  const more = story.reportsTotal - story.reports.length;
  const [first, ...others] = story.reports;
  if (first === undefined) return null;
  return (
    <article class="card">
      <h3 id={`title-${story.storyId}`} lang={first.language} dir={directionOf(first)}>
        <ReportLink report={first} />
      </h3>
      <ReportMeta {...view} report={first} />
      <Extract {...view} report={first} />
      {others.length === 0 ? null : (
        <ul class="others">
          {others.map((report) => (
            <li>
              <span lang={report.language} dir={directionOf(report)}>
                <ReportLink report={report} />
              </span>
              <ReportMeta {...view} report={report} />
            </li>
          ))}
        </ul>
      )}
      <p class="why">
        <span>
          {topics
            .filter(({ id }) => story.topicIds.includes(id))
            .map((topic) => (
              <>
                <a href={`topics/${topic.id}/`}>
                  {topicTitle(topic, language, site.language)}
                </a>{' '}
              </>
            ))}
          {more > 0
            ? fillWords(searchPageWords(language).others, { count: numberWords(more, language) })
            : null}
        </span>
        {story.hasReceipt ? (
          <a href={receiptFolder(story.storyId)} aria-describedby={`title-${story.storyId}`}>
            {uiWords(language).whyHere}
          </a>
        ) : null}
      </p>
    </article>
  );
}

function directionOf({ title, language }: FoundReport): string {
  return directionOfText(title, language);
}

/** The title leads to the outlet; without a link it is text. */
function ReportLink({ report }: { readonly report: ResultReport }) {
  const link = httpUrl(report.link);
  const title = <Marked text={report.title} spans={report.titleMarks} max={titleCharactersMax} />;
  if (link === undefined) return title;
  return (
    <a href={link} hreflang={report.language}>
      {report.title.trim() === '' ? new URL(link).hostname : title}
    </a>
  );
}

interface ReportProps extends SearchView {
  readonly report: ResultReport;
}

function ReportMeta({ report, sources, language, site }: ReportProps) {
  const source = sources.get(report.sourceId);
  return (
    <p class="meta">
      <strong>
        <bdi lang={source?.language}>{source?.title ?? report.sourceId}</bdi>
      </strong>
      <Time instant={report.published} style="both" language={language} timezone={site.timezone} />
      {report.language === language ? null : <LanguageTag language={report.language} />}
    </p>
  );
}

function Extract({ report, sources }: ReportProps) {
  const permission = sources.get(report.sourceId)?.permission ?? 'summary';
  if (permission === 'link' || report.summary.trim() === '') return null;
  return (
    <p lang={report.language} dir={directionOfText(report.summary, report.language)}>
      <Marked text={report.summary} spans={report.summaryMarks} max={extractCharactersMax} />
    </p>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly max: number;
}

function Marked({ text, spans, max }: MarkedProps) {
  const marked = spans.map((span): MarkedSpan<true> => ({ ...span, mark: true }));
  const pieces: readonly Child[] = markExcerpt(text, marked, max).map(({ text: piece, mark }) =>
    mark ? <mark>{piece}</mark> : piece,
  );
  return <>{pieces}</>;
}

function Paging(view: SearchView) {
  const { page, hasNext, language } = view;
  const words = searchPageWords(language);
  if (page === 1 && !hasNext) return null;
  return (
    <nav aria-label={uiWords(language).search}>
      <ul class="links">
        {page > 1 ? (
          <li>
            <a rel="prev" href={addressOf(view, page - 1)}>
              {words.previous}
            </a>
          </li>
        ) : null}
        <li>
          <span aria-current="page">{numberWords(page, language)}</span>
        </li>
        {hasNext ? (
          <li>
            <a rel="next" href={addressOf(view, page + 1)}>
              {words.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function addressOf({ text, filters, order, language, site }: SearchView, page: number): string {
  const query = new URLSearchParams({ q: text, ...filters });
  if (order !== 'best') query.set('sort', order);
  if (language !== site.language) query.set('hl', language);
  query.set('page', String(page));
  return `search?${query}`;
}
