import type { ReadResult } from '../domain/parsed-feed.ts';

/** A document as read, with what is needed to resolve relative links inside its HTML. */
export interface ParsedDocument {
  readonly result: ReadResult;
  readonly bases: HtmlBases;
}

/** Base URLs of relative links inside HTML, absolute; absent where none is known. */
export interface HtmlBases {
  readonly head: {
    readonly description?: string | undefined;
    readonly rights?: string | undefined;
  };
  /** One a item, in the order of the items. */
  readonly items: readonly {
    readonly summary?: string | undefined;
    readonly content?: string | undefined;
    readonly rights?: string | undefined;
  }[];
}
