import type { ActKind } from '../../domain/act.ts';
import { cleanLine, cutAtWord } from '../clean.ts';
import { fillWords } from '../fill-words.tsx';
import { Time } from '../page-dates.tsx';
import type { ReceiptView } from './view.tsx';
import { type ReceiptWords, receiptWords } from './words.ts';

const reasonCharactersMax = 500;

const phrases = {
  retract: 'actRetract',
  restore: 'actRestore',
  split: 'actSplit',
  join: 'actJoin',
  unsplit: 'actUnsplit',
  unjoin: 'actUnjoin',
} as const satisfies Readonly<Record<ActKind, keyof ReceiptWords>>;

/** What editors did with the story and when. Who they are, and what they noted of moves, is theirs. */
export function Acts({ record, language, site }: ReceiptView) {
  if (record.acts.length === 0) return null;
  const words = receiptWords(language);
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{words.acts}</h2>
      <ul class="plain">
        {record.acts.map(({ at, kind }) => (
          <li>
            <Time instant={at} style="both" language={language} timezone={site.timezone} />:{' '}
            {words[phrases[kind]]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** That an editor took the story out, when, and the reason that its record in the feeds gives too. */
export function Retraction({ record, language, site }: ReceiptView) {
  const words = receiptWords(language);
  const dates = record.entries.flatMap(({ leftAt, leftReason }) =>
    leftReason === 'retracted' && leftAt !== undefined ? [leftAt] : [],
  );
  const act = record.acts.findLast(({ kind }) => kind === 'retract');
  const reason = cutAtWord(cleanLine(act?.reason ?? ''), reasonCharactersMax);
  return (
    <>
      <h1>{words.retractedTitle}</h1>
      <section class="card note grave">
        <p class="meta">
          <Time
            instant={Math.min(...dates)}
            style="both"
            language={language}
            timezone={site.timezone}
          />
        </p>
        <p>{words.retractedText}</p>
        {reason === '' ? null : (
          <p>{fillWords(words.reason, { reason: <bdi dir="auto">{reason}</bdi> })}</p>
        )}
      </section>
    </>
  );
}
