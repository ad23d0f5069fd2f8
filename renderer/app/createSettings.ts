import type { Settings } from '../../shared/ipc/desktopContract.ts'
import { createStore, type Store } from '../../shared/util/store.ts'
import type { Platform } from '../platform/platform.ts'

/** The user's settings: setting them changes this window at once and all others through main. */
export function createSettings(platform: Platform, initial: Settings, onError: (error: unknown) => void) {
  const known = createStore(initial)
  platform.onEvent((event) => {
    if (event.event === 'settings' && !same(event.settings, known.get())) known.set(event.settings)
  })
  return {
    ...known,
    set(next: Settings) {
      if (same(next, known.get())) return
      known.set(next)
      platform.desktop.changeSettings(next).catch(onError)
    },
  } satisfies Store<Settings>
}

const same = (a: Settings, b: Settings) =>
  a.language === b.language &&
  a.theme === b.theme &&
  (a.name ?? '') === (b.name ?? '') &&
  JSON.stringify(a.session ?? {}) === JSON.stringify(b.session ?? {})
