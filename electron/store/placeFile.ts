import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'

/** A name nobody uses, in the same folder (so on the same disk) and hidden where a dot hides. */
export function temporaryBeside(file: string): string {
  const unique = randomBytes(6).toString('hex')
  return path.join(path.dirname(file), `.throughline-${unique}.tmp`)
}

/** Gives `from` the name `to`. Throws `already-exists` rather than replace a file, even one made this instant. */
export function moveWithoutReplacing(from: string, to: string): void {
  try {
    fs.linkSync(from, to)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw new AppError('already-exists', 'A file of that name is there')
    reserve(to) // no hard links on this file system (exFAT, some network drives)
    fs.renameSync(from, to)
    syncFolder(path.dirname(to))
    return
  }
  fs.unlinkSync(from)
  syncFolder(path.dirname(to))
}

/** Gives `from` the name `to`, in place of the file that has it. There is no moment without one of the two. */
export function moveReplacing(from: string, to: string): void {
  fs.renameSync(from, to)
  syncFolder(path.dirname(to))
}

/** Renames a closed file; a change of upper and lower case only is no conflict with itself. */
export function renameFile(from: string, to: string): void {
  if (sameExceptCase(from, to) && sameFile(from, to)) moveReplacing(from, to)
  else moveWithoutReplacing(from, to)
}

/** Waits until the file's content is on the disk. */
export function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Waits until the names in a folder are on the disk. Windows has no such call and does it by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function reserve(file: string): void {
  fs.closeSync(fs.openSync(file, 'wx'))
}

const sameExceptCase = (a: string, b: string): boolean => a !== b && a.toLowerCase() === b.toLowerCase()

function sameFile(a: string, b: string): boolean {
  const other = fs.statSync(b, { throwIfNoEntry: false })
  const own = fs.statSync(a)
  return other !== undefined && other.ino === own.ino && other.dev === own.dev
}
