import type { TextSpan } from '../../domain/item.ts';

type Present<Row> = {
  [Column in keyof Row as null extends Row[Column] ? never : Column]: Row[Column];
} & {
  [Column in keyof Row as null extends Row[Column] ? Column : never]?: Exclude<Row[Column], null>;
};

/** A row in which NULL is said as the domain says it: the field is absent. */
export function present<Row extends object>(row: Row): Present<Row> {
  const kept = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as Present<Row>;
}

/** SQLite has no booleans. */
export function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

/** What is not compared of an item: spans that stand as JSON. */
export interface SpanColumns {
  readonly boilerplate: string | null;
  readonly titleEdges: string | null;
}

/** Absent where there are none, as in most rows. */
export function spansOf({ boilerplate, titleEdges }: SpanColumns): {
  readonly boilerplate?: readonly TextSpan[];
  readonly titleEdges?: readonly TextSpan[];
} {
  return {
    ...(boilerplate === null ? {} : { boilerplate: JSON.parse(boilerplate) }),
    ...(titleEdges === null ? {} : { titleEdges: JSON.parse(titleEdges) }),
  };
}
