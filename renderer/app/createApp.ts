import { createTranslator } from '../../shared/i18n/translator.ts'
import { createStore } from '../../shared/util/store.ts'
import type { Platform } from '../platform/platform.ts'
import { createToasts } from '../ui/createToasts.ts'
import { builtInActions } from './actions/builtInActions.ts'
import { createActions } from './actions/createActions.ts'
import { followMenu } from './actions/followMenu.ts'
import { listenToKeys } from './actions/listenToKeys.ts'
import { reportToMenu } from './actions/reportToMenu.ts'
import type { AppDialog, AppServices, WindowContext } from './AppContext.ts'
import { applyAppearance } from './appearance.ts'
import { createSettings } from './createSettings.ts'
import { showError } from './showFailure.ts'

/** Puts together what one window is made of. Everything in it lives as long as the window. */
export function createApp(platform: Platform, context: WindowContext): AppServices {
  const translator = createTranslator(context.settings.language)
  const toasts = createToasts()
  const onError = (error: unknown) => showError(toasts, translator.t, error)

  const settings = createSettings(platform, context.settings, onError)
  const { colorScheme } = applyAppearance(settings, translator)
  const dialog = createStore<AppDialog | null>(null)
  const actions = createActions(onError)
  const services = { platform, context, settings, translator, actions, toasts, colorScheme, dialog }

  actions.register(builtInActions(services))
  settings.subscribe(() => actions.changed())
  listenToKeys(actions, context.platform)
  followMenu(actions, platform)
  reportToMenu(actions, platform, onError)
  return services
}
