import { z } from 'zod'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import type { Fingers } from '../../editor/tool.ts'
import { pageStorage } from '../../platform/pageStorage.ts'

const KEY = 'throughline:fingers'
const fingersValue = z.enum(['tools', 'view', 'untilPen']) satisfies z.ZodType<Fingers>

/** A pen seen on this computer once is known from then on, and so is who gave the tools back to the fingers. */
export function rememberFingers(
  { fingers }: Pick<Editor, 'fingers'>,
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined = pageStorage(),
): Dispose {
  const saved = fingersValue.safeParse(storage?.getItem(KEY))
  if (saved.success) fingers.set(saved.data)
  return fingers.subscribe(() => {
    try {
      storage?.setItem(KEY, fingers.get())
    } catch (error) {
      console.warn('what fingers do is not remembered:', error) // full or forbidden: it holds for this window
    }
  })
}
