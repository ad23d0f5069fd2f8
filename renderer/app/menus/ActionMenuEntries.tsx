import { actionOf, type ActionId } from '../../../shared/actions/actionTable.ts'
import type { MenuEntry } from '../../../shared/actions/menus.ts'
import { useT } from '../../i18n/useT.ts'
import { MENU_ICONS } from '../../ui/icons.ts'
import { MenuSeparator, Submenu } from '../../ui/MenuItem.tsx'
import { ActionChoice } from './ActionChoice.tsx'
import { ActionMenuItem } from './ActionMenuItem.tsx'

/**
 * The rows of one menu of shared/actions/menus.ts. The list of recent workshops is left to the native menu bar
 * and the start screen: a window knows only its own workshop.
 */
export function ActionMenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  const { t } = useT()
  return entries.map((entry, index) => {
    if (entry === 'recent') return null
    if (entry === 'separator') return <MenuSeparator key={`after ${nameOf(entries[index - 1])}`} />
    if (typeof entry === 'string') return <ActionMenuItem key={entry} id={entry} />
    return (
      <Submenu key={entry.submenu} icon={MENU_ICONS[entry.submenu]} label={t(`menu.${entry.submenu}`)}>
        {entry.entries.every(isChoice) ? (
          <ActionChoice ids={entry.entries} />
        ) : (
          <ActionMenuEntries entries={entry.entries} />
        )}
      </Submenu>
    )
  })
}

const isChoice = (entry: MenuEntry): entry is ActionId =>
  typeof entry === 'string' &&
  entry !== 'separator' &&
  entry !== 'recent' &&
  actionOf(entry).checkable === true

const nameOf = (entry: MenuEntry | undefined) => (typeof entry === 'object' ? entry.submenu : entry)
