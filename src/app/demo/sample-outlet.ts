import type { Source } from '../../domain/source.ts';

/** A report of an invented outlet: what its feed announces and its page on the newsroom shows. */
export interface SampleArticle {
  /** Path on the newsroom, not percent-encoded. */
  readonly path: string;
  readonly title: string;
  /** Plain text; empty where the outlet sends headlines only. */
  readonly text: string;
  /** ISO 8601 in the outlet's own offset, so that feeds show local time as outlets do. */
  readonly at: string;
}

type Declared = 'id' | 'title' | 'language' | 'country' | 'kind' | 'rank' | 'permission';
type Quirks = 'timezone' | 'titleSuffix';

/** An invented outlet: how an editor declares it, what it reports, and its feed as it leaves the house. */
export interface SampleOutlet {
  readonly source: Pick<Source, Declared> & Partial<Pick<Source, Quirks>>;
  readonly feedPath: string;
  /** The HTTP Content-Type, wrong where the outlet gets it wrong. */
  readonly contentType: string;
  readonly articles: readonly SampleArticle[];
  /** The feed document, faults included. `base` is the newsroom's address without a slash at the end. */
  document(base: string): string | Uint8Array;
}
