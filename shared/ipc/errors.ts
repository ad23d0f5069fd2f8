import { z } from 'zod'

/** Every error that crosses a process border carries one of these; callers decide on the code, never on the text. */
export const errorCode = z.enum([
  'bad-request', // the caller broke the contract: a bug
  'not-found', // no such file
  'already-exists', // a file of that name is there
  'not-a-workshop', // the file is something else
  'newer-format', // made by a newer version; nothing was written
  'damaged', // the file is a workshop, but cannot be read
  'read-only', // no right to write the file or its folder
  'locked', // another program holds the file
  'disk-full',
  'file-moved', // moved, deleted or replaced while open
  'too-large', // for us, or for the disk it should be written to
  'import-too-large', // than MOST_IMPORT_BYTES
  'image-too-large', // than MOST_IMAGE_FILE_BYTES, or than fits into memory
  'store-lost', // the store process went away before it answered
  'store-failed', // the store process cannot be started again
  'host-failed', // this computer's own server for sessions cannot be started
  'internal', // anything else: reported, never guessed at
])
export type ErrorCode = z.infer<typeof errorCode>

/** An error that may cross a process border. `message` is for logs; the user's sentence comes from the code. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }
}

/** The code to report for anything that was thrown. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'internal'
}
