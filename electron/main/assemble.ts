import path from 'node:path'
import { app } from 'electron'
import type { Platform } from '../../shared/actions/shortcut.ts'
import type { Outcome } from '../../shared/ipc/desktopContract.ts'
import type { AllowedServers } from './allowedServers.ts'
import type { AppWindow } from './appWindow.ts'
import { createClosing, type Closing } from './closing.ts'
import { reloadAfterCrash } from './crashes.ts'
import { placementOf, windowBackground } from './createBrowserWindow.ts'
import { createDialogs, type Dialogs } from './dialogs.ts'
import { explainFailure } from './explainFailure.ts'
import { createFileCommands, type FileCommands } from './fileCommands.ts'
import type { Hosting } from './createHosting.ts'
import { hostSessions, type HostSessionsOptions } from './hostSessions.ts'
import { keepStore, type KeptStore } from './keepStore.ts'
import { createMenuActions, reportedWithoutWindow } from './menuActions.ts'
import { createMenuBar, type MenuBar } from './menuBar.ts'
import { applyPreferences, type Preferences } from './preferences.ts'
import type { SettingsFile } from './settings.ts'
import { storeStarter } from './startStore.ts'
import { connectWindows, disconnectWindows, giveUpStore } from './storeLines.ts'
import { createTemplateFolder, type TemplateFolder } from './templateFolder.ts'
import { createWindows, type Windows, type WindowsOptions } from './windows.ts'
import { createWorkshops, type Workshops } from './workshops.ts'

const PLATFORMS: Partial<Record<NodeJS.Platform, Platform>> = { darwin: 'mac', win32: 'windows' }
export const platform: Platform = PLATFORMS[process.platform] ?? 'linux'

/** What the app consists of. */
export interface Parts {
  readonly settings: SettingsFile
  readonly preferences: Preferences
  readonly dialogs: Dialogs
  readonly windows: Windows
  readonly store: KeptStore
  readonly closing: Closing
  readonly workshops: Workshops
  readonly files: FileCommands
  readonly templates: TemplateFolder
  readonly menuBar: MenuBar
  readonly hosting: Hosting<AppWindow>
}

export interface AssembleOptions {
  readonly page: WindowsOptions['page']
  /** The bundled store, a file. */
  readonly storeEntry: string
  readonly userData: string
  readonly settings: SettingsFile
  readonly servers: AllowedServers
  readonly host: Omit<HostSessionsOptions, 'settings'>
}

/** Makes the parts and connects them. The store starts at once; no window is shown yet. */
export function assemble(options: AssembleOptions): Parts {
  const { page, storeEntry, userData, settings, servers } = options
  const hosting = hostSessions({ ...options.host, settings })
  const preferences = applyPreferences(settings, (choices) => {
    windows.broadcast({ event: 'settings', settings: choices })
    for (const { browser } of windows.all()) browser.setBackgroundColor(windowBackground())
    void menuBar.rebuild()
  })
  const dialogs = createDialogs(preferences.translate)
  const windows = createWindows({
    page,
    settings,
    onOpen: (window) => guard(window, closing, dialogs),
    onLeave(window, contents) {
      servers.forget(contents)
      hosting.leave(window)
    },
    onChange: () => void menuBar.rebuild(),
  })
  const start = storeStarter(app.getAppPath())
  const store = keepStore(() => start({ entry: storeEntry, userData }), {
    running: () => void connectWindows(store, windows.all),
    lost: () => disconnectWindows(windows.all()),
    failed: () => giveUpStore(windows.all()),
  })
  const closing = createClosing({
    store,
    confirmLoss: dialogs.confirmLoss,
    onClose: ({ browser }) => settings.change({ placement: placementOf(browser) }),
  })
  const workshops = createWorkshops(store.control, windows, closing)
  const documents = (): string => app.getPath('documents')
  const files = createFileCommands({ ...preferences, dialogs, workshops, settings, documents })
  const menuBar = makeMenuBar({ preferences, dialogs, windows, store, files })
  const templates = createTemplateFolder(path.join(userData, 'templates'))
  return {
    settings,
    preferences,
    dialogs,
    windows,
    store,
    closing,
    workshops,
    files,
    templates,
    menuBar,
    hosting,
  }
}

/** Nothing in a window is lost by closing it, or by its page crashing. */
function guard(window: AppWindow, closing: Closing, dialogs: Dialogs): void {
  const { browser } = window
  browser.on('close', (event) => {
    event.preventDefault()
    void closing.close(window)
  })
  browser.webContents.on('render-process-gone', () => closing.finished(window, false))
  reloadAfterCrash(window, dialogs.askReopen, closing.close)
}

function makeMenuBar({
  preferences,
  dialogs,
  windows,
  store,
  files,
}: Pick<Parts, 'preferences' | 'dialogs' | 'windows' | 'store' | 'files'>): MenuBar {
  const { current } = windows
  const explain = (outcome: Promise<Outcome>): void => void explainFailure(dialogs, outcome, current)
  return createMenuBar({
    platform,
    packaged: app.isPackaged,
    control: store.control,
    translate: preferences.translate,
    reported: () => current()?.reported ?? reportedWithoutWindow(preferences.get()),
    onAction: createMenuActions({
      app,
      platform,
      files,
      current,
      changeSettings: preferences.change,
      explain,
    }),
    onRecent: (id) => explain(files.openRecent(id, current())),
  })
}
