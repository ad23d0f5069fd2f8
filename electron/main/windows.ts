import path from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'
import type { DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import { NOTHING_REPORTED, tell, type AppWindow, type OpenWorkshop, type WindowContent } from './appWindow.ts'
import { createBrowserWindow } from './createBrowserWindow.ts'
import type { SettingsFile } from './settings.ts'

/** All windows of the app. */
export interface Windows {
  all(): readonly AppWindow[]
  /** The one whose page this is. */
  of(contents: WebContents): AppWindow | undefined
  /** The one that the user works in, or worked in last. */
  current(): AppWindow | undefined
  /** The one that shows this file. */
  withFile(file: string): AppWindow | undefined
  /** The one with the start screen. */
  start(): AppWindow | undefined
  /** Shows the start screen, in the window that has it or in a new one. */
  showStart(): void
  /** Shows a workshop in a new window, or in `instead` of what that one shows. */
  showWorkshop(workshop: OpenWorkshop, instead?: AppWindow): void
  /** A window's file has another name now. */
  rename(window: AppWindow, to: { readonly file: string; readonly name: string }): void
  broadcast(event: DesktopEvent): void
}

export interface WindowsOptions {
  readonly page: { readonly url: string; readonly preload: string; readonly devTools: boolean }
  readonly settings: SettingsFile
  /** Called for every new window, to give it its behaviour. */
  readonly onOpen: (window: AppWindow) => void
  /** Called when a window's page is gone or makes way for another; `contents` is the id of its web contents. */
  readonly onLeave: (window: AppWindow, contents: number) => void
  /** Called when there are more, fewer or others, or another is the current one. */
  readonly onChange: () => void
}

export function createWindows({ page, settings, onOpen, onLeave, onChange }: WindowsOptions): Windows {
  /** The current one first. */
  let windows: readonly AppWindow[] = []

  function open(content: WindowContent): void {
    const browser = createBrowserWindow({
      ...page,
      title: titleOf(content),
      placement: settings.remembered().placement,
    })
    const window: AppWindow = {
      browser,
      content,
      listening: false,
      reported: NOTHING_REPORTED,
      afterCrash: false,
      trouble: undefined,
    }
    const toFront = (): void => {
      windows = [window, ...windows.filter((each) => each !== window)]
      onChange()
    }
    browser.on('focus', toFront)
    const { id } = browser.webContents
    browser.on('closed', () => {
      onLeave(window, id)
      windows = windows.filter((each) => each !== window)
      onChange()
    })
    browser.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (!isMainFrame || isSameDocument) return
      forgetPage(window)
      onLeave(window, id)
    })
    toFront()
    onOpen(window)
    load(window)
  }

  function load(window: AppWindow): void {
    const { browser, content } = window
    if (content.kind === 'workshop') browser.setRepresentedFilename(content.file)
    // What can go wrong is reported where windows are made: `did-fail-load`.
    browser.loadURL(page.url).catch(() => undefined)
  }

  const start = (): AppWindow | undefined => windows.find(({ content }) => content.kind === 'start')

  return {
    all: () => windows,
    of: (contents) => windows.find(({ browser }) => browser === BrowserWindow.fromWebContents(contents)),
    current: () => windows[0],
    withFile: (file) => windows.find(({ content }) => content.kind === 'workshop' && content.file === file),
    start,
    showStart() {
      const there = start()
      if (there) focus(there)
      else open({ kind: 'start' })
    },
    showWorkshop(workshop, instead) {
      if (!instead || instead.browser.isDestroyed()) return open(workshop)
      instead.content = workshop
      instead.afterCrash = false
      instead.browser.setTitle(titleOf(workshop))
      load(instead)
      onChange()
    },
    rename(window, { file, name }) {
      if (window.content.kind !== 'workshop') return
      window.content = { ...window.content, file, name }
      window.browser.setRepresentedFilename(file)
      tell(window, { event: 'renamed', name, folder: path.dirname(file) })
      onChange()
    },
    broadcast(event) {
      for (const window of windows) tell(window, event)
    },
  }
}

/** Brings a window to the user. */
export function focus({ browser }: AppWindow): void {
  if (browser.isMinimized()) browser.restore()
  browser.show()
  browser.focus()
}

/** Until the page has a title of its own. */
const titleOf = (content: WindowContent): string =>
  content.kind === 'workshop' ? `${content.name} — Throughline` : 'Throughline'

function forgetPage(window: AppWindow): void {
  window.listening = false
  window.reported = NOTHING_REPORTED
}
