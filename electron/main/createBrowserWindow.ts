import { BrowserWindow, nativeTheme, screen } from 'electron'
import icon from '../../resources/icons/icon.png?asset'
import { LEAST_SIZE, placeWindow } from './placement.ts'
import type { Placement } from './settings.ts'

/** The colours of `--canvas` in the interface, so that a window opens without a flash. */
const BACKGROUND = { light: '#f5f4f1', dark: '#161513' }

export const windowBackground = (): string =>
  nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light

export interface BrowserWindowOptions {
  readonly title: string
  /** The bundled preload, a file. */
  readonly preload: string
  readonly devTools: boolean
  readonly placement: Placement | undefined
}

/** A hidden window without rights; it appears when its page has something to show. */
export function createBrowserWindow(options: BrowserWindowOptions): BrowserWindow {
  const { title, preload, devTools, placement } = options
  const browser = new BrowserWindow({
    ...placeWindow(
      placement,
      screen.getAllDisplays().map((display) => display.workArea),
      BrowserWindow.getAllWindows().map((window) => window.getNormalBounds()),
    ),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title,
    ...(process.platform === 'linux' && { icon }), // elsewhere windows have the program's own
    show: false,
    backgroundColor: windowBackground(),
    autoHideMenuBar: true, // the page has a menu button of its own
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  browser.once('ready-to-show', () => {
    if (placement?.maximized) browser.maximize()
    browser.show()
  })
  browser.webContents.on('did-fail-load', (_event, _code, description, url, isPage) => {
    if (!isPage) return
    console.error(`window: ${url} cannot be loaded: ${description}`)
    browser.show() // an empty window can at least be seen and closed
  })
  return browser
}

/** Where a window is, to be used for the next one. */
export function placementOf(browser: BrowserWindow): Placement {
  return { ...browser.getNormalBounds(), maximized: browser.isMaximized() }
}
