import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NOTHING_REPORTED, type AppWindow, type OpenWorkshop } from '../../electron/main/appWindow.ts'
import { reopen } from '../../electron/main/reopening.ts'
import { AppError, type ErrorCode } from '../../shared/ipc/errors.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const lost: OpenWorkshop = { kind: 'workshop', file: '/a.journey', name: 'a', readOnly: false, session: null }

/** A window whose store was lost, and a new store that answers as `answers` say, the last one again and again. */
function setUp(...answers: Array<ErrorCode | 'opens'>) {
  let destroyed = false
  const window: AppWindow = {
    browser: { isDestroyed: () => destroyed } as unknown as BrowserWindow, // only what is used
    content: lost,
    listening: true,
    reported: NOTHING_REPORTED,
    afterCrash: false,
    trouble: undefined,
  }
  const open = vi.fn(async ({ file }: { file: string }) => {
    const answer = answers[Math.min(open.mock.calls.length, answers.length) - 1]
    if (answer !== 'opens') throw new AppError(answer ?? 'internal', 'ordered by the test')
    return { session: 's2', file, name: 'a', readOnly: false }
  })
  const close = vi.fn(async () => undefined)
  const told: Array<ErrorCode | 'a line'> = []
  const connect = ({ trouble }: AppWindow): void => void told.push(trouble ?? 'a line')
  const others: AppWindow[] = []
  const done = reopen(window, { control: { open, close }, connect, windows: () => others })
  return { window, open, close, told, done, others, destroy: () => void (destroyed = true) }
}

test('a file that the new store opens gets its line', async () => {
  const { window, told, done } = setUp('opens')
  await done
  expect(window.content).toEqual({ ...lost, session: 's2' })
  expect(told).toEqual(['a line'])
})

test.each(['not-found', 'locked', 'read-only', 'disk-full', 'internal'] as const)(
  'a file that fails with %s is tried until it opens, and the trouble is over',
  async (code) => {
    const { window, open, told, done } = setUp(code, code, code, code, code, code, 'opens')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(window.trouble).toBe(code)
    expect(told).toEqual([code])
    await vi.advanceTimersByTimeAsync(20_000)
    await done
    expect(open).toHaveBeenCalledTimes(7)
    expect(window).toMatchObject({ trouble: undefined, content: { session: 's2' } })
    expect(told).toEqual([code, 'a line'])
  },
)

test('what is wrong with the file itself does not pass', async () => {
  const { window, open, told, done } = setUp('damaged')
  await done
  await vi.advanceTimersByTimeAsync(60_000)
  expect(open).toHaveBeenCalledOnce()
  expect(window.trouble).toBe('damaged')
  expect(told).toEqual(['damaged'])
})

test('a store that is lost as well leaves it to the next one', async () => {
  const first = setUp('store-lost')
  await first.done
  expect(first.told).toEqual([])

  const second = setUp('locked')
  await vi.advanceTimersByTimeAsync(100)
  second.window.content = { ...lost } // as when the store is lost
  await vi.advanceTimersByTimeAsync(60_000)
  await second.done
  expect(second.open).toHaveBeenCalledOnce()
})

test('a window that closes is not waited for', async () => {
  const { open, destroy, done } = setUp('locked')
  await vi.advanceTimersByTimeAsync(100)
  destroy()
  await vi.advanceTimersByTimeAsync(60_000)
  await done
  expect(open).toHaveBeenCalledOnce()
})

test('what was opened for a window that closed meanwhile is closed again', async () => {
  const { close, destroy, done, told } = setUp('opens')
  destroy()
  await done
  expect(close).toHaveBeenCalledExactlyOnceWith({ session: 's2' })
  expect(told).toEqual([])
})

test('unless another window shows it by now', async () => {
  const { window, close, destroy, done, others } = setUp('opens')
  others.push({ ...window, content: { ...lost, session: 's2' } })
  destroy()
  await done
  expect(close).not.toHaveBeenCalled()
})
