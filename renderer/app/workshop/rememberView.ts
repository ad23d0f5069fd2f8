import { z } from 'zod'
import type { Dispose, Store } from '../../../shared/util/store.ts'
import { FIRST_VIEW, viewOptions, type ViewOptions } from '../../editor/viewOptions.ts'
import { pageStorage } from '../../platform/pageStorage.ts'

const KEY = 'throughline:view'

/**
 * Brings back how this computer's user last looked at boards, and remembers what they change. Panels about a journey are
 * opened when they are wanted: the next workshop may have none.
 */
export function rememberView(
  view: Store<ViewOptions>,
  storage: Storage | undefined = pageStorage(),
): Dispose {
  view.set(read(storage))
  return view.subscribe(() => {
    try {
      storage?.setItem(KEY, JSON.stringify(view.get()))
    } catch (error) {
      console.warn('the view is not remembered:', error) // full or forbidden: it holds for this window
    }
  })
}

function read(storage: Storage | undefined): ViewOptions {
  try {
    const saved = z.record(z.string(), z.unknown()).parse(JSON.parse(storage?.getItem(KEY) ?? '{}'))
    return viewOptions.parse({ ...FIRST_VIEW, ...saved, panel: null })
  } catch {
    return FIRST_VIEW // somebody else wrote it
  }
}
