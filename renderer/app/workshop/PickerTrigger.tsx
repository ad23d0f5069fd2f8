import type { ComponentPropsWithRef } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { ToolbarButton } from '../../ui/Toolbar.tsx'
import { useAction } from '../actions/useAction.ts'

interface PickerTriggerProps extends Partial<ComponentPropsWithRef<'button'>> {
  readonly action: ActionId
}

/** The button of a tool that opens a picker; gets what makes it open that as props. */
export function PickerTrigger({ action, ...props }: PickerTriggerProps) {
  const { icon, label, shortcut, enabled, checked } = useAction(action)
  return icon ? (
    <ToolbarButton
      {...props}
      icon={icon}
      label={label}
      shortcut={shortcut}
      disabled={!enabled}
      pressed={checked}
      tooltipSide="top"
    />
  ) : null
}
