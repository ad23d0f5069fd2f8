import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAction } from '../actions/useAction.ts'

interface ActionButtonProps {
  readonly id: ActionId
  /** For actions that are on or off. */
  readonly pressed?: boolean | undefined
  readonly tooltipSide?: 'top' | 'bottom' | undefined
}

/** An action as an icon to click; none for an action without an icon. */
export function ActionButton({ id, pressed, tooltipSide }: ActionButtonProps) {
  const { icon, label, shortcut, enabled, directional, run } = useAction(id)
  if (!icon) return null
  return (
    <IconButton
      icon={icon}
      label={label}
      shortcut={shortcut}
      directional={directional}
      disabled={!enabled}
      pressed={pressed}
      tooltipSide={tooltipSide}
      onClick={run}
    />
  )
}
