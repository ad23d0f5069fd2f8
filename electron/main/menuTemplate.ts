import type { MenuItemConstructorOptions } from 'electron'
import type { ActionId } from '../../shared/actions/actionTable.ts'
import { MENUS, type MenuEntry } from '../../shared/actions/menus.ts'
import { actionItem, type ActionItems } from './actionItem.ts'
import { macAppMenu, macWindowMenu } from './macMenus.ts'

/** Everything that the menu bar is made from. */
export interface MenuBarContent extends ActionItems {
  /** No developer tools in what users get. */
  readonly packaged: boolean
  readonly recent: ReadonlyArray<{ readonly id: string; readonly name: string }>
  readonly onRecent: (id: string) => void
  readonly onClearRecent: () => void
}

/** The menu bar, for Electron to build. Items of actions carry the action's id. */
export function menuTemplate(content: MenuBarContent): MenuItemConstructorOptions[] {
  const menus = MENUS.map(({ menu, entries }) => ({
    label: content.translate(`menu.${menu}`),
    submenu: itemsOf(entries, content),
  }))
  if (content.platform !== 'mac') return menus
  const help = menus.length - 1
  return [macAppMenu(content), ...menus.slice(0, help), macWindowMenu(content), ...menus.slice(help)]
}

function itemsOf(entries: readonly MenuEntry[], content: MenuBarContent): MenuItemConstructorOptions[] {
  const items = entries.flatMap((entry) => itemOf(entry, content))
  // What is left out may leave separators with nothing between them.
  return items.filter(
    ({ type }, index) =>
      type !== 'separator' || (index > 0 && index < items.length - 1 && items[index - 1]?.type !== type),
  )
}

function itemOf(entry: MenuEntry, content: MenuBarContent): MenuItemConstructorOptions[] {
  if (entry === 'separator') return [{ type: 'separator' }]
  if (entry === 'recent') return [recentMenu(content)]
  if (typeof entry === 'string') return isLeftOut(entry, content) ? [] : [actionItem(entry, content)]
  return [{ label: content.translate(`menu.${entry.submenu}`), submenu: itemsOf(entry.entries, content) }]
}

/** On a Mac these two are in the app's own menu. */
function isLeftOut(id: ActionId, { platform, packaged }: MenuBarContent): boolean {
  if (id === 'view.devTools') return packaged
  return platform === 'mac' && (id === 'app.quit' || id === 'help.about')
}

function recentMenu(content: MenuBarContent): MenuItemConstructorOptions {
  const { translate, recent, onRecent, onClearRecent } = content
  const label = translate('menu.recent')
  if (recent.length === 0) return { label, submenu: [{ label: translate('menu.noRecent'), enabled: false }] }
  return {
    label,
    submenu: [
      ...recent.map(({ id, name }) => ({ label: literally(name), click: () => onRecent(id) })),
      { type: 'separator' },
      { label: translate('menu.clearRecent'), click: onClearRecent },
    ],
  }
}

/** In a label a single `&` would mark the next letter. */
const literally = (name: string): string => name.replaceAll('&', '&&')
