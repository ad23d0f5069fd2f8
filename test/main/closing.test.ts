import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NOTHING_REPORTED, type AppWindow, type WindowContent } from '../../electron/main/appWindow.ts'
import { createClosing, type Closing, type ClosingOptions } from '../../electron/main/closing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const workshop: WindowContent = {
  kind: 'workshop',
  file: '/a.journey',
  name: 'a',
  readOnly: false,
  session: 's1',
}

/** A window that notes what happens to it, in order. */
function setUp(content: WindowContent = workshop, listening = true) {
  const happened: string[] = []
  let destroyed = false
  const browser = {
    isDestroyed: () => destroyed,
    hide: () => happened.push('hidden'),
    destroy() {
      destroyed = true
      happened.push('destroyed')
    },
    webContents: { send: (_: string, { event }: { event: string }) => happened.push(event) },
  } as unknown as BrowserWindow // only what closing uses
  const window: AppWindow = {
    browser,
    content,
    listening,
    reported: NOTHING_REPORTED,
    afterCrash: false,
    trouble: undefined,
  }
  const close = vi.fn(async () => void happened.push('closed in the store'))
  const confirmLoss = vi.fn(async () => false)
  const control = { close } as unknown as ClosingOptions['store']['control']
  const closing: Closing = createClosing({ store: { control }, confirmLoss, onClose: vi.fn() })
  return { window, closing, close, confirmLoss, happened }
}

test('a page that has saved everything closes without a question', async () => {
  const { window, closing, confirmLoss, happened } = setUp()
  const closed = closing.close(window)
  closing.finished(window, true)
  expect(await closed).toBe(true)
  expect(happened).toEqual(['finish', 'hidden', 'closed in the store', 'destroyed'])
  expect(confirmLoss).not.toHaveBeenCalled()
})

test('a page that could not save is kept, unless the user says otherwise', async () => {
  const { window, closing, confirmLoss, happened } = setUp()
  const kept = closing.close(window)
  closing.finished(window, false)
  expect(await kept).toBe(false)
  expect(happened).toEqual(['finish'])

  confirmLoss.mockResolvedValue(true)
  const closed = closing.close(window)
  closing.finished(window, false)
  expect(await closed).toBe(true)
  expect(happened.at(-1)).toBe('destroyed')
})

test('a page that does not answer in 5 seconds is asked about', async () => {
  const { window, closing, confirmLoss } = setUp()
  const kept = closing.close(window)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(confirmLoss).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(confirmLoss).toHaveBeenCalledOnce()
  expect(await kept).toBe(false)
})

test('an answer that comes too late, or to no question, changes nothing', async () => {
  const { window, closing, happened } = setUp()
  closing.finished(window, true)
  const kept = closing.close(window)
  await vi.advanceTimersByTimeAsync(5_000)
  await kept
  closing.finished(window, true)
  expect(happened).toEqual(['finish'])
})

test('closing twice closes once', async () => {
  const { window, closing, close } = setUp()
  const both = [closing.close(window), closing.close(window)]
  closing.finished(window, true)
  expect(await Promise.all(both)).toEqual([true, true])
  expect(close).toHaveBeenCalledOnce()
  expect(closing.inProgress(window)).toBeUndefined()
})

test('the start screen and a page that has loaded nothing close at once', async () => {
  const start = setUp({ kind: 'start' })
  expect(await start.closing.close(start.window)).toBe(true)
  expect(start.happened).toEqual(['hidden', 'destroyed'])
  const loading = setUp(workshop, false)
  expect(await loading.closing.close(loading.window)).toBe(true)
  expect(loading.happened).toEqual(['hidden', 'closed in the store', 'destroyed'])
})

test('a store that fails or hangs does not keep a saved window open', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const failing = setUp()
  failing.close.mockRejectedValue(new Error('gone'))
  const closed = failing.closing.close(failing.window)
  failing.closing.finished(failing.window, true)
  expect(await closed).toBe(true)

  const hanging = setUp()
  hanging.close.mockReturnValue(new Promise(() => undefined))
  const alsoClosed = hanging.closing.close(hanging.window)
  hanging.closing.finished(hanging.window, true)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await alsoClosed).toBe(true)
  expect(report).toHaveBeenCalledTimes(2)
  report.mockRestore()
})
