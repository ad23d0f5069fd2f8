import { AppError, codeOf, type ErrorCode } from '../../shared/ipc/errors.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EEXIST: 'already-exists',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'too-large',
}

/** The code to report for what a file operation threw. */
export function errnoCode(error: unknown): ErrorCode {
  if (error instanceof AppError || !(error instanceof Error)) return codeOf(error)
  return CODES[String((error as NodeJS.ErrnoException).code)] ?? 'internal'
}
