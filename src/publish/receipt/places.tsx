import type { Child } from 'hono/jsx';
import type { TopicId } from '../../domain/ids.ts';
import type { EntryRecord } from '../../domain/publication.ts';
import { topicTitle, variantFolder } from '../build-publication.ts';
import { dateNames } from '../date-names.ts';
import { fillWords } from '../fill-words.tsx';
import { Time } from '../page-dates.tsx';
import { languageName, uiWords } from '../ui-words.ts';
import type { ReceiptView } from './view.tsx';
import { type ReceiptWords, receiptWords } from './words.ts';

/** Under which id, in which topics and languages the story is or was published, and what became of it. */
export function Places(view: ReceiptView) {
  const { record, language } = view;
  const words = receiptWords(language);
  const topicIds = [...new Set(record.entries.map(({ topicId }) => topicId))];
  return (
    <section aria-labelledby="places">
      <h2 id="places">{words.placesTitle}</h2>
      <div class="card">
        <p class="meta">
          {words.entryId}: <code dir="ltr">{record.story.entryId}</code>
        </p>
        {topicIds.map((id) => (
          <TopicPlaces {...view} topicId={id} />
        ))}
      </div>
    </section>
  );
}

function TopicPlaces({ topicId, ...view }: ReceiptView & { readonly topicId: TopicId }) {
  const { record, topics, language, site } = view;
  const topic = topics.find(({ id }) => id === topicId);
  const rows = record.entries
    .filter((row) => row.topicId === topicId)
    .toSorted((a, b) => order(a) - order(b));
  return (
    <>
      <h3>{topic === undefined ? topicId : topicTitle(topic, language, site.language)}</h3>
      <ul class="places">
        {rows.map((row) => (
          <li>
            <VariantName row={row} isOffered={isOffered(row, view)} language={language} />:{' '}
            {stateOf(row, view)}
          </li>
        ))}
      </ul>
    </>
  );
}

function order({ variant }: EntryRecord): number {
  return variant === 'all' ? 0 : 1;
}

/** A topic or language that was taken out of the configuration has no page to lead to. */
function isOffered({ topicId, variant }: EntryRecord, { topics }: ReceiptView): boolean {
  const topic = topics.find(({ id }) => id === topicId);
  return topic !== undefined && (variant === 'all' || topic.languages.includes(variant));
}

interface VariantProps {
  readonly row: EntryRecord;
  readonly isOffered: boolean;
  readonly language: string;
}

function VariantName({ row, isOffered: hasPage, language }: VariantProps) {
  const isAll = row.variant === 'all';
  const name = isAll ? uiWords(language).allLanguages : languageName(row.variant);
  const lang = isAll ? undefined : row.variant;
  if (!hasPage) return <span lang={lang}>{name}</span>;
  return (
    <a href={`../../${variantFolder(row.topicId, row.variant)}`} lang={lang} hreflang={lang}>
      {name}
    </a>
  );
}

function stateOf(row: EntryRecord, { language, site }: ReceiptView): readonly Child[] {
  const words = receiptWords(language);
  const { semicolon } = dateNames(language);
  const date = (instant: number) => (
    <Time instant={instant} style="both" language={language} timezone={site.timezone} />
  );
  const dated = [
    ...fillWords(words.dated, { date: date(row.published) }),
    ...(row.enteredAt === undefined
      ? []
      : [semicolon, ...fillWords(words.entered, { date: date(row.enteredAt) })]),
  ];
  if (row.leftAt !== undefined) {
    const reason = reasonOf(row, words);
    return [...dated, semicolon, ...fillWords(words.left, { date: date(row.leftAt), reason })];
  }
  if (row.archivedAt !== undefined) {
    return [...dated, semicolon, ...fillWords(words.archived, { date: date(row.archivedAt) })];
  }
  return [...dated, semicolon, words.live];
}

function reasonOf({ leftReason }: EntryRecord, words: ReceiptWords): string {
  if (leftReason === 'retracted') return words.byEditor;
  return leftReason === 'split' ? words.bySplit : words.byRule;
}
