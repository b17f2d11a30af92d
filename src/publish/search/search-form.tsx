import { uiLanguage, uiWords } from '../ui-words.ts';
import { searchPageWords } from './words.ts';

/*
 * The published tree is static, and a form in it would lead nowhere where nobody answers. Its pages
 * hold its place; a live server, which answers `search`, puts the form there.
 */

const place = /<div class="search-place" lang="([A-Za-z0-9-]+)" data-root="((?:\.\.\/)*)"><\/div>/;

interface PlaceProps {
  readonly language: string;
  /** From the page to the top of the tree. */
  readonly toRoot: string;
}

/** The place of the search form in the header of a page: empty, and without size, where nobody fills it. */
export function SearchPlace({ language, toRoot }: PlaceProps) {
  return <div class="search-place" lang={language} data-root={toRoot} />;
}

/** A page as a live server sends it: with its search form. Other documents stay as they are. */
export function openSearchForm(page: string): string {
  const found = place.exec(page);
  if (found === null) return page;
  const [marker, language = '', toRoot = ''] = found;
  const form = (<HeaderSearch language={language} toRoot={toRoot} />).toString();
  const link = (<SearchLink language={language} toRoot={toRoot} />).toString();
  return page.replace(marker, () => form).replace('</head>', () => `${link}</head>`);
}

function SearchLink({ language, toRoot }: PlaceProps) {
  const type = 'application/opensearchdescription+xml';
  const title = uiWords(language).search;
  return <link rel="search" type={type} href={`${toRoot}opensearch.xml`} title={title} />;
}

function HeaderSearch({ language, toRoot }: PlaceProps) {
  const tag = uiLanguage(language);
  const words = uiWords(tag);
  return (
    <search class="search">
      <form action={`${toRoot}search`} method="get">
        <input
          type="search"
          name="q"
          maxlength={200}
          aria-label={searchPageWords(tag).label}
          dir="auto"
          autocomplete="off"
        />
        <input type="hidden" name="hl" value={tag} />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  );
}
