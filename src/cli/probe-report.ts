import type { Probe, ProbedItem } from '../app/probe-source.ts';

/** A probe as cells of one line: what came, how many items, newest date, language, charset. */
export function probeLine(probe: Probe): string[] {
  if (probe.kind === 'failed') return ['failed', `${probe.reason}: ${probe.message}`];
  if (probe.kind === 'page') {
    return [
      'page',
      `a web page, no feed; it points to ${probe.feeds.map((feed) => feed.url).join(', ')}`,
    ];
  }
  const newest = probe.newest === undefined ? 'no dates' : `newest ${isoMinute(probe.newest)}`;
  const languages = [...new Set(probe.items.map(({ item }) => item.language))].join('/');
  return [
    probe.read.feed.format,
    `${probe.items.length} items, ${newest}, ${languages || 'no language'}, ` +
      `${probe.read.charset?.name ?? 'utf-8'}, ${probe.bytes} bytes` +
      (probe.dropped > 0 ? `, ${probe.dropped} dropped` : '') +
      (probe.warnings.length > 0 ? `, ${probe.warnings.length} warnings` : ''),
  ];
}

/** The same for programs. */
export function probeFacts(probe: Probe): Record<string, unknown> {
  if (probe.kind !== 'feed') return { ...probe };
  const { kind, from, bytes, dropped, warnings, newest, read } = probe;
  const { charset } = read;
  return {
    kind,
    from,
    format: read.feed.format,
    charset,
    items: probe.items.length,
    newest,
    bytes,
    dropped,
    warnings,
  };
}

/** Everything Araz understands of one feed, for `try`. */
export function probeLines(probe: Probe): string[] {
  if (probe.kind !== 'feed') return [`${probe.from}: ${probeLine(probe)[1]}`];
  const { feed } = probe.read;
  const lines = [
    `${feed.title ?? '(no title)'} — ${probe.from}`,
    `${probeLine(probe).join(': ')}`,
    ...(probe.read.charset
      ? [`charset ${probe.read.charset.name}, from ${probe.read.charset.from}`]
      : []),
    '',
  ];
  lines.push(...probe.items.flatMap(itemLines));
  for (const warning of probe.warnings) {
    const where = warning.item === undefined ? '' : ` (item ${warning.item + 1})`;
    lines.push(`warning: ${warning.message}${where}`);
  }
  return lines;
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

/** `2026-02-07 14:05Z`: to the minute, UTC. */
export function isoMinute(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
