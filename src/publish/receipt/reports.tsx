import type { StoredItem } from '../../domain/item.ts';
import { directionOfText } from '../../text/direction.ts';
import { cutAtWord, httpUrl } from '../clean.ts';
import { LanguageTag } from '../entry-card.tsx';
import { fillWords } from '../fill-words.tsx';
import { numberWords, Time } from '../page-dates.tsx';
import { decisionWords } from './decision-words.tsx';
import { Revisions } from './revisions.tsx';
import { outletName, permittedSummary, type ReceiptView } from './view.tsx';
import { receiptWords } from './words.ts';

/** Reports shown in full; the rest is counted. A wire story runs in some dozens of outlets. */
const reportsMax = 60;
/** Reports with their extract; of those after them, title, decision and edits say enough. */
const extractsMax = 12;
const titleCharactersMax = 300;

/** Everyone who told the story, in the order it was seen, with what was decided about each report. */
export function Reports(view: ReceiptView) {
  const { record, language } = view;
  const shown = record.items.slice(0, reportsMax);
  const more = record.items.length - shown.length;
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{receiptWords(language).reports}</h2>
      <ol class="reports">
        {shown.map((item, index) => (
          <Report {...view} item={item} hasExtract={index < extractsMax} />
        ))}
      </ol>
      {more > 0 ? (
        <p class="quiet">
          {fillWords(receiptWords(language).moreReports, { count: numberWords(more, language) })}
        </p>
      ) : null}
    </section>
  );
}

interface ReportProps extends ReceiptView {
  readonly item: StoredItem;
  readonly hasExtract: boolean;
}

function Report({ item, hasExtract, ...view }: ReportProps) {
  const { language, site, isRetracted } = view;
  const words = receiptWords(language);
  const time = { language, timezone: site.timezone };
  return (
    <li class="card">
      <p class="meta">
        <strong>{outletName(item, view)}</strong>
        <LanguageTag language={item.language} />
        <span class="tag">{item.country}</span>
        <Time instant={item.published} style="both" {...time} />
        <span>
          {fillWords(words.seen, {
            date: <Time instant={item.firstSeenAt} style="both" {...time} />,
          })}
        </span>
      </p>
      {isRetracted ? null : <ReportText {...view} item={item} hasExtract={hasExtract} />}
      {isRetracted ? null : <p class="decision">{decisionWords(item, view)}</p>}
      {isRetracted ? null : <Revisions {...view} item={item} />}
    </li>
  );
}

function ReportText({ item, hasExtract, ...view }: ReportProps) {
  const link = httpUrl(item.link);
  const title = cutAtWord(item.title, titleCharactersMax);
  const summary = permittedSummary(item, view);
  const isGone = item.summary === '' && item.contentHtml === '' && summary === '';
  return (
    <>
      <p class="told" lang={item.language} dir={directionOfText(item.title, item.language)}>
        {link === undefined ? (
          title
        ) : (
          <a href={link} hreflang={item.language}>
            {title || link}
          </a>
        )}
      </p>
      {summary === '' || !hasExtract ? null : (
        <p lang={item.language} dir={directionOfText(summary, item.language)}>
          {summary}
        </p>
      )}
      {isGone && title === '' ? <p class="quiet">{receiptWords(view.language).textGone}</p> : null}
    </>
  );
}
