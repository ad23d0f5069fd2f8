import type { ErrorCode } from './errors.ts'

/** What an operating system's error means, whatever was done with the file. Processes add what is special to them. */
export const SYSTEM_ERRORS: Readonly<Record<string, ErrorCode>> = {
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
  EIO: 'internal',
}
