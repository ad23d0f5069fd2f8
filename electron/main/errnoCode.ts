import { AppError, codeOf, type ErrorCode } from '../../shared/ipc/errors.ts'
import { SYSTEM_ERRORS } from '../../shared/ipc/systemErrors.ts'

/** An export is written at once: what is too large for the disk's format can be made smaller. */
const CODES: Readonly<Record<string, ErrorCode>> = { ...SYSTEM_ERRORS, EFBIG: 'too-large' }

/** The code to report for what a file operation threw. */
export function errnoCode(error: unknown): ErrorCode {
  if (error instanceof AppError || !(error instanceof Error)) return codeOf(error)
  return CODES[String((error as NodeJS.ErrnoException).code)] ?? 'internal'
}
