import { Ban, Ellipsis, LocateFixed, LocateOff, UserRoundMinus } from 'lucide-react'
import { ROLES, type Role } from '../../../shared/session/role.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '../../ui/MenuItem.tsx'
import type { Member } from '../../sync/liveSession.ts'

export interface PersonMenuProps {
  readonly member: Member
  readonly followed: boolean
  /** Is about to be removed. */
  readonly leaving: boolean
  /** This person may change roles and remove people. */
  readonly mayLead: boolean
  readonly onFollow: () => void
  readonly onRole: (role: Role) => void
  /** `again`: they may come in again. */
  readonly onRemove: (again: boolean) => void
}

/** What can be done with somebody. */
export function PersonMenu(props: PersonMenuProps & { readonly tabIndex: number }) {
  const { member, followed, leaving, mayLead, onFollow, onRole, onRemove, tabIndex } = props
  const { t } = useT()
  const { name, role, reach } = member
  const isGone = reach === 'gone'
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          icon={Ellipsis}
          size="small"
          label={t('people.actions', { name })}
          tabIndex={tabIndex}
          data-person-menu=""
        />
      }
    >
      <MenuItem icon={followed ? LocateOff : LocateFixed} disabled={isGone} onSelect={onFollow}>
        {followed ? t('follow.stop') : t('follow.start')}
      </MenuItem>
      {mayLead && (
        <>
          <MenuSeparator />
          <MenuRadioGroup value={role} onChange={(next) => onRole(next as Role)}>
            {ROLES.map((each) => (
              <MenuRadioItem key={each} value={each} disabled={leaving}>
                {t(`roleName.${each}`)}
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
          <MenuSeparator />
          <MenuItem icon={UserRoundMinus} disabled={isGone || leaving} onSelect={() => onRemove(true)}>
            {t('people.remove')}
          </MenuItem>
          <MenuItem icon={Ban} danger disabled={leaving} onSelect={() => onRemove(false)}>
            {t('people.block')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
