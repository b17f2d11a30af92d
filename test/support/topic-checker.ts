import type { Element } from 'xml-js';
import { idsOf } from './archive-walk.ts';
import { attributeOf, childOf, childrenOf, rootOf, textOf } from './xml-check.ts';

/** A folder of a topic: its live Atom document and the pages of its archive. */
export interface Folder {
  readonly path: string;
  /** The language whose stories it holds; absent for all. */
  readonly language: string | undefined;
  readonly live: Element;
  readonly pages: readonly Element[];
  /** Ids that were ever recorded as gone there; the live document names the last ones only. */
  readonly gone: ReadonlySet<string>;
}

/** Announcements in `corrections.atom`, and records of departure in a live document, at most. */
export const announcedMax = 50;
export const recordsMax = 50;

/** An outlet as the newsroom knows it, by which what a document says of it can be judged. */
export interface Outlet {
  readonly title: string;
  readonly feedUrl: string;
  readonly language: string;
}

/**
 * What the folders of one topic say of one another's stories, against each other. `forgotten`: by
 * folder and id, what a backup that was put back did not know.
 */
export function compareFolders(
  folders: readonly Folder[],
  forgotten: ReadonlySet<string>,
): readonly string[] {
  const all = folders.find(({ language }) => language === undefined);
  if (all === undefined) return [];
  const others = folders.filter((folder) => folder !== all);
  return [
    ...others.flatMap((folder) => compareFolder(all, folder, forgotten)),
    ...idFaults(folders),
  ];
}

/** A story of the topic is in the folder of its language, and the other way round. */
function compareFolder(
  all: Folder,
  folder: Folder,
  forgotten: ReadonlySet<string>,
): readonly string[] {
  const inAll = knownIn(all);
  const inFolder = knownIn(folder);
  const isForgotten = ({ path }: Folder, id: string) => forgotten.has(`${path} ${id}`);
  const stray = entriesOf(folder).find(({ id }) => !inAll.has(id) && !isForgotten(all, id));
  const missing = entriesOf(all).find(({ id, language }) => {
    return language === folder.language && !inFolder.has(id) && !isForgotten(folder, id);
  });
  const foreign = entriesOf(folder).find(({ language }) => language !== folder.language);
  return [
    ...(stray === undefined ? [] : [`${folder.path}: has ${stray.id}, which all do not have`]),
    ...(missing === undefined ? [] : [`${folder.path}: has not ${missing.id} of its language`]),
    ...(foreign === undefined ? [] : [`${folder.path}: has ${foreign.id} in ${foreign.language}`]),
  ];
}

/** One article is one story, wherever it is shown now; what is frozen stays as it was. */
function idFaults(folders: readonly Folder[]): readonly string[] {
  const ids = new Map<string, string>();
  return folders.flatMap(({ path, live }) =>
    childrenOf(live, 'entry').flatMap((entry) => {
      const { id, link } = factsOf(entry);
      if (leadsToTopic(link)) return [];
      const known = ids.get(link) ?? id;
      ids.set(link, id);
      return known === id ? [] : [`${path}: ${link} is ${id}, and ${known} elsewhere`];
    }),
  );
}

/** Whether each entry is told by an outlet that told it, under its name, in its language. */
export function checkOutlets(
  { path, live, pages }: Folder,
  outletsOf: (link: string) => readonly Outlet[],
): readonly string[] {
  return [live, ...pages].flatMap((feed) =>
    childrenOf(feed, 'entry').flatMap((entry) => {
      const { id, link, language } = factsOf(entry);
      const source = childOf(entry, 'source');
      if (leadsToTopic(link)) return [];
      const name = textOf(source && childOf(source, 'title'));
      const said = `${name} ${textOf(source && childOf(source, 'id'))} ${language}`;
      const wanted = outletsOf(link).map((one) => `${one.title} ${one.feedUrl} ${one.language}`);
      if (wanted.includes(said)) return [];
      return [`${path}: ${id} is said to be ${said}, and is ${wanted[0] ?? 'told by nobody'}`];
    }),
  );
}

/** What `corrections.atom` announces, against what was shown and what editors did. */
export function checkCorrections(
  body: string,
  known: {
    /** Ids that ever stood in a document of the topic. */
    readonly shown: ReadonlySet<string>;
    /** Ids that are, or ever were, retracted. */
    readonly retracted: ReadonlySet<string>;
    readonly everRetracted: ReadonlySet<string>;
    /** Announcements that are due now, of edits. */
    readonly edited: readonly string[];
  },
): readonly string[] {
  const announced = idsOf(rootOf(body));
  const isFull = announced.length === announcedMax;
  const faults: string[] = [];
  for (const one of announced) {
    const [, id = '', kind] = /^(.*)\/(edited|retracted|restored)\/\d+$/.exec(one) ?? [];
    if (!known.shown.has(id)) faults.push(`announces ${one}, which was never published`);
    else if (kind !== 'edited' && !known.everRetracted.has(id)) {
      faults.push(`announces ${one}, which no editor did`);
    }
  }
  const due = [...known.retracted].filter((id) => known.shown.has(id));
  const unsaid = due.find((id) => !announced.some((one) => one.startsWith(`${id}/retracted/`)));
  if (unsaid !== undefined && !isFull)
    faults.push(`does not announce that ${unsaid} was retracted`);
  const silent = known.edited.find((id) => !announced.includes(id));
  if (silent !== undefined && !isFull) faults.push(`does not announce ${silent}`);
  return faults;
}

export function recordsOf(feed: Element): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(feed, 'at:deleted-entry').map((record) => [
      attributeOf(record, 'ref') ?? '',
      attributeOf(record, 'when') ?? '',
    ]),
  );
}

function knownIn({ live, pages, gone }: Folder): ReadonlySet<string> {
  return new Set([...[live, ...pages].flatMap(idsOf), ...gone]);
}

/** An article without an address of its own leads to the page of its topic. */
export function leadsToTopic(link: string): boolean {
  return link.includes('/topics/');
}

interface EntryFacts {
  readonly id: string;
  readonly link: string;
  readonly language: string | undefined;
}

function entriesOf({ live, pages }: Folder): readonly EntryFacts[] {
  return [live, ...pages].flatMap((feed) => childrenOf(feed, 'entry').map(factsOf));
}

export function factsOf(entry: Element): EntryFacts {
  const link = childrenOf(entry, 'link').find((one) => attributeOf(one, 'rel') === 'alternate');
  return {
    id: textOf(childOf(entry, 'id')),
    link: attributeOf(link, 'href') ?? '',
    language: attributeOf(entry, 'xml:lang'),
  };
}
