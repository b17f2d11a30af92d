/** What went wrong, for the tables that map it to an exit code and an HTTP status. */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'locked'
  | 'io'
  | 'unavailable'
  | 'internal';

/** An error a person is meant to read: it says what, where and what to do. The log gets the cause. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** The message of anything thrown, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
