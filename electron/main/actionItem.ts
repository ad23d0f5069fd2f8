import type { MenuItemConstructorOptions } from 'electron'
import { actionOf, labelKey, type ActionId } from '../../shared/actions/actionTable.ts'
import { toAccelerator, type Platform } from '../../shared/actions/shortcut.ts'
import type { Translate } from '../../shared/i18n/translator.ts'
import type { ReportedActions } from './appWindow.ts'

/** What the menu items of actions are made from. */
export interface ActionItems {
  readonly platform: Platform
  readonly translate: Translate
  readonly reported: ReportedActions
  readonly onAction: (id: ActionId) => void
}

/** The menu item of an action: its page does the work, so its page also says whether it is possible. */
export function actionItem(id: ActionId, content: ActionItems): MenuItemConstructorOptions {
  const { platform, translate, reported, onAction } = content
  const { checkable } = actionOf(id)
  const accelerator = acceleratorOf(id, platform)
  return {
    id,
    label: translate(labelKey(id)),
    enabled: isEnabled(id, reported, platform),
    click: () => onAction(id),
    ...(checkable && { type: 'checkbox' as const, checked: reported.checked.has(id) }),
    // Shown only: the page hears the keys, since what they mean depends on what is being typed where.
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  }
}

/** Leaving is always possible, and on a Mac so are the edits that text fields rely on the menu for. */
export const isEnabled = (id: ActionId, { enabled }: ReportedActions, platform: Platform): boolean =>
  enabled.has(id) || ALWAYS.has(id) || (platform === 'mac' && id in MAC_TEXT_EDITS)

const ALWAYS: ReadonlySet<ActionId> = new Set(['app.quit', 'file.close'])

/** On a Mac a text field knows these only through the menu; the values are methods of WebContents. */
export const MAC_TEXT_EDITS = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
  'edit.selectAll': 'selectAll',
} as const satisfies Partial<Record<ActionId, string>>

/** A Mac's menu takes keys even while text is typed, so only those with Command or a function key are named. */
function acceleratorOf(id: ActionId, platform: Platform): string | undefined {
  const shortcut = actionOf(id).shortcuts[0]
  if (shortcut === undefined) return undefined
  if (platform === 'mac' && !/Mod\+|^F\d+$/.test(shortcut)) return undefined
  return toAccelerator(shortcut)
}
