import { decodeReferences, findNamedReference } from './character-references.ts';

/** What stands before the root element. */
export interface XmlProlog {
  /** Where the document proper starts. */
  readonly start: number;
  /** Internal entities of the document type declaration, replacement text as declared. */
  readonly entities: ReadonlyMap<string, string>;
}

/** Entities kept of one document, and the length of all their text once expanded. */
const entitiesMax = 256;
const expandedCharactersMax = 100_000;

const noEntities: ReadonlyMap<string, string> = new Map();

/**
 * Skips junk, declaration, comments and instructions up to the root element and reads the internal
 * entities of a DOCTYPE. External entities are never read: their references stay as text.
 */
export function readProlog(text: string): XmlProlog {
  let at = 0;
  let entities = noEntities;
  let hasDoctype = false;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) return { start: text.length, entities };
    if (isDoctype(text, open) && !hasDoctype) {
      hasDoctype = true;
      at = endOfDoctype(text, open);
      entities = readEntities(text.slice(open, at));
      continue;
    }
    const end = endOfMisc(text, open);
    if (end === undefined) return { start: open, entities };
    at = end;
  }
}

function isDoctype(text: string, open: number): boolean {
  return text.slice(open, open + 9).toUpperCase() === '<!DOCTYPE';
}

/** End of the comment, instruction or declaration at `open`; undefined when it is an element. */
function endOfMisc(text: string, open: number): number | undefined {
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
  if (text.startsWith('<?', open) || text.startsWith('<!', open)) return endOfTag(text, open);
  // `</…`, `< ` and the like before the root are junk.
  const next = text.charAt(open + 1);
  return next === '/' || next.trim() === '' ? open + 1 : undefined;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/**
 * End of `<?…>` or `<!…>`: the first `>`, or the next `<` when that comes before (some documents
 * forget to close their declaration). No look further ahead, which keeps the prolog linear.
 */
function endOfTag(text: string, open: number): number {
  const found = text.indexOf('<', open + 1);
  const next = found === -1 ? text.length : found;
  const right = text.slice(open, next).indexOf('>');
  return right === -1 ? next : open + right + 1;
}

/** The DOCTYPE at `open`, its internal subset included. */
function endOfDoctype(text: string, open: number): number {
  const end = endOfTag(text, open);
  const subset = text.slice(open, end).indexOf('[');
  if (subset === -1) return end;
  const subsetEnd = /\]\s{0,100}>/g;
  subsetEnd.lastIndex = open + subset;
  const found = subsetEnd.exec(text);
  return found === null ? end : found.index + found[0].length;
}

/** Bytes of a subset that are read; an honest one has a few lines. */
const subsetCharactersMax = 200_000;

/** `SYSTEM` and parameter entities do not match. */
const entityPattern =
  /<!ENTITY\s{1,100}([A-Za-z_][\w.-]{0,63})\s{1,100}(?:"([^"]{0,2000})"|'([^']{0,2000})')/g;

function readEntities(declaration: string): ReadonlyMap<string, string> {
  const raw = new Map<string, string>();
  for (const match of declaration.slice(0, subsetCharactersMax).matchAll(entityPattern)) {
    if (raw.size >= entitiesMax) break;
    const [, name, double, single] = match;
    // The first declaration of a name binds (XML 1.0 §4.2).
    if (name !== undefined && !raw.has(name)) raw.set(name, double ?? single ?? '');
  }
  return raw.size === 0 ? noEntities : expandAll(raw);
}

/**
 * Expands entities inside entities under one budget for the whole document, so that nested
 * declarations cannot multiply; what is beyond the budget, or refers to itself, stays as written.
 */
function expandAll(raw: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const expanded = new Map<string, string>();
  let budget = expandedCharactersMax;
  const expand = (name: string, depth: number): string | undefined => {
    const done = expanded.get(name);
    if (done !== undefined) return spend(done);
    const value = raw.get(name);
    if (value === undefined) return findNamedReference(name);
    if (depth > 8 || value.length > budget) return undefined;
    const text = decodeReferences(value, (inner) => expand(inner, depth + 1));
    expanded.set(name, text);
    return spend(text);
  };
  const spend = (text: string): string | undefined => {
    budget -= text.length;
    return budget < 0 ? undefined : text;
  };
  for (const name of raw.keys()) expand(name, 0);
  return expanded;
}
