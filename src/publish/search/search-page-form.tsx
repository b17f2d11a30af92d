import { topicTitle } from '../build-publication.ts';
import { languageName, uiWords } from '../ui-words.ts';
import type { SearchFilter, SearchView } from './search-page.tsx';
import { searchPageWords } from './words.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
}

/** The form of the search page: the question, and what narrows it down. */
export function SearchForm(view: SearchView) {
  const { text, filters, language, site } = view;
  const words = searchPageWords(language);
  const isOpen = Object.keys(filters).length > 0 || view.order !== 'best';
  return (
    <search>
      <form class="search-form card" action="search" method="get">
        <div class="ask">
          <input
            id="q"
            type="search"
            name="q"
            value={text}
            maxlength={200}
            aria-label={words.label}
            dir="auto"
            autocomplete="off"
          />
          {language === site.language ? null : <input type="hidden" name="hl" value={language} />}
          <button type="submit">{uiWords(language).search}</button>
        </div>
        <details open={isOpen}>
          <summary>{words.narrow}</summary>
          <div class="filters">
            <Select view={view} name="topic" label={words.topic} choices={topicsOf(view)} />
            <Select view={view} name="lang" label={words.language} choices={languagesOf(view)} />
            <Select view={view} name="source" label={words.source} choices={sourcesOf(view)} />
            <DateField view={view} name="from" label={words.from} />
            <DateField view={view} name="to" label={words.to} />
            <label>
              <span>{words.order}</span>
              <select name="sort">
                <option value="best" selected={view.order === 'best'}>
                  {words.best}
                </option>
                <option value="newest" selected={view.order === 'newest'}>
                  {words.newest}
                </option>
              </select>
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}

function topicsOf({ topics, language, site }: SearchView): readonly Choice[] {
  return topics.map((topic) => ({
    value: topic.id,
    label: topicTitle(topic, language, site.language),
  }));
}

function languagesOf({ sources }: SearchView): readonly Choice[] {
  const tags = new Set([...sources.values()].map(({ language }) => language));
  return [...tags].sort().map((tag) => ({ value: tag, label: languageName(tag), lang: tag }));
}

function sourcesOf({ sources }: SearchView): readonly Choice[] {
  return [...sources.values()].map(({ id, title, language }) => ({
    value: id,
    label: title,
    lang: language,
  }));
}

interface FieldProps {
  readonly view: SearchView;
  readonly name: SearchFilter;
  readonly label: string;
}

function Select({
  view,
  name,
  label,
  choices,
}: FieldProps & { readonly choices: readonly Choice[] }) {
  const chosen = view.filters[name];
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{searchPageWords(view.language).any}</option>
        {choices.map(({ value, label: shown, lang }) => (
          <option value={value} lang={lang} selected={value === chosen}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

function DateField({ view, name, label }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input type="date" name={name} value={view.filters[name]} />
    </label>
  );
}
