import path from 'node:path'
import { app, safeStorage } from 'electron'
import type { z } from 'zod'
import { pickLanguage } from '../../shared/i18n/languages.ts'
import type { AllowedServers } from './allowedServers.ts'
import { assemble, platform, type AssembleOptions, type Parts } from './assemble.ts'
import { createDesktopApi } from './desktopApi.ts'
import { createSessionApi, type SessionApi } from './createSessionApi.ts'
import { explainFailure } from './explainFailure.ts'
import { flushBeforeLeaving } from './flushing.ts'
import { logError } from './logError.ts'
import { createMemberships, keptMemberships } from './memberships.ts'
import { keptIdentity, ownIdentity } from './ownIdentity.ts'
import { quitInOrder } from './quitting.ts'
import { sealedFile } from './sealedFile.ts'
import { serveDesktop, serveStoreRequests } from './serveDesktop.ts'
import { openSettings } from './settings.ts'
import { connectWindow } from './storeLines.ts'
import { focus } from './windows.ts'

export interface RunOptions extends Pick<AssembleOptions, 'page' | 'storeEntry' | 'servers' | 'host'> {
  /** Where pages come from. */
  readonly origin: string
}

/**
 * Runs the app once Electron is ready. Resolves to the function that shows files, or the app itself if there
 * are none.
 */
export async function runApp({ origin, ...options }: RunOptions): Promise<(files: string[]) => void> {
  const userData = app.getPath('userData')
  const settings = await openSettings(
    path.join(userData, 'settings.json'),
    pickLanguage(app.getPreferredSystemLanguages()),
    (error) => logError('settings: cannot be read or written', error),
  )
  const parts = assemble({ ...options, userData, settings })
  serveWindows(parts, origin, sessionApi(parts, options.servers, userData))
  endInOrder(parts)
  return (files) => void show(files, parts)
}

function serveWindows(
  { preferences, windows, store, closing, workshops, files, templates, menuBar }: Parts,
  origin: string,
  sessions: SessionApi,
): void {
  const senders = { origin, windowOf: windows.of }
  const desktop = createDesktopApi({
    platform,
    preferences,
    files,
    workshops,
    closing,
    templates,
    sessions,
    onReport: (from) => {
      if (from === windows.current()) menuBar.reflect()
    },
    quit: () => app.quit(),
    showStart: windows.showStart,
  })
  serveDesktop(desktop, senders)
  serveStoreRequests((from) => {
    from.listening = true
    connectWindow(store, from)
  }, senders)
}

function sessionApi({ store, hosting }: Parts, servers: AllowedServers, userData: string): SessionApi {
  const kept = <T>(name: string, schema: z.ZodType<T>) =>
    sealedFile(path.join(userData, name), schema, safeStorage, (error) =>
      logError(`${name}: cannot be read`, error),
    )
  return createSessionApi({
    identity: ownIdentity(kept('identity.json', keptIdentity)),
    memberships: createMemberships(kept('sessions.json', keptMemberships)),
    servers,
    hosting,
    control: store.control,
  })
}

function endInOrder({ settings, windows, store, closing, hosting }: Parts): void {
  flushBeforeLeaving(app, windows.all)
  quitInOrder(app, windows.all, closing, async () => {
    hosting.end()
    await Promise.all([store.stop(), settings.written()])
  })
  app.on('window-all-closed', () => {
    if (platform !== 'mac') app.quit()
  })
  app.on('activate', () => {
    if (windows.all().length === 0) windows.showStart()
  })
}

async function show(files: readonly string[], { windows, workshops, dialogs }: Parts): Promise<void> {
  for (const file of files) {
    const outcome = await workshops.open(file, windows.start())
    if (windows.all().length === 0) windows.showStart() // so that there is a window to say it in
    await explainFailure(dialogs, Promise.resolve(outcome), windows.current)
  }
  if (files.length > 0) return
  const current = windows.current()
  if (current) focus(current)
  else windows.showStart()
}
