import { type Fault, quote } from '../problem.ts';

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');

/** The six fields of node-cron; the first may be left out. */
const fields: readonly Field[] = [
  { name: 'second', least: 0, most: 59, words: [] },
  { name: 'minute', least: 0, most: 59, words: [] },
  { name: 'hour', least: 0, most: 23, words: [] },
  { name: 'day of the month', least: 1, most: 31, words: [] },
  { name: 'month', least: 1, most: 12, words: months },
  { name: 'day of the week', least: 0, most: 7, words: weekdays },
];

function isWithin(text: string, field: Field): boolean {
  if (field.words.includes(text.slice(0, 3).toLowerCase()) && /^[a-z]+$/i.test(text)) return true;
  return /^\d{1,2}$/.test(text) && Number(text) >= field.least && Number(text) <= field.most;
}

function isPart(part: string, field: Field): boolean {
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return false;
  if (range === '*') return true;
  const ends = range.split('-');
  if (ends.length > 2 || !ends.every((end) => isWithin(end, field))) return false;
  const [from, to] = ends.map(Number);
  return !(from !== undefined && to !== undefined && from > to);
}

/** Says what is wrong with the schedule: five cron fields, or six with the seconds first. */
export function judgeCron(text: string): Fault | undefined {
  const given = text.trim().split(/\s+/);
  const cure = 'write minute, hour, day, month and weekday, such as "*/5 * * * *"';
  if (given.length !== 5 && given.length !== 6) {
    const counted = text.trim() === '' ? 'no fields' : `${given.length} of its 5 fields`;
    return { message: `is ${quote(text)}, a cron expression with ${counted}`, cure };
  }
  const expected = fields.slice(fields.length - given.length);
  const wrong = expected.findIndex(
    (field, index) => !(given[index] ?? '').split(',').every((part) => isPart(part, field)),
  );
  const field = expected[wrong];
  if (field === undefined) return undefined;
  const message = `is ${quote(text)}, whose ${field.name} "${given[wrong]}" cannot be read`;
  return { message, cure: `give ${field.least} to ${field.most}, *, a-b or */n there` };
}
