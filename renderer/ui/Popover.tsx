import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { joinClasses } from './joinClasses.ts'
import styles from './Popover.module.css'
import popup from './popup.module.css'

export interface PopoverProps {
  /** Read out; shown only with `showTitle`. */
  readonly title: string
  readonly showTitle?: boolean | undefined
  /** The button that opens it. Leave out when `open` and `anchor` are given. */
  readonly trigger?: ReactElement | undefined
  readonly anchor?: Element | { getBoundingClientRect(): DOMRect } | null | undefined
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined
  readonly align?: 'start' | 'center' | 'end' | undefined
  readonly open?: boolean | undefined
  readonly onOpenChange?: ((open: boolean) => void) | undefined
  /** What gets the focus when it closes; by default what had it before. */
  readonly returnFocus?: (() => HTMLElement | null) | undefined
  readonly children: ReactNode
}

/** A small panel beside what it is about. The rest of the window stays usable. */
export function Popover(props: PopoverProps) {
  const { title, showTitle, trigger, anchor, side = 'bottom', align = 'center', open, onOpenChange } = props
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          className={popup['positioner']}
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
        >
          <Base.Popup
            className={joinClasses(popup['popup'], styles['popup'])}
            aria-label={title}
            {...(props.returnFocus && { finalFocus: props.returnFocus })}
          >
            {showTitle && <Base.Title className={styles['title']}>{title}</Base.Title>}
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
