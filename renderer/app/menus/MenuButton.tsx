import { Menu as MenuIcon } from 'lucide-react'
import { MENUS } from '../../../shared/actions/menus.ts'
import { useT } from '../../i18n/useT.ts'
import { MENU_ICONS } from '../../ui/icons.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Submenu } from '../../ui/MenuItem.tsx'
import { ActionMenuEntries } from './ActionMenuEntries.tsx'

/** The menu bar's menus behind one button, for where there is no menu bar. */
export function MenuButton() {
  const { t } = useT()
  return (
    <Menu trigger={<IconButton icon={MenuIcon} label={t('menu.label')} />}>
      {MENUS.map(({ menu, entries }) => (
        <Submenu key={menu} icon={MENU_ICONS[menu]} label={t(`menu.${menu}`)}>
          <ActionMenuEntries entries={entries} />
        </Submenu>
      ))}
    </Menu>
  )
}
