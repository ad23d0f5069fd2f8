import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import type { AppServices } from '../AppContext.ts'

/** Says that fingers have stopped to draw since there is a pen, with the way back. */
export function tellOfPen(
  { fingers }: Pick<Editor, 'fingers'>,
  { toasts, translator: { t } }: Pick<AppServices, 'toasts' | 'translator'>,
  hasTouch = navigator.maxTouchPoints > 0,
): Dispose {
  let before = fingers.get()
  return fingers.subscribe(() => {
    const now = fingers.get()
    const foundPen = before === 'untilPen' && now === 'view'
    before = now
    if (now !== 'view') return toasts.dismiss('pen')
    if (!foundPen || !hasTouch) return
    toasts.show({
      id: 'pen',
      message: t('input.penSeen'),
      action: { label: t('input.fingersToo'), run: () => fingers.set('tools') },
    })
  })
}

/** Turns by hand what fingers do: from here on no pen changes it. */
export function toggleFingers({ fingers }: Pick<Editor, 'fingers'>): void {
  const looks = fingers.get() === 'view'
  fingers.set('tools')
  if (!looks) fingers.set('view')
}
