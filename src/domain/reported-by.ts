import type { CountryCode, SourceId } from './ids.ts';
import type { Item } from './item.ts';
import type { Source } from './source.ts';

/** How many must have told a story before a topic takes it; both hold where both are given. */
export interface ReportedBy {
  readonly countries?: number;
  readonly outlets?: number;
}

/** Who told a story: countries of the outlets, and outlets by name, each once and sorted. */
export interface Reporters {
  readonly countries: readonly CountryCode[];
  readonly outlets: readonly string[];
}

/** Country code of a source whose country nobody knows (ISO 3166 user-assigned). */
export const countryUnknown: CountryCode = 'ZZ';

/** A copy counts: its outlet chose to tell the story too. A country that nobody knows does not. */
export function reportersOf(
  items: readonly Pick<Item, 'sourceId' | 'country'>[],
  sources: ReadonlyMap<SourceId, Pick<Source, 'title'>>,
): Reporters {
  const countries = new Set(items.map(({ country }) => country));
  countries.delete(countryUnknown);
  // An outlet with several feeds is one outlet.
  const outlets = new Set(items.map(({ sourceId }) => sources.get(sourceId)?.title ?? sourceId));
  return { countries: [...countries].toSorted(), outlets: [...outlets].toSorted() };
}

export function isReportedBy(wanted: ReportedBy | undefined, found: Reporters): boolean {
  return missingReporters(wanted, found).length === 0;
}

/** One thing that a topic asks of who told a story, and what there is of it. */
export interface ReporterCheck {
  readonly of: 'countries' | 'outlets';
  readonly least: number;
  readonly names: readonly string[];
  readonly isEnough: boolean;
}

/** What is asked, each with who told the story; nothing where nothing is asked. */
export function checkReporters(
  wanted: ReportedBy = {},
  found: Reporters,
): readonly ReporterCheck[] {
  return namesOf(wanted).map((of) => {
    const least = wanted[of] ?? 0;
    return { of, least, names: found[of], isEnough: found[of].length >= least };
  });
}

/** `reported by at least 2 countries: AZ, TR`, and what is missing with what there is. */
export function reportedBySentence(wanted: ReportedBy, found: Reporters): string {
  const missing = missingReporters(wanted, found);
  const names = missing.length > 0 ? missing : namesOf(wanted);
  const parts = names.map((name) => {
    const told = found[name].join(', ');
    const least = `reported by at least ${wanted[name]} ${name}`;
    return missing.length > 0 ? `${least} (so far: ${told || 'none'})` : `${least}: ${told}`;
  });
  return `${missing.length > 0 ? 'Missing: ' : ''}${parts.join('; ')}.`;
}

type Name = keyof ReportedBy;

function namesOf(wanted: ReportedBy): readonly Name[] {
  return (['countries', 'outlets'] as const).filter((name) => wanted[name] !== undefined);
}

function missingReporters(wanted: ReportedBy = {}, found: Reporters): readonly Name[] {
  return checkReporters(wanted, found).flatMap(({ of, isEnough }) => (isEnough ? [] : [of]));
}
