const fixedPattern = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i;

/** Zones kept ready; a configuration names a handful. */
const formattersMax = 100;
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * How far the clock of a zone is ahead of UTC at a moment, both in milliseconds. `zone` is an IANA
 * name or a fixed offset such as `+03:30`; undefined when it is neither, or unknown to this machine.
 */
export function zoneOffsetAt(zone: string, moment: number): number | undefined {
  const name = zone.trim();
  const fixed = fixedPattern.exec(name);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return (fixed[1] === '-' ? -minutes : minutes) * 60_000;
  }
  const formatter = formatterOf(name);
  return formatter === undefined ? undefined : shownOffset(formatter, moment);
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(zone)) return formatters.get(zone);
  const formatter = createFormatter(zone);
  if (formatters.size < formattersMax) formatters.set(zone, formatter);
  return formatter;
}

function createFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // No such zone here: the caller says what that means.
    return undefined;
  }
}

function shownOffset(formatter: Intl.DateTimeFormat, moment: number): number {
  const parts = new Map(formatter.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(moment / 1_000) * 1_000;
}
