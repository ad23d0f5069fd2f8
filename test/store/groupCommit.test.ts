import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { encodeFrame, type Frame } from '../../electron/store/frame.ts'
import { createGroupCommit, type GroupCommit } from '../../electron/store/groupCommit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const frame = (name: number, bytes = 8): Frame => encodeFrame(new Uint8Array(bytes).fill(name))
const full = (): Error => new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL')
const noSpace = (): Error => Object.assign(new Error('no space'), { code: 'ENOSPC' })

/** Two places that can be made to fail, and a record of what was done to them. */
function places() {
  const done: string[] = []
  const inFile: Frame[] = []
  /** When the file was tried, in ms. */
  const tries: number[] = []
  const faults: { journal?: Error | undefined; file?: Error | undefined } = {}
  const commits: GroupCommit = createGroupCommit(
    {
      journal: {
        append(frames) {
          done.push(`journal ${frames.length}`)
          if (faults.journal) throw faults.journal
        },
        settle: () => void done.push('settle'),
      },
      file: {
        commit(fresh, owed) {
          tries.push(performance.now())
          done.push(`file ${owed.length}+${fresh.length}`)
          if (faults.file) throw faults.file
          inFile.push(...owed, ...fresh)
        },
        everything: () => inFile,
      },
    },
    [],
  )
  return { commits, done, faults, inFile, tries }
}

test('an edit after a pause is written at once, those that follow in groups', async () => {
  const { commits, done } = places()
  const first = commits.append(frame(1))
  await vi.advanceTimersByTimeAsync(1)
  expect(await first).toBe('file')
  expect(done).toEqual(['journal 1', 'file 0+1', 'settle'])

  const more = [2, 3, 4].map((name) => commits.append(frame(name)))
  await vi.advanceTimersByTimeAsync(20)
  expect(done).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(5)
  expect(await Promise.all(more)).toEqual(['file', 'file', 'file'])
  expect(done.slice(3)).toEqual(['journal 3', 'file 0+3', 'settle'])
})

test('a large group does not wait', async () => {
  const { commits, done } = places()
  void commits.append(frame(1))
  await vi.advanceTimersByTimeAsync(1)
  void commits.append(frame(2))
  void commits.append(frame(3, 64 * 1024))
  await vi.advanceTimersByTimeAsync(1)
  expect(done.slice(3)).toEqual(['journal 2', 'file 0+2', 'settle'])
})

test('a flush writes what waits before it returns', async () => {
  const { commits, done } = places()
  const answer = commits.append(frame(1))
  expect(commits.flush()).toBe('file')
  expect(done).toEqual(['journal 1', 'file 0+1', 'settle'])
  expect(await answer).toBe('file')
  expect(commits.flush()).toBe('file')
  expect(done).toHaveLength(3)
})

test('while the file cannot be written the journal answers, and the file gets everything later, in order', async () => {
  const { commits, done, faults, inFile } = places()
  faults.file = full()
  const first = commits.append(frame(1))
  await vi.advanceTimersByTimeAsync(1)
  expect(await first).toBe('journal')
  const second = commits.append(frame(2))
  await vi.advanceTimersByTimeAsync(25)
  expect(await second).toBe('journal')
  expect(done).toEqual(['journal 1', 'file 0+1', 'journal 1'])
  expect(commits.problem()).toMatchObject({ code: 'disk-full' })

  faults.file = undefined
  await vi.advanceTimersByTimeAsync(500)
  expect(done.slice(3)).toEqual(['journal 0', 'file 2+0', 'settle'])
  expect(inFile).toEqual([frame(1), frame(2)])
  expect([commits.owed(), commits.problem(), commits.flush()]).toEqual([[], undefined, 'file'])
})

test('the file is tried again ever more rarely, at most every 5 seconds', async () => {
  const { commits, done, faults, tries } = places()
  faults.file = full()
  void commits.append(frame(1))
  await vi.advanceTimersByTimeAsync(25_000)
  const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
  expect(pauses).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000])
  commits.stop()
  const after = done.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toHaveLength(after)
})

test('a flush tries the file once more, and says where things stand', async () => {
  const { commits, done, faults } = places()
  faults.file = full()
  void commits.append(frame(1))
  expect(commits.flush()).toBe('journal')
  expect(commits.flush()).toBe('journal')
  expect(done.filter((step) => step.startsWith('file'))).toHaveLength(2)
  faults.file = undefined
  expect(commits.flush()).toBe('file')
  commits.stop()
})

test('an edit that neither place takes is refused with the reason, and not kept', async () => {
  const { commits, faults, inFile } = places()
  faults.file = full()
  faults.journal = noSpace()
  const answer = commits.append(frame(1))
  const refusal = answer.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1)
  expect(await refusal).toMatchObject({ code: 'disk-full' })

  faults.file = undefined
  await vi.advanceTimersByTimeAsync(500)
  expect(inFile).toEqual([])
  expect(commits.flush()).toBe('file')
})

test('a journal that fails alone harms nobody', async () => {
  const { commits, faults } = places()
  faults.journal = noSpace()
  const answer = commits.append(frame(1))
  await vi.advanceTimersByTimeAsync(1)
  expect(await answer).toBe('file')
})

test('when the file has gone from its place, the journal gets all that was in it', async () => {
  const { commits, done, faults } = places()
  void commits.append(frame(1))
  await vi.advanceTimersByTimeAsync(1)
  faults.file = new Sqlite.SqliteError('attempt to write a readonly database', 'SQLITE_READONLY_DBMOVED')
  const answer = commits.append(frame(2))
  await vi.advanceTimersByTimeAsync(25)
  expect(await answer).toBe('journal')
  expect(done.slice(3)).toEqual(['journal 1', 'file 0+1', 'journal 1'])
  expect(commits.owed()).toEqual([frame(1), frame(2)])
  await vi.advanceTimersByTimeAsync(2000)
  expect(commits.owed()).toHaveLength(2)
  commits.stop()
})

test('a bug is not taken for a full disk', () => {
  const { commits, faults } = places()
  faults.file = new TypeError('undefined is not a function')
  commits.append(frame(1)).catch(() => undefined)
  expect(() => commits.flush()).toThrow(TypeError)
})
