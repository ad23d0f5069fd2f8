import { useEffect, useEffectEvent } from 'react'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { pan } from '../../editor/camera.ts'
import { EDGE_DELAY, edgeScrollSpeed } from '../../editor/edgeScroll.ts'
import type { Editor } from '../../editor/editor.ts'
import { thePanel } from '../panel/openPanel.ts'

/**
 * Moves the view while something is held at the edge of what is seen of the board: at the panel's side, that is where
 * the panel begins. `pointer` says where it is held (CSS pixels of the window), or that nothing is.
 */
export function useEdgeScroll(
  { camera }: Pick<Editor, 'camera'>,
  isOn: boolean,
  { pointer, onScroll }: { readonly pointer: () => Vec | undefined; readonly onScroll: () => void },
): void {
  const scroll = useEffectEvent((ms: number, held: number): boolean => {
    const at = pointer()
    const speed = at && speedAt(at)
    if (!speed || (speed[0] === 0 && speed[1] === 0)) return false
    if (held < EDGE_DELAY) return true
    camera.set(pan(camera.get(), [(speed[0] * ms) / 1000, (speed[1] * ms) / 1000]))
    onScroll()
    return true
  })
  useEffect(() => {
    if (!isOn) return undefined
    let [before, held] = [performance.now(), 0]
    let frame = requestAnimationFrame(function next(now) {
      held = scroll(now - before, held) ? held + now - before : 0
      before = now
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [isOn])
}

/** Nothing over the panel, and where there is no board. */
function speedAt([x, y]: Vec): Vec | undefined {
  const board = document.querySelector('[data-canvas]')?.getBoundingClientRect()
  if (!board) return undefined
  const panel = thePanel()?.getBoundingClientRect()
  const isAtEnd = panel !== undefined && panel.left > (board.left + board.right) / 2
  const left = panel && !isAtEnd ? panel.right : board.left
  const right = panel && isAtEnd ? panel.left : board.right
  if (x < left - 1 || x > right + 1) return undefined
  return edgeScrollSpeed([x - left, y - board.top], { w: right - left, h: board.height }, 'touch')
}
