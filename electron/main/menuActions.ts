import type { App } from 'electron'
import type { ActionId } from '../../shared/actions/actionTable.ts'
import type { Platform } from '../../shared/actions/shortcut.ts'
import { language } from '../../shared/i18n/languages.ts'
import { theme, type Outcome, type Settings } from '../../shared/ipc/desktopContract.ts'
import { MAC_TEXT_EDITS } from './actionItem.ts'
import { tell, type AppWindow, type ReportedActions } from './appWindow.ts'
import type { FileCommands } from './fileCommands.ts'

export interface MenuActionsOptions {
  readonly app: App
  readonly platform: Platform
  readonly files: FileCommands
  readonly current: () => AppWindow | undefined
  readonly changeSettings: (part: Partial<Settings>) => void
  /** Tells the user if something failed. */
  readonly explain: (outcome: Promise<Outcome>) => void
}

/** Does what was chosen in the menu bar: in the page the user works in, or here where there is none. */
export function createMenuActions(options: MenuActionsOptions): (id: ActionId) => void {
  const { app, platform, files, current, changeSettings, explain } = options

  function inWindow(window: AppWindow, id: ActionId): void {
    // These must work even in a window whose page does not answer.
    if (id === 'file.close') return window.browser.close()
    const edit = platform === 'mac' && !window.reported.enabled.has(id) ? MAC_EDITS[id] : undefined
    if (edit) return window.browser.webContents[edit]()
    tell(window, { event: 'action', id })
  }

  function withoutWindow(id: ActionId): void {
    if (id === 'file.new') return explain(files.newWorkshop())
    if (id === 'file.open') return explain(files.openWorkshop())
    const [family, value] = id.split('.')
    if (family === 'theme') changeSettings({ theme: theme.parse(value) })
    if (family === 'language') changeSettings({ language: language.parse(value) })
  }

  return (id) => {
    if (id === 'app.quit') return app.quit()
    const window = current()
    if (window) inWindow(window, id)
    else withoutWindow(id)
  }
}

const MAC_EDITS: Partial<Record<ActionId, (typeof MAC_TEXT_EDITS)[keyof typeof MAC_TEXT_EDITS]>> =
  MAC_TEXT_EDITS

/** What can be done while there is no window, as on a Mac, and what is switched on then. */
export function reportedWithoutWindow(settings: Settings): ReportedActions {
  const choices = [
    ...theme.options.map((each) => `theme.${each}` as const),
    ...language.options.map((each) => `language.${each}` as const),
  ]
  return {
    enabled: new Set<ActionId>(['file.new', 'file.open', ...choices]),
    checked: new Set<ActionId>([`theme.${settings.theme}`, `language.${settings.language}`]),
  }
}
