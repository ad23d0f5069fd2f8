import { Menu } from 'electron'
import { ACTION_IDS, type ActionId } from '../../shared/actions/actionTable.ts'
import type { Platform } from '../../shared/actions/shortcut.ts'
import { codeOf } from '../../shared/ipc/errors.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import { isEnabled } from './actionItem.ts'
import type { ReportedActions } from './appWindow.ts'
import type { Control } from './keepStore.ts'
import { logError } from './logError.ts'
import { menuTemplate, type MenuBarContent } from './menuTemplate.ts'

/** The native menu bar. */
export interface MenuBar {
  /** Shows what is possible and switched on now. Cheap. */
  reflect(): void
  /** Builds it again: another language, or other recent workshops. */
  rebuild(): Promise<void>
}

export interface MenuBarOptions {
  readonly platform: Platform
  readonly packaged: boolean
  readonly control: Pick<Control, 'recent' | 'clearRecent'>
  readonly translate: () => Translate
  /** What the window says that the user works in. */
  readonly reported: () => ReportedActions
  readonly onAction: (id: ActionId) => void
  readonly onRecent: (id: string) => void
}

export function createMenuBar(options: MenuBarOptions): MenuBar {
  const { platform, packaged, control, translate, reported, onAction, onRecent } = options
  let recent: MenuBarContent['recent'] = []
  let shown = ''

  /** Rebuilding closes an open menu, so it is only done for something that can be seen. */
  function build(): void {
    const t = translate()
    const looks = JSON.stringify([t('menu.file'), t('menu.help'), recent])
    if (looks === shown) return reflect()
    shown = looks
    const content = {
      platform,
      packaged,
      translate: t,
      recent,
      reported: reported(),
      onAction,
      onRecent,
      onClearRecent,
    }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(content)))
  }

  function reflect(): void {
    const menu = Menu.getApplicationMenu()
    const now = reported()
    for (const id of ACTION_IDS) {
      const item = menu?.getMenuItemById(id)
      if (!item) continue
      item.enabled = isEnabled(id, now, platform)
      item.checked = now.checked.has(id)
    }
  }

  async function rebuild(): Promise<void> {
    build() // the rest need not wait for the list
    try {
      recent = (await control.recent()).map(({ id, name }) => ({ id, name }))
    } catch (error) {
      // A lost store has been reported where it is kept; this list is asked for again when it is back.
      if (codeOf(error) !== 'store-lost') logError('menu: the recent workshops are not known', error)
    }
    build()
  }

  const onClearRecent = (): void => {
    control.clearRecent().then(rebuild, (error: unknown) => {
      logError('menu: the recent workshops cannot be cleared', error)
    })
  }

  return { reflect, rebuild }
}
