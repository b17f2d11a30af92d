import type { Config } from '../../domain/config.ts';
import { AppError } from '../../domain/errors.ts';
import { day, type Instant } from '../../domain/instant.ts';
import type { CompiledTopics } from '../../domain/match.ts';
import type { FoundReport, FoundStory, SearchOrder, SearchRequest } from '../../domain/search.ts';
import type { Store } from '../../domain/store.ts';
import { createBreather } from '../../pipeline/breather.ts';
import { type FoundSpan, findMarks } from './find-marks.ts';
import { alternativesOf, type Question, readQuestion } from './read-question.ts';

/** Stories on one page of results, and pages that can be asked for. */
const storiesPerPage = 20;
const pagesMax = 50;

/** What the form sends, as it came: anything may stand in it. */
export interface SearchForm {
  readonly q?: string | undefined;
  readonly topic?: string | undefined;
  readonly lang?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort?: string | undefined;
  readonly page?: string | undefined;
}

/** Results as a page shows them. */
export interface SearchResults {
  readonly question: Question;
  readonly order: SearchOrder;
  /** What narrows the results down; what was not understood is left out. */
  readonly filters: Readonly<Partial<Record<'topic' | 'lang' | 'source' | 'from' | 'to', string>>>;
  readonly stories: readonly ShownStory[];
  readonly total: number;
  readonly isPartial: boolean;
  readonly page: number;
  readonly hasNext: boolean;
}

export interface ShownStory extends Omit<FoundStory, 'reports'> {
  readonly reports: readonly ShownReport[];
}

export interface ShownReport extends FoundReport {
  readonly titleMarks: readonly FoundSpan[];
  readonly summaryMarks: readonly FoundSpan[];
}

interface SearchTools {
  readonly store: Pick<Store, 'searchStories'>;
  readonly setup: { readonly config: Config; readonly topics: CompiledTopics };
}

/**
 * Searches what is stored. Nothing that is typed is an error: what cannot be understood is left out,
 * and a question without a word finds nothing. Work is bounded whatever is asked.
 */
export async function searchArchive(tools: SearchTools, form: SearchForm): Promise<SearchResults> {
  const { config, topics } = tools.setup;
  const question = readQuestion(form.q ?? '', (title) => topics.annotate({ title }));
  const order: SearchOrder = form.sort === 'newest' ? 'newest' : 'best';
  const filters = filtersOf(form, config);
  const page = pageOf(form.page);
  const empty = { question, order, filters, stories: [], total: 0, isPartial: false, page };
  if (question.parts.length === 0) return { ...empty, hasNext: false };
  const { stories, total, isPartial } = await tools.store.searchStories({
    parts: question.parts.map(alternativesOf),
    order,
    ...narrowing(filters),
    offset: (page - 1) * storiesPerPage,
    limit: storiesPerPage,
  });
  const breathe = createBreather();
  const shown: ShownStory[] = [];
  for (const story of stories) {
    await breathe();
    const reports = story.reports.map((report, index) =>
      // Of further reports of a story only the title is shown.
      markedReport(index === 0 ? report : { ...report, summary: '' }, question, tools),
    );
    shown.push({ ...story, reports });
  }
  const hasNext = page < pagesMax && total > page * storiesPerPage;
  return { ...empty, stories: shown, total, isPartial, hasNext };
}

function filtersOf(form: SearchForm, { topics, sources }: Config): SearchResults['filters'] {
  const languages = new Set(sources.map(({ language }) => language));
  const topic = topics.find(({ id }) => id === form.topic)?.id;
  const source = sources.find(({ id }) => id === form.source)?.id;
  const lang = languages.has(form.lang ?? '') ? form.lang : undefined;
  const [from, to] = [dateOf(form.from), dateOf(form.to)];
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(lang === undefined ? {} : { lang }),
    ...(source === undefined ? {} : { source }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** `2026-02-07`, a day that there is, within four-digit years. */
function dateOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const instant = Date.parse(`${text}T00:00:00Z`);
  const isDay = Number.isFinite(instant) && new Date(instant).toISOString().startsWith(text);
  return isDay ? text : undefined;
}

/** No item is dated before (`Item.published`). */
const earliestDay = '1990-01-01';

type Narrowing = Pick<SearchRequest, 'topicId' | 'language' | 'sourceId' | 'from' | 'to'>;

/** Days are UTC; an open end reaches as far as there are items. */
function narrowing({ topic, lang, source, from, to }: SearchResults['filters']): Narrowing {
  const start = (text: string): Instant => Date.parse(`${text}T00:00:00Z`);
  return {
    ...(topic === undefined ? {} : { topicId: topic }),
    ...(lang === undefined ? {} : { language: lang }),
    ...(source === undefined ? {} : { sourceId: source }),
    ...(from === undefined && to === undefined ? {} : { from: start(from ?? earliestDay) }),
    ...(to === undefined ? {} : { to: start(to) + day - 1 }),
  };
}

function pageOf(text: string | undefined): number {
  const page = Number(text);
  return Number.isInteger(page) ? Math.max(1, Math.min(page, pagesMax)) : 1;
}

function markedReport(
  report: FoundReport,
  question: Question,
  { setup }: SearchTools,
): ShownReport {
  const { title, summary, language } = report;
  const hits = setup.topics.annotate({ title, summary, language });
  const marks = (field: 'title' | 'summary', text: string) =>
    findMarks(
      question,
      text,
      language,
      hits.filter((hit) => hit.field === field),
    );
  return { ...report, titleMarks: marks('title', title), summaryMarks: marks('summary', summary) };
}

/** Searches at once: each takes the store some tens of milliseconds at worst, and news comes first. */
const searchesMax = 4;

/** Lets so many searches run at a time; throws `unavailable` for one beyond that. */
export function createSearchGate(): <T>(search: () => Promise<T>) => Promise<T> {
  let running = 0;
  return async (search) => {
    if (running >= searchesMax) {
      throw new AppError('unavailable', 'search: too many at once; try again in some seconds');
    }
    running += 1;
    try {
      return await search();
    } finally {
      running -= 1;
    }
  };
}
