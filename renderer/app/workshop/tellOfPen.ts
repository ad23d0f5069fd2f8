import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import type { AppServices } from '../AppContext.ts'

/** Says that fingers have stopped to draw since there is a pen, with the way back. */
export function tellOfPen(
  { fingers }: Pick<Editor, 'fingers'>,
  { toasts, translator: { t } }: Pick<AppServices, 'toasts' | 'translator'>,
  hasTouch = navigator.maxTouchPoints > 0,
): Dispose {
  if (!hasTouch) return () => undefined
  return fingers.subscribe(() => {
    if (fingers.get() === 'tools') toasts.dismiss('pen')
    else
      toasts.show({
        id: 'pen',
        message: t('input.penSeen'),
        action: { label: t('input.fingersToo'), run: () => fingers.set('tools') },
      })
  })
}
