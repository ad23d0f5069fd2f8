import type { MenuItemConstructorOptions } from 'electron'
import { actionItem, type ActionItems } from './actionItem.ts'

/** The menu named after the app, which every Mac app has. */
export function macAppMenu(content: ActionItems): MenuItemConstructorOptions {
  const { translate } = content
  return {
    label: 'Throughline',
    submenu: [
      actionItem('help.about', content),
      { type: 'separator' },
      { role: 'services', label: translate('main.mac.services') },
      { type: 'separator' },
      { role: 'hide', label: translate('main.mac.hide') },
      { role: 'hideOthers', label: translate('main.mac.hideOthers') },
      { role: 'unhide', label: translate('main.mac.showAll') },
      { type: 'separator' },
      actionItem('app.quit', content),
    ],
  }
}

export function macWindowMenu({ translate }: ActionItems): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: translate('main.mac.window'),
    submenu: [
      { role: 'minimize', label: translate('main.mac.minimize') },
      { role: 'zoom', label: translate('main.mac.zoom') },
      { type: 'separator' },
      { role: 'front', label: translate('main.mac.front') },
    ],
  }
}
