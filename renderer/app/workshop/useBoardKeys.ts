import { useLayoutEffect, type RefObject } from 'react'
import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import type { Editor } from '../../editor/editor.ts'
import { useApp } from '../AppContext.ts'
import { listenToCanvasKeys } from './listenToCanvasKeys.ts'
import { listenToDrawingKeys } from './listenToDrawingKeys.ts'
import { listenToFeelingKeys } from './listenToFeelingKeys.ts'
import { listenToMenuKey } from './listenToMenuKey.ts'

/** The keys of the board that have no name in the action table, from before the first paint on. */
export function useBoardKeys(
  area: RefObject<HTMLElement | null>,
  editor: Editor,
  direction: ReadingDirection,
): void {
  const { platform } = useApp().context
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const stops = [
      listenToMenuKey(element, editor),
      listenToDrawingKeys(element, editor),
      listenToFeelingKeys(element, editor),
      listenToCanvasKeys(element, editor, { platform, direction }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [area, editor, platform, direction])
}
