import type { Child } from 'hono/jsx';
import type { SourceHealth } from '../../domain/health.ts';
import { itemsPerDocumentMax } from '../../domain/limits.ts';
import { fillWords } from '../fill-words.tsx';
import { listWords } from '../list-words.tsx';
import { numberWords } from '../page-dates.tsx';
import { messageOf, outcomeOf, type StatusFrame } from './frame.ts';
import { At, dueWords, Since } from './moments.tsx';
import { Said, Typed } from './said.tsx';
import { findTroubles, lastPollOf, type SourceTrouble, type Trouble } from './troubles.ts';

interface SummaryProps {
  readonly frame: StatusFrame;
  readonly health: readonly SourceHealth[];
}

/** The answer to "is anything wrong, and since when", before all figures. */
export function Summary({ frame, health }: SummaryProps) {
  const { words } = frame;
  if (health.length === 0) {
    const file = <Typed>feeds.config.json</Typed>;
    const verb = <Typed>araz sources add URL</Typed>;
    return (
      <section class="card note">
        <h2>{words.noSources}</h2>
        <p>{fillWords(words.noSourcesText, { file, verb })}</p>
      </section>
    );
  }
  const troubles = findTroubles(health, frame.now);
  return (
    <>
      <p class="lead">{countsOf(health, frame)}</p>
      {troubles.length === 0 ? (
        <section class="card note">
          <h2>{words.allWell}</h2>
          <p>
            {fillWords(words.allWellText, {
              date: <At frame={frame} instant={lastPollOf(health)} />,
            })}
          </p>
        </section>
      ) : (
        <section aria-labelledby="attention">
          <h2 id="attention">{words.attention}</h2>
          <ul class="reports">
            {troubles.map((trouble) => (
              <li class={`card note ${gravityOf(trouble)}`}>
                <TroubleText frame={frame} sources={health.length} trouble={trouble} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function countsOf(
  health: readonly SourceHealth[],
  { words, language }: StatusFrame,
): readonly Child[] {
  const count = (status: string) => health.filter(({ state }) => state.status === status).length;
  const counted: readonly (readonly [string, number])[] = [
    [words.countOk, count('ok')],
    [words.countFailing, count('failing')],
    [words.countGone, count('gone')],
    [words.countNew, count('new')],
  ];
  const list = counted
    .filter(([, number], index) => index === 0 || number > 0)
    .map(([pattern, number]) => pattern.replace('{count}', numberWords(number, language)));
  return fillWords(words.counted, {
    count: numberWords(health.length, language),
    list: <>{listWords(list, language)}</>,
  });
}

/** What has only to be known is not shown like what is broken. */
function gravityOf({ kind }: Trouble): string {
  return kind === 'quiet' || kind === 'missed' || kind === 'left-out' ? 'mild' : 'grave';
}

interface TroubleProps {
  readonly frame: StatusFrame;
  /** How many there are. */
  readonly sources: number;
  readonly trouble: Trouble;
}

function TroubleText({ trouble, frame, sources }: TroubleProps) {
  const { words, language } = frame;
  switch (trouble.kind) {
    case 'late':
      return (
        <Told title={words.nobodyPolls}>
          {fillWords(words.overdue, {
            late: numberWords(trouble.sources, language),
            all: numberWords(sources, language),
          })}{' '}
          {fillWords(words.lastPollWas, { since: <Since frame={frame} instant={trouble.since} /> })}{' '}
          {fillWords(words.seeWhatRuns, {
            start: <Typed>araz start</Typed>,
            work: <Typed>araz work</Typed>,
            poll: <Typed>araz poll</Typed>,
          })}
        </Told>
      );
    case 'nothing-reached':
      return (
        <Told title={words.nothingReached}>
          {words.keepsTrying} {words.seeNetwork}{' '}
          {fillWords(words.seeDemo, { demo: <Typed>npm run demo</Typed> })}
        </Told>
      );
    default:
      return <SourceTroubleText frame={frame} trouble={trouble} />;
  }
}

interface SourceTroubleProps {
  readonly frame: StatusFrame;
  readonly trouble: SourceTrouble;
}

function SourceTroubleText({ trouble, frame }: SourceTroubleProps) {
  const { kind, sourceId, one } = trouble;
  const source = frame.sources.get(sourceId);
  const pattern = { ...frame.words, 'left-out': frame.words.leftOut }[kind];
  const figure = (number: number) => numberWords(number, frame.language);
  const values: Readonly<Record<string, Child>> = {
    since: <Since frame={frame} instant={trouble.since} />,
    date: <At frame={frame} instant={trouble.since} />,
    count: figure(kind === 'left-out' ? (one.lastPoll?.itemsLeftOut ?? 0) : failuresOf(one)),
    max: figure(itemsPerDocumentMax),
    due: dueWords(one.state.nextDueAt, frame),
    problem: <Said frame={frame}>{problemOf(one)}</Said>,
    poll: <Typed>araz poll --source {sourceId}</Typed>,
    doctor: <Typed>araz doctor {sourceId}</Typed>,
  };
  return (
    <Told title={<bdi lang={source?.language}>{source?.title ?? sourceId}</bdi>}>
      {fillWords(pattern, values)}
    </Told>
  );
}

function failuresOf({ state }: SourceHealth): number {
  return state.failuresInARow;
}

function problemOf(one: SourceHealth): string {
  return [outcomeOf(one), messageOf(one)].filter((part) => part !== '').join(': ');
}

function Told({ title, children }: { readonly title: Child; readonly children?: Child }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{children}</p>
    </>
  );
}
