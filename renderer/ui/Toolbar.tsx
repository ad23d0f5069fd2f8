import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import { joinClasses } from './joinClasses.ts'
import styles from './Toolbar.module.css'
import type { TooltipSide } from './Tooltip.tsx'

export interface ToolbarProps {
  /** Its name; read out. */
  readonly label: string
  readonly orientation?: 'horizontal' | 'vertical' | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A floating row or column of tools: one stop for Tab, arrow keys within. */
export function Toolbar({ label, orientation = 'horizontal', className, children }: ToolbarProps) {
  return (
    <Base.Root
      aria-label={label}
      orientation={orientation}
      className={joinClasses(styles['toolbar'], styles[orientation], className)}
    >
      {children}
    </Base.Root>
  )
}

export interface ToolbarButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  readonly label: string
  /** As formatted by formatShortcut. */
  readonly shortcut?: string | undefined
  readonly pressed?: boolean | undefined
  readonly directional?: boolean | undefined
  readonly tooltipSide?: TooltipSide | undefined
}

/** A tool. With `pressed`, one that is on or off. Disabled ones keep their place in the arrow order. */
export function ToolbarButton({ disabled, ...rest }: ToolbarButtonProps) {
  return (
    <Base.Button
      disabled={disabled}
      render={<IconButton size="large" className={styles['button']} {...rest} />}
    />
  )
}

export function ToolbarSeparator() {
  return <Base.Separator className={styles['separator']} />
}
