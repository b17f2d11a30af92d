import { findModule, findTerm, findUsualModule, type Module, type Term } from './xml-names.ts';

/** What an element name means where it stands. */
export interface ResolvedName {
  readonly localName: string;
  readonly module: Module | undefined;
  readonly term: Term | undefined;
}

/** Names kept per scope; a document made of ever new names must not fill the memory. */
const cachedNamesMax = 2_000;

/** The namespaces in force at an element (Namespaces in XML 1.0). */
export class XmlScope {
  readonly #parent: XmlScope | undefined;
  readonly #declared: ReadonlyMap<string, string>;
  readonly #names = new Map<string, ResolvedName>();
  /** Namespaces that are the format itself in this document, such as the root's own. */
  readonly #core: Set<string>;
  #isAtom: boolean;

  constructor(parent: XmlScope | undefined, declared: ReadonlyMap<string, string>) {
    this.#parent = parent;
    this.#declared = declared;
    this.#core = parent === undefined ? new Set() : parent.#core;
    this.#isAtom = parent === undefined ? false : parent.#isAtom;
  }

  /** The URI a prefix stands for; undefined when it is not declared. Depth is bounded by nesting. */
  findUri(prefix: string): string | undefined {
    for (let scope: XmlScope | undefined = this; scope !== undefined; scope = scope.#parent) {
      const uri = scope.#declared.get(prefix);
      if (uri !== undefined) return uri;
    }
    return undefined;
  }

  /**
   * Takes the namespaces of the root element as the format's own, known or not: documents invent
   * default namespaces for plain RSS (QUIRKS 26).
   */
  adoptRoot(rootName: string, isAtom: boolean): void {
    const colon = rootName.indexOf(':');
    const own = this.findUri(colon === -1 ? '' : rootName.slice(0, colon));
    const unprefixed = this.findUri('');
    this.#isAtom = isAtom;
    if (own !== undefined && findModule(own) !== 'rdf') this.#core.add(own);
    if (unprefixed !== undefined && findModule(unprefixed) === undefined) {
      this.#core.add(unprefixed);
    }
    this.#names.clear();
  }

  /** What an element of this name is. */
  resolve(name: string): ResolvedName {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const localName = name.slice(colon + 1);
    const module = this.#findModule(prefix);
    const term = module === undefined ? undefined : findTerm(module, localName);
    const resolved = { localName, module, term };
    if (this.#names.size < cachedNamesMax) this.#names.set(name, resolved);
    return resolved;
  }

  /** The module a prefix means here. */
  #findModule(prefix: string): Module | undefined {
    const uri = this.findUri(prefix);
    if (uri === undefined || uri === '') return prefix === '' ? '' : findUsualModule(prefix);
    if (this.#core.has(uri)) return '';
    const module = findModule(uri) ?? findUsualModule(prefix);
    return module === 'atom' && this.#isAtom ? '' : module;
  }

  /** The module of a prefixed attribute. */
  moduleOf(prefix: string): Module | undefined {
    return this.#findModule(prefix);
  }
}
