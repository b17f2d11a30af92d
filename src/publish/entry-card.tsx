import type { Attribution, Entry } from '../domain/publication.ts';
import { directionOf, directionOfText } from '../text/direction.ts';
import { cutAtWord } from './clean.ts';
import { Time } from './page-dates.tsx';
import { receiptFolder } from './receipt/receipt-folder.ts';
import { languageName, uiWords } from './ui-words.ts';

/** Longest title and summary on a page, in characters; the feeds carry all of it. */
const textCharactersMax = 300;
/** Longest name of an outlet, in characters. */
const outletCharactersMax = 80;
/** Other outlets named on a card; the rest are counted. */
const outletsMax = 12;

interface CardProps {
  readonly entry: Entry;
  /** Language of the page's own words. */
  readonly language: string;
  readonly timezone: string;
  /** From the page to the top of the tree. */
  readonly toRoot: string;
}

/** One story of the river: its title leads to the outlet that is shown. */
export function EntryCard({ entry, language, timezone, toRoot }: CardProps) {
  const { shownBy, alsoReportedBy, direction } = entry;
  const wasRevised = entry.updated > entry.published;
  return (
    <article class="card" id={`story-${entry.storyId}`}>
      <h3
        id={`title-${entry.storyId}`}
        lang={entry.language}
        dir={directionOfText(entry.title, entry.language)}
      >
        <a href={entry.link} hreflang={entry.language}>
          {cutAtWord(entry.title, textCharactersMax)}
        </a>
      </h3>
      <p class="meta">
        <strong>
          <bdi lang={shownBy.language}>{cutAtWord(shownBy.outlet, outletCharactersMax)}</bdi>
        </strong>
        <Time instant={entry.published} style="time" language={language} timezone={timezone} />
        {entry.language === language ? null : <LanguageTag language={entry.language} />}
        {wasRevised ? (
          <span>
            {uiWords(language).updated}{' '}
            <Time instant={entry.updated} style="both" language={language} timezone={timezone} />
          </span>
        ) : null}
      </p>
      {entry.summary === '' ? null : (
        <p lang={entry.language} dir={direction}>
          {cutAtWord(entry.summary, textCharactersMax)}
        </p>
      )}
      {alsoReportedBy.length === 0 ? null : (
        <AlsoReportedBy entry={entry} others={alsoReportedBy} language={language} />
      )}
      <Why entry={entry} language={language} toRoot={toRoot} />
    </article>
  );
}

interface WhyProps {
  readonly entry: Entry;
  readonly language: string;
  /** From the page to the top of the tree. */
  readonly toRoot: string;
}

/** The words that put the story here, and the way to all the rest of the reasons. */
function Why({ entry, language, toRoot }: WhyProps) {
  const words = uiWords(language);
  const { matchedWords = [], receipt, storyId } = entry;
  if (receipt === undefined) return null;
  return (
    <p class="why">
      {matchedWords.length === 0 ? null : (
        <span>
          {words.matched}:{' '}
          {matchedWords.map((word) => (
            <>
              <mark lang={entry.language} dir={entry.direction}>
                {word}
              </mark>{' '}
            </>
          ))}
        </span>
      )}
      <a href={`${toRoot}${receiptFolder(storyId)}`} aria-describedby={`title-${storyId}`}>
        {words.whyHere}
      </a>
    </p>
  );
}

interface OthersProps {
  readonly entry: Entry;
  readonly others: readonly Attribution[];
  readonly language: string;
}

function AlsoReportedBy({ entry, others, language }: OthersProps) {
  const labelId = `also-${entry.storyId}`;
  const more = others.length - outletsMax;
  return (
    <div class="also">
      <span id={labelId}>{uiWords(language).alsoReportedBy}:</span>{' '}
      <ul aria-labelledby={labelId}>
        {others.slice(0, outletsMax).map((other) => (
          <li>
            <Outlet attribution={other} /> <LanguageTag language={other.language} />
          </li>
        ))}
        {more > 0 ? <li>+{more}</li> : null}
      </ul>
    </div>
  );
}

function Outlet({ attribution }: { readonly attribution: Attribution }) {
  const { outlet, link, language } = attribution;
  const name = <bdi lang={language}>{cutAtWord(outlet, outletCharactersMax)}</bdi>;
  if (link === undefined) return name;
  return (
    <a href={link} hreflang={language}>
      {name}
    </a>
  );
}

/** A language by its own name. */
export function LanguageTag({ language }: { readonly language: string }) {
  return (
    <span class="tag" lang={language} dir={directionOf(language)}>
      {languageName(language)}
    </span>
  );
}
