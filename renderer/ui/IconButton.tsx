import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { Icon } from './Icon.tsx'
import styles from './IconButton.module.css'
import { joinClasses } from './joinClasses.ts'
import { Tooltip, type TooltipSide } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** Its name: read out, and shown as the tooltip. */
  readonly label: string
  /** As formatted by formatShortcut, for the tooltip. */
  readonly shortcut?: string | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Makes it a toggle button. */
  readonly pressed?: boolean | undefined
  readonly directional?: boolean | undefined
  readonly tooltipSide?: TooltipSide | undefined
}

/** A button with only an icon on it. */
export function IconButton({
  icon,
  label,
  shortcut,
  size = 'medium',
  pressed,
  directional,
  tooltipSide,
  className,
  disabled,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        // Not `disabled`, which would drop the focus of whoever presses Undo to the end, and hide the tooltip.
        aria-disabled={disabled ? true : rest['aria-disabled']}
        onClick={disabled ? undefined : onClick}
        aria-pressed={pressed}
        className={joinClasses(styles['button'], styles[size], className)}
      >
        <Icon icon={icon} size={size === 'large' ? 18 : 16} directional={directional} />
      </button>
    </Tooltip>
  )
}
