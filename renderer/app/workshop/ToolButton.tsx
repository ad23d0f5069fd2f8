import type { MouseEvent } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { ToolbarButton } from '../../ui/Toolbar.tsx'
import { useAction } from '../actions/useAction.ts'

interface ToolButtonProps {
  readonly id: ActionId
  /** In place of the action itself, where a click means something else than the key. */
  readonly onClick?: (event: MouseEvent) => void
}

/** An action as a button of a toolbar at the bottom of the window. Tools show which one is in use. */
export function ToolButton({ id, onClick }: ToolButtonProps) {
  const { icon, label, shortcut, enabled, checked, run } = useAction(id)
  const isTool = id.startsWith('tool.')
  if (!icon) return null
  return (
    <ToolbarButton
      icon={icon}
      label={label}
      shortcut={shortcut}
      disabled={!enabled}
      tooltipSide="top"
      onClick={onClick ?? run}
      {...(isTool && { pressed: checked })}
    />
  )
}
