/**
 * The vocabulary of feeds. Elements are known by namespace and local name and get one canonical
 * key, whatever prefix and case a document uses; what is not listed here is not read.
 */

/** How an element is read. */
export type TermKind =
  /** The feed's own node: `channel`. */
  | 'channel'
  /** One item of the feed. */
  | 'item'
  /** Has elements of its own that matter. */
  | 'node'
  /** Text only; elements inside lend their text. */
  | 'text'
  /** Text or markup; elements inside are kept as markup. */
  | 'html';

export interface Term {
  /** Name in the tree. A leading `~` keeps rss-parser from running its own dates and snippets. */
  readonly key: string;
  readonly kind: TermKind;
  /** Whether its start inside another field shows that the field was never closed. */
  readonly startsField: boolean;
  /** Whether HTML has an element of the same name. */
  readonly isHtmlWord: boolean;
}

/** Canonical prefix of a namespace; the empty one is the feed format itself. */
export type Module =
  | ''
  | 'atom'
  | 'rdf'
  | 'dc'
  | 'dcterms'
  | 'content'
  | 'media'
  | 'itunes'
  | 'googleplay'
  | 'sy'
  | 'admin'
  | 'feedburner'
  | 'yandex'
  | 'creativeCommons'
  | 'prism'
  | 'xhtml';

/** Namespace URIs without scheme, `www.` and trailing `/` or `#`, lower case. */
const namespaces: Readonly<Record<string, Module>> = {
  'backend.userland.com/rss': '',
  'backend.userland.com/rss091': '',
  'backend.userland.com/rss092': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss/rss.html': '',
  'purl.org/rss/1.0': '',
  'purl.org/rss/2.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'search.yahoo.com/searchmonkey/media': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'itunes.com/dtds/podcast-1.0': 'itunes',
  'google.com/schemas/play-podcasts/1.0': 'googleplay',
  'webns.net/mvcb': 'admin',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'news.yandex.ru': 'yandex',
  'backend.userland.com/creativecommonsrssmodule': 'creativeCommons',
  'prismstandard.org/namespaces/basic/2.0': 'prism',
  'prismstandard.org/namespaces/1.2/basic': 'prism',
  'w3.org/1999/xhtml': 'xhtml',
};

/** What a prefix usually stands for, for documents that forget or garble its declaration. */
const usualPrefixes: Readonly<Record<string, Module>> = {
  atom: 'atom',
  atom10: 'atom',
  a10: 'atom',
  rdf: 'rdf',
  dc: 'dc',
  dcterms: 'dcterms',
  dct: 'dcterms',
  content: 'content',
  media: 'media',
  itunes: 'itunes',
  googleplay: 'googleplay',
  sy: 'sy',
  admin: 'admin',
  feedburner: 'feedburner',
  yandex: 'yandex',
  creativecommons: 'creativeCommons',
  prism: 'prism',
  rss: '',
  rss10: '',
  xhtml: 'xhtml',
};

/** The module a namespace URI means; undefined when it is none that is read here. */
export function findModule(uri: string): Module | undefined {
  if (uri.length > 200) return undefined;
  const plain = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]{1,9}$/, '');
  return Object.hasOwn(namespaces, plain) ? namespaces[plain] : undefined;
}

/** The module an undeclared prefix usually means. */
export function findUsualModule(prefix: string): Module | undefined {
  const plain = prefix.toLowerCase();
  return Object.hasOwn(usualPrefixes, plain) ? usualPrefixes[plain] : undefined;
}

/** Elements of the formats themselves; RSS and Atom share the table, their names do not clash. */
const formatTerms: Readonly<Record<TermKind, string>> = {
  channel: 'channel',
  item: 'item entry',
  node: 'author contributor source image textInput skipHours skipDays',
  text:
    'link guid id pubDate published updated issued modified created date lastBuildDate category ' +
    'enclosure comments generator language ttl hour day managingEditor webMaster logo icon name ' +
    'email uri url homepage keywords width height',
  html: 'title description content summary subtitle tagline info copyright rights body fullText fullItem',
};

const moduleTerms: Partial<Record<Module, Partial<Record<TermKind, string>>>> = {
  dc: {
    text: 'creator author contributor publisher subject date language source identifier',
    html: 'title description rights',
  },
  dcterms: {
    text: 'created issued modified available date creator subject language',
    html: 'title description abstract rights',
  },
  content: { html: 'encoded' },
  media: {
    node: 'group content',
    text: 'thumbnail category keywords credit copyright',
    html: 'title description text',
  },
  itunes: {
    node: 'owner category',
    text: 'author image name email keywords explicit duration new-feed-url',
    html: 'title summary subtitle',
  },
  googleplay: { text: 'author image category', html: 'description' },
  sy: { text: 'updatePeriod updateFrequency updateBase' },
  admin: { text: 'generatorAgent' },
  feedburner: { text: 'origLink origEnclosureLink' },
  yandex: { html: 'full-text' },
  creativeCommons: { text: 'license' },
  prism: { text: 'publicationDate' },
  xhtml: { html: 'body div' },
};

/** Fields on which rss-parser would run `new Date` or its quadratic snippet expression. */
const renamed: ReadonlySet<string> = new Set([
  'description',
  'content',
  'summary',
  'content:encoded',
  'pubDate',
  'published',
  'updated',
  'date',
  'dc:date',
]);

/** Parts of other elements; they start no field of an item or feed. */
const parts: ReadonlySet<string> = new Set([
  'name',
  'email',
  'uri',
  'url',
  'homepage',
  'width',
  'height',
  'hour',
  'day',
  'body',
  'keywords',
  'date',
  'created',
]);

const htmlWords: ReadonlySet<string> = new Set([
  'title',
  'link',
  'summary',
  'source',
  'image',
  'body',
  'div',
  'content',
]);

function buildTerms(): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  const add = (module: string, words: string, kind: TermKind): void => {
    for (const word of words.split(' ')) {
      const name = module === '' ? word : `${module}:${word}`;
      terms.set(name.toLowerCase(), {
        key: renamed.has(name) ? `~${name}` : name,
        kind,
        startsField: module !== 'xhtml' && !parts.has(word),
        isHtmlWord: htmlWords.has(word),
      });
    }
  };
  for (const kind of Object.keys(formatTerms) as TermKind[]) {
    add('', formatTerms[kind], kind);
    // An Atom entry inside an RSS document is an item too; `atom:channel` does no harm.
    add('atom', formatTerms[kind], kind);
  }
  for (const [module, byKind] of Object.entries(moduleTerms)) {
    for (const [kind, words] of Object.entries(byKind)) add(module, words, kind as TermKind);
  }
  return terms;
}

const terms = buildTerms();

/** The term of an element; undefined when it is not part of the vocabulary. */
export function findTerm(module: Module, localName: string): Term | undefined {
  const lower = localName.toLowerCase();
  return terms.get(module === '' ? lower : `${module.toLowerCase()}:${lower}`);
}

/** Attributes that are read, by their lower-case names; all others are dropped. */
const attributeNames: ReadonlyMap<string, string> = new Map(
  (
    'href rel type url length isPermaLink domain scheme term label version text medium fileSize ' +
    'width height name email src mode value title hreflang isDefault role lang'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** The canonical name of an attribute without prefix; undefined when it is not read. */
export function findAttributeName(name: string): string | undefined {
  return attributeNames.get(name) ?? attributeNames.get(name.toLowerCase());
}
