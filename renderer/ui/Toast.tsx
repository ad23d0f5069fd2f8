import { Toast as Base } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X, type LucideIcon } from 'lucide-react'
import { createContext, use, type ReactNode } from 'react'
import { assert } from '../../shared/util/assert.ts'
import { useT } from '../i18n/useT.ts'
import type { Toasts } from './createToasts.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Toast.module.css'

const ToastContext = createContext<Toasts | null>(null)

export interface ToastProviderProps {
  readonly toasts: Toasts
  readonly children: ReactNode
}

/** Shows toasts at the bottom of the window, and lets components show more. F6 moves the focus there. */
export function ToastProvider({ toasts, children }: ToastProviderProps) {
  return (
    <ToastContext value={toasts}>
      <Base.Provider toastManager={toasts.queue} limit={3}>
        {children}
        <ToastRegion />
      </Base.Provider>
    </ToastContext>
  )
}

export function useToasts(): Toasts {
  const toasts = use(ToastContext)
  assert(toasts, 'a ToastProvider above')
  return toasts
}

function ToastRegion() {
  const { t } = useT()
  const { toasts } = Base.useToastManager()
  return (
    <Base.Portal>
      <Base.Viewport className={styles['region']} aria-label={t('toast.region')}>
        {toasts.map((toast) => {
          const tone = TONE_ICONS[toast.type ?? '']
          return (
            <Base.Root key={toast.id} toast={toast} swipeDirection="down" className={styles['toast']}>
              <Base.Content className={styles['content']}>
                {tone && <Icon icon={tone} size={18} className={styles[toast.type ?? '']} />}
                <Base.Title className={styles['message']} render={<p />} />
                <Base.Action className={styles['action']} />
                <Base.Close
                  render={
                    <IconButton
                      icon={X}
                      size="small"
                      label={t('toast.dismiss')}
                      className={styles['close']}
                    />
                  }
                />
              </Base.Content>
            </Base.Root>
          )
        })}
      </Base.Viewport>
    </Base.Portal>
  )
}

const TONE_ICONS: Readonly<Record<string, LucideIcon | undefined>> = {
  success: CircleCheck,
  danger: CircleAlert,
}
