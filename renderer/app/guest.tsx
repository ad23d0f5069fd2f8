import './zodWithoutEval.ts'
import { createRoot } from 'react-dom/client'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { invitationIn } from '../../shared/session/invite.ts'
import { assert } from '../../shared/util/assert.ts'
import { createBrowserPlatform } from '../platform/browser.ts'
import { pageStorage, tabStorage } from '../platform/pageStorage.ts'
import { refuseHtmlFromText } from '../platform/refuseHtmlFromText.ts'
import { createToasts } from '../ui/createToasts.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { applyAppearance } from './appearance.ts'
import type { AppServices } from './AppContext.ts'
import { CrashScreen } from './CrashScreen.tsx'
import { createApp } from './createApp.ts'
import { createSettings } from './createSettings.ts'
import { GuestApp } from './guest/GuestApp.tsx'
import { rememberGuest } from './guest/rememberGuest.ts'

refuseHtmlFromText()
const address = new URL(location.href)
const memory = rememberGuest(
  { forGood: pageStorage(), forTab: tabStorage() },
  invitationIn(`${address.origin}/${address.hash}`),
)
// Whoever looks over a shoulder, or at a picture of the screen, should not get the invitation.
history.replaceState(null, '', address.pathname + address.search)

const language = memory.language()
if (language && !address.searchParams.has('lang')) address.searchParams.set('lang', language)
const platform = createBrowserPlatform(address)
const context = await platform.desktop.context()
const translator = createTranslator(context.settings.language)
const settings = createSettings(platform, context.settings, console.error)
const appearance = applyAppearance(settings, translator)
settings.subscribe(() => memory.setLanguage(settings.get().language))

/** From here on the workshop's window has the page: it follows settings and keys itself. */
async function enter(invitation: string, as: string): Promise<AppServices> {
  appearance.dispose()
  const chosen = { ...settings.get(), name: as }
  const name = translator.t('guestPage.title')
  const role = { kind: 'workshop', name, folder: '', readOnly: false, join: { invitation, as } } as const
  const inside = createBrowserPlatform(address, { settings: chosen, role })
  return createApp(inside, await inside.desktop.context())
}

const element = document.getElementById('root')
assert(element, 'the page to have a #root')
const root = createRoot(element, {
  onUncaughtError(error) {
    console.error(error)
    queueMicrotask(() => root.render(<CrashScreen translator={translator} />))
  },
})
root.render(<GuestApp {...{ translator, settings, memory, enter }} toasts={createToasts()} />)
