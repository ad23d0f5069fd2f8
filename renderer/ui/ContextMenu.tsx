import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { joinClasses } from './joinClasses.ts'
import styles from './Menu.module.css'
import popup from './popup.module.css'

export type ContextMenuActions = Base.Root.Actions

export interface ContextMenuProps {
  /** The area it belongs to: one element that takes a ref and DOM event props. */
  readonly area: ReactElement
  /** MenuItem, MenuSeparator, Submenu … */
  readonly children: ReactNode
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  readonly disabled?: boolean | undefined
  /** Gets what closes the menu from outside. */
  readonly actions?: RefObject<ContextMenuActions | null> | undefined
}

/** A menu at the pointer: right click, long press, or the menu key. */
export function ContextMenu({ area, children, onOpenChange, disabled, actions }: ContextMenuProps) {
  return (
    <Base.Root actionsRef={actions} disabled={disabled} onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={area} />
      <Base.Portal>
        <Base.Positioner className={popup['positioner']}>
          <Base.Popup className={joinClasses(popup['popup'], styles['popup'])}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
