const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** Text as XML or HTML character data, safe in a quoted attribute too. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The parts of an ISO 8601 time as written, in its own offset: `['2026', '02', '07', '14:05:00', '+04:00']`. */
export function timeParts(at: string): readonly [string, string, string, string, string] {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T([\d:]{8})(.+)$/.exec(at);
  if (!parts) throw new TypeError(`${at} is not a time of the form 2026-02-07T14:05:00+04:00`);
  const [, year = '', month = '', day = '', clock = '', offset = ''] = parts;
  return [year, month, day, clock, offset];
}

/** An ISO 8601 time as RSS wants it (RFC 822), the offset kept: `Sat, 07 Feb 2026 14:05:00 +0400`. */
export function rfc822(at: string): string {
  const [year, month, day, clock, offset] = timeParts(at);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const weekday = weekdays[date.getUTCDay()];
  const name = months[Number(month) - 1];
  return `${weekday}, ${day} ${name} ${year} ${clock} ${offset.replace(':', '')}`;
}
