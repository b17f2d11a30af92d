import type { SourceId, StoryId } from '../domain/ids.ts';
import type {
  Attribution,
  Correction,
  Edition,
  Entry,
  EntryRecord,
  Format,
  Publication,
} from '../domain/publication.ts';
import type { PublishedAct, TopicSelection } from '../domain/selection.ts';
import type { NamedSource } from '../domain/source.ts';
import { directionOfText } from '../text/direction.ts';
import { atom, renderAtomDocument } from './atom.ts';
import { httpUrl } from './clean.ts';
import { correctionsFile, correctionWords } from './correction-words.ts';
import type { LiveEntry } from './make-room.ts';

/*
 * A reader that has shown an entry does not show it again when it is edited, and most never look at
 * records of departure. So what was edited by its outlet, and what an editor retracted or restored,
 * is announced once more as an entry of its own, in a document of its own. A retraction is announced
 * without the headline that was retracted: the outlet, the date and the editor's reason must do.
 */

/** Entries of the document, newest first. */
const correctionsMax = 50;

/** The corrections of a topic, in all its languages. */
export const corrections: Format = {
  name: 'corrections',
  fileName: correctionsFile,
  mediaType: atom.mediaType,
  version: 1,
  render: (edition) =>
    renderAtomDocument(edition, { fileName: correctionsFile, links: [], isArchive: false }),
  says: atom.says,
};

/** The entries that are said to have been updated now, as they are announced once more. */
export function findEdited(
  before: readonly EntryRecord[],
  after: readonly LiveEntry[],
): readonly Correction[] {
  const stored = new Map<StoryId, EntryRecord>(before.map((row) => [row.storyId, row]));
  return after.flatMap(({ row, entry }) => {
    const old = stored.get(row.storyId);
    if (old === undefined || old.updated === row.updated) return [];
    const { topicId, storyId, updated: at } = row;
    return [{ topicId, storyId, at, id: `${entry.id}/edited/${at}`, entry }];
  });
}

export interface CorrectionsInput {
  readonly selection: TopicSelection;
  /** What is announced for the first time now. */
  readonly edited: readonly Correction[];
  /** The topic's publication of all languages. */
  readonly publication: Publication;
  readonly sources: ReadonlyMap<SourceId, NamedSource>;
}

/** What the document of corrections holds; when it changed is for the caller to say. */
export function buildCorrections(
  input: CorrectionsInput,
): Pick<Edition, 'publication' | 'entries' | 'deleted'> {
  const { selection, edited, publication } = input;
  const known = new Set(selection.corrections.map(({ id }) => id));
  const fresh = edited.filter(({ id }) => !known.has(id));
  const entries = [
    ...[...selection.corrections, ...fresh].map(editedEntry),
    ...selection.acts.map((act) => actEntry(act, input)),
  ];
  const { corrections: title } = correctionWords(publication.language);
  return {
    publication: {
      ...publication,
      feedId: `${publication.feedId}/corrections`,
      title: `${publication.title}: ${title}`,
    },
    entries: entries.sort(newestFirst).slice(0, correctionsMax),
    deleted: [],
  };
}

function newestFirst(a: Entry, b: Entry): number {
  return b.published - a.published || (a.id < b.id ? -1 : 1);
}

/** As the entry stood when it was edited, apart from what would make it as large as the entry. */
function editedEntry({ id, at, entry }: Correction): Entry {
  const { contentHtml: _, image: __, ...rest } = entry;
  const { edited } = correctionWords(entry.language);
  return {
    ...rest,
    id,
    title: `${edited}: ${entry.title}`,
    published: at,
    updated: at,
    enclosures: [],
    alsoReportedBy: [],
  };
}

function actEntry(act: PublishedAct, { publication, sources }: CorrectionsInput): Entry {
  const { kind, storyId, at, reason, language } = act;
  const words = correctionWords(language);
  const verb = kind === 'retract' ? 'retracted' : 'restored';
  const shownBy = outletOf(act, sources);
  const date = new Date(act.published).toISOString().slice(0, 10);
  const title = `${words[verb]}: ${shownBy.outlet}, ${date}`;
  return {
    id: `${act.entryId}/${verb}/${at}`,
    storyId,
    title,
    link: `${publication.siteUrl}stories/${storyId}/`,
    summary: reason,
    language,
    direction: directionOfText(title, language),
    published: at,
    updated: at,
    authors: [],
    categories: [],
    enclosures: [],
    shownBy,
    alsoReportedBy: [],
  };
}

/** Who had reported it, without the report. */
function outletOf(
  { sourceId, language, country, published }: PublishedAct,
  sources: ReadonlyMap<SourceId, NamedSource>,
): Attribution {
  const source = sources.get(sourceId);
  const feedUrl = httpUrl(source?.publicUrl ?? source?.url) ?? '';
  const outlet = source?.title || sourceId;
  const named = source?.feedId === undefined ? {} : { feedId: source.feedId };
  return { sourceId, outlet, feedUrl, ...named, title: '', language, country, published };
}
