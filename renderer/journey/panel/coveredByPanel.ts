import type { Covered } from '../../editor/commands/lookAt.ts'
import { thePanel } from './openPanel.ts'

/** A panel wider than this part of the window leaves no board to speak of beside it. */
const MOST = 0.7

/** How much of the board the panel at the side covers, screen units. */
export function coveredByPanel(): Covered {
  const box = thePanel()?.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  if (!box || box.width > width * MOST) return { left: 0, right: 0 }
  return box.left < width / 2 ? { left: box.right, right: 0 } : { left: 0, right: width - box.left }
}
