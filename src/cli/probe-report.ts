import type { Finding } from '../app/doctor/finding.ts';
import type { Probe, ProbeAnswer, ProbedItem } from '../app/probe/probe-source.ts';
import { isoMinute } from '../text/iso-minute.ts';
import { redactUrl } from '../text/redact-url.ts';

/** A probe as cells of one line: what came, how many items, newest date, language, charset. */
export function probeLine(probe: Probe): string[] {
  if (probe.kind === 'failed') return ['failed', `${probe.reason}: ${probe.message}`];
  if (probe.kind === 'page') {
    const found = probe.feeds.map((feed) => redactUrl(feed.url)).join(', ');
    const where = probe.isGuessed ? 'it names no feed, but there is one at' : 'it points to';
    return ['page', `a web page, no feed; ${where} ${found}`];
  }
  const newest = probe.newest === undefined ? 'no dates' : `newest ${isoMinute(probe.newest)}`;
  const languages = [...new Set(probe.items.map(({ item }) => item.language))].join('/');
  return [
    probe.read.feed.format,
    `${probe.items.length} items, ${newest}, ${languages || 'no language'}, ` +
      `${charsetText(probe.read.charset)}, ${probe.bytes} bytes${validatorText(probe.answer)}` +
      (probe.dropped > 0 ? `, ${probe.dropped} dropped` : '') +
      (probe.warnings.length > 0 ? `, ${probe.warnings.length} warnings` : ''),
  ];
}

function charsetText(
  charset: { readonly name: string; readonly from: string } | undefined,
): string {
  return charset === undefined ? 'utf-8' : `${charset.name} (${charset.from})`;
}

function validatorText(answer: ProbeAnswer | undefined): string {
  if (answer === undefined) return '';
  const { etag, lastModified } = answer.validators;
  return etag === undefined && lastModified === undefined ? ', sent whole at every poll' : '';
}

/** The same for programs, with what there is to say of it. */
export function probeFacts(probe: Probe, notes: readonly Finding[]): Record<string, unknown> {
  const from = redactUrl(probe.from);
  const { answer } = probe;
  const http = answer && {
    redirects: answer.redirects.map(({ status, to }) => ({ status, to: redactUrl(to) })),
    ...answer.freshness,
    ...answer.validators,
    wireBytes: answer.wireBytes,
    tookMs: answer.tookMs,
  };
  if (probe.kind === 'failed') {
    const { kind, reason, message } = probe;
    return { kind, from, reason, message, http, notes };
  }
  if (probe.kind === 'page') {
    const { kind, feeds, isGuessed } = probe;
    return { kind, from, feeds, isGuessed, http, notes };
  }
  const { kind, bytes, dropped, warnings, newest, read } = probe;
  return {
    kind,
    from,
    format: read.feed.format,
    charset: read.charset,
    items: probe.items.length,
    newest,
    bytes,
    dropped,
    warnings,
    http,
    notes,
  };
}

/** Everything Araz understands of one feed, for `try`. */
export function probeLines(probe: Probe, notes: readonly Finding[]): string[] {
  const said = noteLines(notes);
  if (probe.kind === 'failed') return [`${redactUrl(probe.from)}: ${probe.message}`, ...said];
  if (probe.kind === 'page') {
    const found = probe.feeds.map((feed) => {
      return `  ${redactUrl(feed.url)}${feed.title === undefined ? '' : `  (${feed.title})`}`;
    });
    const what = probe.isGuessed
      ? 'a web page that names no feed; there is one at a usual place:'
      : `a web page, no feed; it points to ${found.length === 1 ? 'one' : found.length}:`;
    return [`${redactUrl(probe.from)}: ${what}`, ...found, ...said];
  }
  const { feed } = probe.read;
  return [
    `${feed.title ?? '(no title)'} — ${redactUrl(probe.from)}`,
    `${probeLine(probe).join(': ')}`,
    ...said,
    '',
    ...probe.items.flatMap(itemLines),
  ];
}

/** What there is to say of a probe, marked as `doctor` marks it. */
export function noteLines(notes: readonly Finding[]): string[] {
  return notes.map(({ text, needsEditor }) => `  ${needsEditor ? '!' : '-'} ${text}`);
}

function itemLines({ item, outcomes }: ProbedItem): string[] {
  const indent = ' '.repeat(19);
  const date = item.isPublishedEstimated ? '(no date)' : isoMinute(item.published);
  const topics = outcomes.map((outcome) => outcome.topicId).join(', ');
  return [
    `${date.padEnd(indent.length)}[${item.language}] ${item.title || '(no title)'}`,
    ...(item.link === undefined ? [] : [indent + item.link]),
    ...(topics === '' ? [] : [`${indent}→ ${topics}`]),
  ];
}
