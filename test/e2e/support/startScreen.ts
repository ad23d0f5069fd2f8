import type { Page } from 'playwright/test'
import type { DesktopEvent, Outcome, Settings } from '../../../shared/ipc/desktopContract.ts'
import type { RecentWorkshop } from '../../../shared/ipc/libraryContract.ts'
import type { PreloadApi } from '../../../shared/ipc/preloadApi.ts'

/** A recent workshop as a test writes it down. */
export type Recent = Omit<RecentWorkshop, 'thumbnail'>

/** What main and the store would be to the page: it remembers every call. */
export interface StandInDesktop {
  /** Names of the calls so far, with their input. */
  readonly calls: Array<readonly [method: string, input: unknown]>
  emit(event: DesktopEvent): void
}

declare global {
  interface Window {
    standIn: StandInDesktop
  }
}

export interface StartOptions {
  readonly recent?: readonly Recent[]
  readonly settings?: Settings
}

/**
 * Opens the start screen as a desktop window would: with a preload and a library that a real store process would
 * be behind. The real ones are tested in real Electron; here it is the page that is tested.
 */
export async function openStart(page: Page, options: StartOptions = {}): Promise<void> {
  const { recent = [], settings = { language: 'en', theme: 'light' } } = options
  await page.addInitScript(installStandIn, { recent, settings })
  await page.goto('/')
  await page.locator('#root > *').first().waitFor()
}

/** Every call of this name so far. */
export async function callsOf(page: Page, method: string): Promise<readonly unknown[]> {
  return page.evaluate(
    (name) => window.standIn.calls.filter(([called]) => called === name).map(([, input]) => input),
    method,
  )
}

/** Runs in the page, before any of its own code. */
function installStandIn({ recent, settings }: { recent: readonly Recent[]; settings: Settings }): void {
  const calls: Array<readonly [string, unknown]> = []
  const listeners = new Set<(event: DesktopEvent) => void>()
  const forgotten = new Set<string>()

  const answer =
    <T>(method: string, value: T) =>
    async (input?: unknown): Promise<T> => {
      calls.push([method, input])
      return value
    }
  const opened: Outcome = { result: 'done', name: 'Opened' }

  const library: Record<string, (id: string) => unknown> = {
    recent: () => recent.filter(({ id }) => !forgotten.has(id)).map((one) => ({ ...one, thumbnail: null })),
    forget: (id) => void forgotten.add(id),
    remember: (id) => void forgotten.delete(id),
  }

  const preload: PreloadApi = {
    context: answer('context', {
      role: { kind: 'start' } as const,
      settings,
      platform: 'linux' as const,
      afterCrash: false,
    }),
    changeSettings: answer('changeSettings', undefined),
    newWorkshop: answer('newWorkshop', opened),
    openWorkshop: answer<Outcome>('openWorkshop', { result: 'cancelled' }),
    async openRecent({ id }) {
      calls.push(['openRecent', { id }])
      const found = recent.find((one) => one.id === id)
      return found?.present ? opened : { result: 'failed', code: 'not-found', name: found?.name ?? id }
    },
    saveCopy: answer<Outcome>('saveCopy', { result: 'cancelled' }),
    renameWorkshop: answer<Outcome>('renameWorkshop', { result: 'cancelled' }),
    showInFolder: answer('showInFolder', undefined),
    showStart: answer('showStart', undefined),
    exportFile: answer<Outcome>('exportFile', { result: 'cancelled' }),
    chooseFile: answer('chooseFile', { result: 'cancelled' } as const),
    chooseImages: answer('chooseImages', { result: 'cancelled' } as const),
    readChosen: answer('readChosen', { result: 'cancelled' } as const),
    templates: answer('templates', [] as { file: string; content: string | null }[]),
    keepTemplate: answer('keepTemplate', { file: 'Kept.json' }),
    dropTemplate: answer('dropTemplate', undefined),
    editClipboard: answer('editClipboard', undefined),
    openLink: answer('openLink', undefined),
    reportActions: answer('reportActions', undefined),
    finished: answer('finished', undefined),
    closeWindow: answer('closeWindow', undefined),
    quit: answer('quit', undefined),
    toggleFullScreen: answer('toggleFullScreen', undefined),
    toggleDevTools: answer('toggleDevTools', undefined),
    createJoined: answer<Outcome>('createJoined', { result: 'cancelled' }),
    openJoined: answer('openJoined', opened),
    identity: answer('identity', { secretKey: 'A'.repeat(42) + 'E' }),
    startHost: answer('startHost', { result: 'failed', code: 'host-failed' } as const),
    stopHost: answer('stopHost', undefined),
    allowServers: answer('allowServers', undefined),
    askServer: answer('askServer', null),
    keepMembership: answer('keepMembership', undefined),
    membership: answer('membership', { value: null }),
    dropMembership: answer('dropMembership', undefined),
    copiesOf: answer('copiesOf', [] as { id: string; name: string; folder: string }[]),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connectStore() {
      const { port1, port2 } = new MessageChannel()
      port2.addEventListener('message', ({ data }) => {
        const { id, method, input } = data as { id: number; method: string; input?: { id: string } }
        calls.push([method, input])
        port2.postMessage({ id, ok: true, value: library[method]?.(input?.id ?? '') })
      })
      port2.start()
      window.postMessage('throughline:store-port', location.origin, [port1])
    },
  }

  Object.assign(window, {
    throughline: preload,
    standIn: { calls, emit: (event: DesktopEvent) => listeners.forEach((listener) => listener(event)) },
  })
}
