import type { Attribution, Entry } from '../domain/publication.ts';
import { escapeMarkup } from './escape.ts';
import { uiWords } from './ui-words.ts';

/** What a feed reader shows of an entry when it shows no full text: summary, outlet, other outlets. */
export function summaryHtml(entry: Entry): string {
  const summary = entry.summary === '' ? '' : `<p>${escapeMarkup(entry.summary)}</p>`;
  return inItsLanguage(entry, summary + attributionHtml(entry));
}

/** The full text where the outlet permits it, with the same attribution below; else undefined. */
export function fullHtml(entry: Entry): string | undefined {
  if (entry.contentHtml === undefined) return undefined;
  return inItsLanguage(entry, entry.contentHtml + attributionHtml(entry));
}

/** Readers drop `xml:lang` on the way to the screen; the text itself carries language and direction. */
function inItsLanguage({ language, direction }: Entry, html: string): string {
  return `<div lang="${escapeMarkup(language)}" dir="${direction}">${html}</div>`;
}

function attributionHtml(entry: Entry): string {
  const { language, shownBy, alsoReportedBy } = entry;
  const words = uiWords(language);
  const source = `<p>${words.source}: ${outletLink(shownBy)}</p>`;
  const others = alsoReportedBy.map(
    (other) => `${outletLink(other)} (${escapeMarkup(other.language)})`,
  );
  const also = others.length === 0 ? '' : `<p>${words.alsoReportedBy}: ${others.join(', ')}</p>`;
  return source + also + receiptLink(entry);
}

function receiptLink({ receipt, language }: Entry): string {
  if (receipt === undefined) return '';
  return `<p><a href="${escapeMarkup(receipt)}">${escapeMarkup(uiWords(language).whyHere)}</a></p>`;
}

/** `dir="auto"` keeps a name of the other direction from turning the names around it. */
function outletLink({ outlet, link, language }: Attribution): string {
  const name = escapeMarkup(outlet);
  if (link === undefined) return `<span dir="auto">${name}</span>`;
  const target = `href="${escapeMarkup(link)}" hreflang="${escapeMarkup(language)}"`;
  return `<a ${target} dir="auto">${name}</a>`;
}
