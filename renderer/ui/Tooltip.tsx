import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import styles from './Tooltip.module.css'

export type TooltipSide = 'top' | 'bottom' | 'inline-start' | 'inline-end'

export interface TooltipProps {
  readonly label: ReactNode
  /** As formatted by formatShortcut. */
  readonly shortcut?: string | undefined
  readonly side?: TooltipSide | undefined
  /** The one focusable element that it names. */
  readonly children: ReactElement
}

/** A name that appears on hover and on keyboard focus. Nothing that is only said here may matter. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} side={side} sideOffset={6}>
          <Base.Popup className={styles['popup']}>
            <span>{label}</span>
            {shortcut && <Kbd tone="tooltip">{shortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
