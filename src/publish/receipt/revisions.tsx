import type { StoredItem } from '../../domain/item.ts';
import type { ItemRevision } from '../../domain/story-record.ts';
import { diffWords } from '../../text/diff-words.ts';
import { directionOfText } from '../../text/direction.ts';
import { cutAtWord } from '../clean.ts';
import { fillWords } from '../fill-words.tsx';
import { listWords } from '../list-words.tsx';
import { Time } from '../page-dates.tsx';
import { permittedSummary, type ReceiptView } from './view.tsx';
import { receiptWords } from './words.ts';

/** Former texts shown of one report, the newest; a live blog has hundreds. */
const revisionsMax = 10;
const titleCharactersMax = 300;

interface RevisionsProps extends ReceiptView {
  readonly item: StoredItem;
}

/** What an outlet changed in its report and when, word by word as far as its text may be printed. */
export function Revisions({ item, ...view }: RevisionsProps) {
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
          <Edit
            before={cutAtWord(before.title, titleCharactersMax)}
            after={cutAtWord(after.title, titleCharactersMax)}
            language={item.language}
          />
          <Edit
            before={summaryOf(before, item, view)}
            after={summaryOf(after, item, view)}
            language={item.language}
          />
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

function summaryOf({ title, summary }: Text, { sourceId }: StoredItem, view: ReceiptView): string {
  return permittedSummary({ sourceId, title, summary }, view);
}

interface EditProps {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

/** Both versions in one: struck through what was taken out, underlined what was put in. */
function Edit({ before, after, language }: EditProps) {
  if (before === after) return null;
  return (
    <p class="extract" lang={language} dir={directionOfText(after || before, language)}>
      {diffWords(before, after).map(({ kind, text }) => {
        const bare = text.trimEnd();
        const space = text.length > bare.length ? ' ' : '';
        if (kind === 'removed') return [<del>{bare}</del>, ' '];
        if (kind === 'added') return [<ins>{bare}</ins>, space];
        return [bare, ' '];
      })}
    </p>
  );
}
