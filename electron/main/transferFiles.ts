import { open } from 'node:fs/promises'
import path from 'node:path'
import type { ChosenFile, Outcome } from '../../shared/ipc/desktopContract.ts'
import { MOST_IMPORT_BYTES } from '../../shared/ipc/desktopContract.ts'
import { AppError, type ErrorCode } from '../../shared/ipc/errors.ts'
import { errnoCode } from './errnoCode.ts'
import { outcomeOf } from './outcomeOf.ts'
import { writeAtomically } from './writeAtomically.ts'

/** Writes an export to a file that the user chose; null if they chose none. */
export function exportTo(file: string | null, suggested: string, content: Uint8Array): Promise<Outcome> {
  return outcomeOf(file === null ? suggested : path.basename(file), async () => {
    if (file === null) return null
    await writeAtomically(file, content)
    return path.basename(file)
  })
}

/** Largest file to read, in bytes, and what to report of larger ones. */
export interface ReadLimit {
  readonly most: number
  readonly code: ErrorCode
}

const IMPORT_LIMIT: ReadLimit = { most: MOST_IMPORT_BYTES, code: 'import-too-large' }

/** Reads a file that the user chose, if it is not too large; null if they chose none. */
export async function importFrom(file: string | null, limit = IMPORT_LIMIT): Promise<ChosenFile> {
  if (file === null) return { result: 'cancelled' }
  const name = path.basename(file)
  try {
    return { result: 'done', name, data: await readAtMost(file, limit) }
  } catch (error) {
    return { result: 'failed', code: errnoCode(error), name }
  }
}

async function readAtMost(file: string, { most, code }: ReadLimit): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    if (size > most) throw new AppError(code, `${size} bytes`)
    // One byte more than there is, to see that the file has not grown meanwhile.
    const buffer = new Uint8Array(size + 1)
    let filled = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled)
      if (bytesRead === 0) return buffer.slice(0, filled)
      filled += bytesRead
      if (filled > size) throw new AppError('locked', 'the file is being written')
    }
  } finally {
    await handle.close()
  }
}
