import type { Database, Statement } from 'better-sqlite3';
import { copyPages, prepareKept } from './kept-statements.ts';

/** What may be bound to a parameter; `undefined` must be said as `null`. */
export type Bindable = string | number | bigint | Uint8Array | null;

type Parameters = readonly Bindable[] | readonly [Readonly<Record<string, Bindable>>];

/**
 * One open database: statements are compiled once and kept, since every poll runs the same few.
 * `write` and `read` are the only transactions; their work is synchronous from end to end.
 */
export class Connection {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement<unknown[]>>();
  /** Those that answer values instead of rows: one text may be asked for both. */
  readonly #plucked = new Map<string, Statement<unknown[]>>();
  readonly #inTransaction: {
    readonly deferred: (work: () => unknown) => unknown;
    readonly immediate: (work: () => unknown) => unknown;
  };

  constructor(database: Database) {
    this.#database = database;
    this.#inTransaction = database.transaction((work: () => unknown) => work());
  }

  get isOpen(): boolean {
    return this.#database.open;
  }

  get isReadOnly(): boolean {
    return this.#database.readonly;
  }

  /** Steps of the schema that the file has seen. */
  get schemaVersion(): number {
    return Number(this.values('PRAGMA user_version')[0]);
  }

  all<Row>(sql: string, ...parameters: Parameters): readonly Row[] {
    return this.#prepare(sql).all(...parameters) as Row[];
  }

  /** The first column of every row: what a hot lookup is asked for, without an object a row. */
  values<Value>(sql: string, ...parameters: Parameters): readonly Value[] {
    let statement = this.#plucked.get(sql);
    if (statement === undefined) {
      statement = prepareKept(this.#database, sql).pluck();
      this.#plucked.set(sql, statement);
    }
    return statement.all(...parameters) as Value[];
  }

  get<Row>(sql: string, ...parameters: Parameters): Row | undefined {
    return this.#prepare(sql).get(...parameters) as Row | undefined;
  }

  /** Runs a statement; answers how many rows changed and the row number of the last insert. */
  run(sql: string, ...parameters: Parameters): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(...parameters);
    return { changes, id: Number(lastInsertRowid) };
  }

  /** Runs to its end a statement that answers nothing, such as a pragma that does its work in steps. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** IMMEDIATE: takes the write lock first, so that what was read is still true when it writes. */
  write<T>(work: () => T): T {
    return this.#inTransaction.immediate(work) as T;
  }

  /** DEFERRED: all reads of the work see one moment. */
  read<T>(work: () => T): T {
    return this.#inTransaction.deferred(work) as T;
  }

  /** See `copyPages`. */
  copyOver(file: string): boolean {
    return copyPages(this.#database, file);
  }

  /** Safe to call twice. */
  close(): void {
    this.#statements.clear();
    this.#plucked.clear();
    if (this.#database.open) this.#database.close();
  }

  #prepare(sql: string): Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = prepareKept(this.#database, sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
