import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NOTHING_REPORTED, type AppWindow } from '../../electron/main/appWindow.ts'
import { reloadAfterCrash } from '../../electron/main/crashes.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A window whose page can be made to die. */
function setUp(reopen = true) {
  const reload = vi.fn()
  const webContents = Object.assign(new EventEmitter(), { reload })
  const browser = { webContents, isDestroyed: () => false } as unknown as BrowserWindow // only what is used
  const window: AppWindow = {
    browser,
    content: { kind: 'start' },
    listening: true,
    reported: NOTHING_REPORTED,
    afterCrash: false,
    trouble: undefined,
  }
  const askReopen = vi.fn(async () => reopen)
  const close = vi.fn(async () => true)
  reloadAfterCrash(window, askReopen, close)
  const die = async (reason = 'crashed'): Promise<void> => {
    webContents.emit('render-process-gone', {}, { reason, exitCode: 9 })
    await Promise.resolve()
    await Promise.resolve()
  }
  return { window, reload, askReopen, close, die }
}

test('a page that crashed is loaded again and told so', async () => {
  const { window, reload, die } = setUp()
  await die()
  expect(reload).toHaveBeenCalledOnce()
  expect(window).toMatchObject({ afterCrash: true, listening: false })
})

test('a page that ended in order is not', async () => {
  const { reload, die } = setUp()
  await die('clean-exit')
  expect(reload).not.toHaveBeenCalled()
})

test('the third crash in a minute is asked about, and counting begins anew', async () => {
  const { reload, askReopen, die } = setUp()
  for (let crash = 0; crash < 3; crash++) await die()
  expect(askReopen).toHaveBeenCalledOnce()
  expect(reload).toHaveBeenCalledTimes(3)
  await die()
  expect(askReopen).toHaveBeenCalledOnce()
})

test('a window that shall not be opened again is closed', async () => {
  const { reload, close, window, die } = setUp(false)
  for (let crash = 0; crash < 3; crash++) await die()
  expect(close).toHaveBeenCalledExactlyOnceWith(window)
  expect(reload).toHaveBeenCalledTimes(2)
})

test('crashes of long ago do not count', async () => {
  const { askReopen, die } = setUp()
  for (let crash = 0; crash < 10; crash++) {
    await die()
    vi.advanceTimersByTime(31_000)
  }
  expect(askReopen).not.toHaveBeenCalled()
})
