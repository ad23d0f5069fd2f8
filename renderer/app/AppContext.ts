import { createContext, use } from 'react'
import type { i18n } from 'i18next'
import type { Desktop, Settings } from '../../shared/ipc/desktopContract.ts'
import { assert } from '../../shared/util/assert.ts'
import type { Store } from '../../shared/util/store.ts'
import type { Platform } from '../platform/platform.ts'
import type { Toasts } from '../ui/createToasts.ts'
import type { Actions } from './actions/createActions.ts'
import type { ColorScheme } from './appearance.ts'

/** What main answered when the window asked who it is. */
export type WindowContext = Awaited<ReturnType<Desktop['context']>>

/** The dialogs that belong to the app rather than to a screen; at most one is open. */
export type AppDialog = 'palette' | 'shortcuts' | 'about' | 'templates' | 'join' | 'sessionSettings'

/** What one window of the app is made of, the same for every screen. */
export interface AppServices {
  readonly platform: Platform
  readonly context: WindowContext
  readonly settings: Store<Settings>
  readonly translator: i18n
  readonly actions: Actions
  readonly toasts: Toasts
  /** Light or dark, as it is drawn now. */
  readonly colorScheme: Store<ColorScheme>
  readonly dialog: Store<AppDialog | null>
}

export const AppContext = createContext<AppServices | null>(null)

export function useApp(): AppServices {
  const services = use(AppContext)
  assert(services, 'an AppContext above')
  return services
}
