import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useT } from '../i18n/useT.ts'
import styles from './Dialog.module.css'
import { Icon } from './Icon.tsx'
import { joinClasses } from './joinClasses.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons; the main one last. */
  readonly footer?: ReactNode
  /** `full`: all of the window, for what is read from afar. */
  readonly size?: 'small' | 'medium' | 'large' | 'wide' | 'full' | undefined
  /** Takes the focus when it opens; else the first control does. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined
  /** With one, Enter in a field confirms. */
  readonly onSubmit?: (() => void) | undefined
}

/** A question or a task that holds the window until it is answered. Gives the focus back when it closes. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, size = 'medium', initialFocus } = props
  const { t } = useT()
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Viewport className={styles['viewport']}>
          <Base.Popup
            className={joinClasses(styles['popup'], styles[size])}
            {...(initialFocus && { initialFocus })}
          >
            <Content onSubmit={props.onSubmit}>
              <header className={styles['header']}>
                <Base.Title className={styles['title']}>{title}</Base.Title>
                {description && (
                  <Base.Description className={styles['description']}>{description}</Base.Description>
                )}
              </header>
              {children && <div className={styles['body']}>{children}</div>}
              {footer && <footer className={styles['footer']}>{footer}</footer>}
              {/* Last, so that the first thing to focus is what the dialog is about. */}
              <Base.Close className={styles['close']} aria-label={t('dialog.close')}>
                <Icon icon={X} />
              </Base.Close>
            </Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** A form in the dialog rather than the dialog itself: an element is one or the other to whoever hears it read out. */
function Content({ onSubmit, children }: Pick<DialogProps, 'onSubmit' | 'children'>) {
  if (!onSubmit) return children
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
