import { useSyncExternalStore } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { MenuRadioGroup, MenuRadioItem } from '../../ui/MenuItem.tsx'
import { useAction } from '../actions/useAction.ts'
import { useApp } from '../AppContext.ts'

/** Rows of a menu of which one is switched on: a theme, a language, a tool. */
export function ActionChoice({ ids }: { readonly ids: readonly ActionId[] }) {
  const { actions } = useApp()
  const chosen = useSyncExternalStore(actions.subscribe, () => ids.find((id) => actions.state(id).checked))
  return (
    <MenuRadioGroup
      value={chosen ?? ''}
      onChange={(value) => {
        const id = ids.find((one) => one === value)
        if (id) actions.run(id)
      }}
    >
      {ids.map((id) => (
        <ActionChoiceRow key={id} id={id} />
      ))}
    </MenuRadioGroup>
  )
}

function ActionChoiceRow({ id }: { readonly id: ActionId }) {
  const { label, icon, shortcut, enabled } = useAction(id)
  return (
    <MenuRadioItem
      value={id}
      icon={id.startsWith('tool.') ? icon : undefined}
      shortcut={shortcut}
      disabled={!enabled}
    >
      {label}
    </MenuRadioItem>
  )
}
