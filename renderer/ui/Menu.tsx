import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { joinClasses } from './joinClasses.ts'
import styles from './Menu.module.css'
import popup from './popup.module.css'

export interface MenuProps {
  /** The button that opens it. Without one it is opened by `open`, at `anchor`. */
  readonly trigger?: ReactElement | undefined
  readonly anchor?: (() => Element | null) | undefined
  /** MenuItem, MenuSeparator, Submenu … */
  readonly children: ReactNode
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** Where the focus goes once it is closed; by default back to the button. */
  readonly focusAfter?: (() => HTMLElement | null) | undefined
}

/** A menu that drops from a button. Its parts are in MenuItem.tsx. */
export function Menu(props: MenuProps) {
  const {
    trigger,
    anchor,
    children,
    side = 'bottom',
    align = 'start',
    open,
    onOpenChange,
    focusAfter,
  } = props
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)} modal={false}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          className={popup['positioner']}
          side={side}
          align={align}
          sideOffset={6}
          anchor={anchor}
        >
          <Base.Popup className={joinClasses(popup['popup'], styles['popup'])} finalFocus={focusAfter}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
