import type { Command } from 'commander';
import type { Examination } from '../../app/doctor/examine-sources.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { noteOtherSources } from '../other-sources.ts';
import { count } from '../output.ts';

interface DoctorOptions {
  readonly exitCode?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor [source...]')
    .description('what ails the sources, and what to do about it')
    .option('--exit-code', 'exit 3 when something needs an editor')
    .addHelpText(
      'after',
      '\nOnly what is stored is looked at, no source is asked; araz check --probe asks them.\n' +
        'Marked ! is what needs an editor, marked - what is worth knowing.',
    )
    .action(async (ids: readonly string[], options: DoctorOptions, command: Command) => {
      const context = await contextOf(command);
      const { examinationFacts, examineSources } = await import(
        '../../app/doctor/examine-sources.ts'
      );
      const app = await context.openReading();
      try {
        const examinations = await examineSources(app, ids);
        await noteOtherSources(app, context.output);
        const needy = examinations.filter(({ findings }) =>
          findings.some(({ needsEditor }) => needsEditor),
        );
        const sources = examinations.map(examinationFacts);
        context.output.result({ needEditor: needy.length, sources }, [
          ...examinations.flatMap(examinationLines),
          `${count(examinations.length, 'source')}, ${needy.length} of them in need of an editor`,
        ]);
        if (options.exitCode && needy.length > 0) process.exitCode = exitCodes.found;
      } finally {
        await app.close();
      }
    });
}

function examinationLines(examination: Examination): string[] {
  const { source, state, findings, subscription } = examination;
  return [
    `${source.id}: ${state?.status ?? 'new'}${outcomeText(examination)}`,
    ...(state === undefined || state.status === 'gone'
      ? []
      : [`  next ${isoMinute(state.nextDueAt)}: ${state.nextDueReason}`]),
    ...(subscription === undefined ? [] : [`  hub ${pushText(subscription)}`]),
    ...findings.map(
      ({ code, text, needsEditor }) => `  ${needsEditor ? '!' : '-'} ${code}: ${text}`,
    ),
    '',
  ];
}

function outcomeText({ lastPoll }: Examination): string {
  if (lastPoll === undefined) return '';
  const { startedAt, outcome, httpStatus, itemsNew } = lastPoll;
  const http = httpStatus === undefined ? '' : `, HTTP ${httpStatus}`;
  const items = outcome === 'modified' ? `, ${count(itemsNew, 'new item')}` : '';
  return `, last ${isoMinute(startedAt)} ${outcome}${http}${items}`;
}

function pushText({ hubUrl, status, leaseUntil, nextAt, message }: Subscription): string {
  const host = new URL(hubUrl).host;
  const why = message === undefined ? '' : ` (${message})`;
  switch (status) {
    case 'active':
      return `${host} tells of news until ${isoMinute(leaseUntil ?? nextAt)}${why}`;
    case 'pending':
      return `${host} was asked to tell of news and has not confirmed yet${why}`;
    case 'ending':
      return `${host} was asked to stop telling of news${why}`;
    case 'resting':
      return `${host} is left alone until ${isoMinute(nextAt)}${why}`;
    default:
      return status satisfies never;
  }
}
