import { Toast as Base } from '@base-ui/react/toast'

export type ToastTone = 'neutral' | 'success' | 'danger'

export interface ToastMessage {
  readonly message: string
  /** `danger` is announced at once and stays until it is dismissed. */
  readonly tone?: ToastTone | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  /** ms; 0 = until dismissed. By default 6 s, with an action 10 s. */
  readonly timeout?: number | undefined
  /** A toast of the same id is replaced. */
  readonly id?: string | undefined
}

/** Short messages at the bottom of the window. */
export interface Toasts {
  /** Shows it and returns its id. */
  show(toast: ToastMessage): string
  dismiss(id: string): void
  /** What ToastProvider draws from. */
  readonly queue: ToastQueue
}

export type ToastQueue = ReturnType<typeof Base.createToastManager>

/** Toasts that code outside React can show as well. */
export function createToasts(): Toasts {
  const queue = Base.createToastManager()
  return {
    queue,
    dismiss: (id) => queue.close(id),
    show({ message, tone = 'neutral', action, timeout, id }) {
      const shown = queue.add({
        ...(id !== undefined && { id }),
        title: message,
        type: tone,
        priority: tone === 'danger' ? 'high' : 'low',
        timeout: timeout ?? defaultTimeout(tone, action !== undefined),
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              queue.close(shown)
              action.run()
            },
          },
        }),
      })
      return shown
    },
  }
}

function defaultTimeout(tone: ToastTone, hasAction: boolean): number {
  if (tone === 'danger') return 0
  return hasAction ? 10_000 : 6_000
}
