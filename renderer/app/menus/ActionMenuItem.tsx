import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { actionOf } from '../../../shared/actions/actionTable.ts'
import { MenuCheckboxItem, MenuItem } from '../../ui/MenuItem.tsx'
import { useAction } from '../actions/useAction.ts'

/** A row of a menu that does one action. */
export function ActionMenuItem({ id }: { readonly id: ActionId }) {
  const { label, icon, directional, shortcut, enabled, checked, run } = useAction(id)
  if (actionOf(id).checkable)
    return (
      <MenuCheckboxItem checked={checked} onChange={run} shortcut={shortcut} disabled={!enabled}>
        {label}
      </MenuCheckboxItem>
    )
  return (
    <MenuItem icon={icon} directional={directional} shortcut={shortcut} disabled={!enabled} onSelect={run}>
      {label}
    </MenuItem>
  )
}
