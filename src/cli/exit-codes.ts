import { AppError, type ErrorCode } from '../domain/errors.ts';

/** Exit codes of the command line (design §5; numbers above 64 after sysexits). */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  found: 3,
  unreachable: 69,
  io: 74,
  locked: 75,
  config: 78,
} as const;

const byErrorCode: Readonly<Record<ErrorCode, number>> = {
  usage: exitCodes.usage,
  config: exitCodes.config,
  invalid: exitCodes.usage,
  'not-found': exitCodes.usage,
  conflict: exitCodes.usage,
  locked: exitCodes.locked,
  io: exitCodes.io,
  unavailable: exitCodes.locked,
  internal: exitCodes.fault,
};

export function exitCodeOf(error: unknown): number {
  return error instanceof AppError ? byErrorCode[error.code] : exitCodes.fault;
}
