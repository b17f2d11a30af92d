import type { StoredItem } from '../../domain/item.ts';
import type { ItemRevision } from '../../domain/story-record.ts';
import { directionOfText } from '../../text/direction.ts';
import { cutAtWord, httpUrl } from '../clean.ts';
import { LanguageTag } from '../entry-card.tsx';
import { fillWords } from '../fill-words.tsx';
import { listWords } from '../list-words.tsx';
import { Time } from '../page-dates.tsx';
import { decisionWords } from './decision-words.tsx';
import { outletName, permittedSummary, type ReceiptView } from './view.tsx';
import { receiptWords } from './words.ts';

/** Reports shown in full; the rest is counted. A wire story runs in some dozens of outlets. */
const reportsMax = 60;
/** Former texts shown of one report, the newest; a live blog has hundreds. */
const revisionsMax = 10;
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
        {shown.map((item) => (
          <Report {...view} item={item} />
        ))}
      </ol>
      {more > 0 ? <p class="quiet">+{more}</p> : null}
    </section>
  );
}

interface ReportProps extends ReceiptView {
  readonly item: StoredItem;
}

function Report({ item, ...view }: ReportProps) {
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
      {isRetracted ? null : <ReportText {...view} item={item} />}
      {isRetracted ? null : <p class="decision">{decisionWords(item, view)}</p>}
      {isRetracted ? null : <Revisions {...view} item={item} />}
    </li>
  );
}

function ReportText({ item, ...view }: ReportProps) {
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
      {summary === '' ? null : (
        <p lang={item.language} dir={directionOfText(summary, item.language)}>
          {summary}
        </p>
      )}
      {isGone && title === '' ? <p class="quiet">{receiptWords(view.language).textGone}</p> : null}
    </>
  );
}

function Revisions({ item, ...view }: ReportProps) {
  const { record, language, site } = view;
  const words = receiptWords(language);
  const texts = record.revisions.filter(({ itemId }) => itemId === item.id);
  const changes = texts.map((before, index) => ({ before, after: texts[index + 1] ?? item }));
  return (
    <>
      {changes.slice(-revisionsMax).map(({ before, after }) => (
        <div class="revision">
          <p>
            {fillWords(words.changed, {
              date: (
                <Time
                  instant={before.revisedAt}
                  style="both"
                  language={language}
                  timezone={site.timezone}
                />
              ),
              what: <>{listWords(changedParts(before, after, view), language)}</>,
            })}
          </p>
          <FormerText before={before} after={after} item={item} view={view} />
        </div>
      ))}
    </>
  );
}

type Text = Pick<ItemRevision, 'title' | 'summary' | 'contentHtml'>;

function changedParts(before: Text, after: Text, { language }: ReceiptView): readonly string[] {
  const words = receiptWords(language);
  const parts = [
    ...(before.title === after.title ? [] : [words.title]),
    ...(before.summary === after.summary ? [] : [words.summary]),
  ];
  return before.contentHtml === after.contentHtml && parts.length > 0
    ? parts
    : [...parts, words.text];
}

interface FormerProps {
  readonly before: ItemRevision;
  readonly after: Text;
  readonly item: StoredItem;
  readonly view: ReceiptView;
}

/** What stood there before, as far as the outlet permits its text to be printed. */
function FormerText({ before, after, item, view }: FormerProps) {
  const { language } = item;
  const title = before.title === after.title ? '' : cutAtWord(before.title, titleCharactersMax);
  const summary =
    before.summary === after.summary
      ? ''
      : permittedSummary({ ...item, summary: before.summary, title: before.title }, view);
  if (title === '' && summary === '') return null;
  return (
    <blockquote>
      <span class="quiet">{receiptWords(view.language).before}:</span>
      {title === '' ? null : (
        <p lang={language} dir={directionOfText(title, language)}>
          <del>{title}</del>
        </p>
      )}
      {summary === '' ? null : (
        <p lang={language} dir={directionOfText(summary, language)}>
          <del>{summary}</del>
        </p>
      )}
    </blockquote>
  );
}
