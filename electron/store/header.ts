import fs from 'node:fs'
import { AppError } from '../../shared/ipc/errors.ts'

/** "JMW1", in the header of every workshop file. */
export const APPLICATION_ID = 0x4a4d5731
/** The file format this version reads and writes; `user_version` in the header. */
export const FORMAT = 1
/** 4 GiB: what `max_page_count` allows. */
const MOST_FILE_BYTES = 4 * 2 ** 30

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
const HEADER_BYTES = 100
const WRITE_VERSION_AT = 18
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68
const ROLLBACK_JOURNAL = 1

/**
 * Refuses what is not a workshop file of a format this version knows, by its first bytes. SQLite is not asked: it
 * could create a journal beside the file or write to it.
 */
export function checkHeader(file: string): void {
  const { isFile, size } = describe(file)
  if (!isFile || size < HEADER_BYTES) throw new AppError('not-a-workshop', 'Not a file with a header')
  if (size > MOST_FILE_BYTES) throw new AppError('too-large', `A file of ${size} bytes`)

  const header = readStart(file)
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppError('not-a-workshop', 'Not SQLite')
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID)
    throw new AppError('not-a-workshop', 'Made by another application')
  const format = header.readUInt32BE(USER_VERSION_AT)
  if (format > FORMAT) throw new AppError('newer-format', `Format ${format}; this version knows ${FORMAT}`)
  if (format === 0) throw new AppError('damaged', 'Format 0 was never made')
  if (header.readUInt8(WRITE_VERSION_AT) !== ROLLBACK_JOURNAL)
    throw new AppError('damaged', 'In write-ahead mode: some of the content may be in another file')
}

function describe(file: string): { isFile: boolean; size: number } {
  const stats = fs.statSync(file)
  return { isFile: stats.isFile(), size: stats.size }
}

function readStart(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = fs.openSync(file, 'r')
  try {
    fs.readSync(descriptor, header, 0, HEADER_BYTES, 0)
    return header
  } finally {
    fs.closeSync(descriptor)
  }
}
