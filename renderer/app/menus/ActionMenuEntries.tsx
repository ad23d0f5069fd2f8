import type { MenuEntry } from '../../../shared/actions/menus.ts'
import { useT } from '../../i18n/useT.ts'
import { MenuSeparator, Submenu } from '../../ui/MenuItem.tsx'
import { ActionMenuItem } from './ActionMenuItem.tsx'

/**
 * The rows of one menu of shared/actions/menus.ts. The list of recent workshops is left to the native menu bar
 * and the start screen: a window knows only its own workshop.
 */
export function ActionMenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  const { t } = useT()
  return entries.map((entry, index) => {
    if (entry === 'recent') return null
    // The lists are constants, so a place in them is an identity.
    if (entry === 'separator') return <MenuSeparator key={index} />
    if (typeof entry === 'string') return <ActionMenuItem key={entry} id={entry} />
    return (
      <Submenu key={entry.submenu} label={t(`menu.${entry.submenu}`)}>
        <ActionMenuEntries entries={entry.entries} />
      </Submenu>
    )
  })
}
