import type { Vec } from '../../../../shared/geometry/vec.ts'
import { toPage } from '../../../editor/camera.ts'
import type { Editor } from '../../../editor/editor.ts'
import { theCanvas } from '../theCanvas.ts'

/** The page point at a point of the window (pixels), if the board is what is to be seen there. */
export function pagePointAt({ camera }: Editor, [x, y]: Vec): Vec | undefined {
  const canvas = theCanvas()
  const under = document.elementFromPoint(x, y)
  if (!canvas || !under || !canvas.contains(under)) return undefined
  const { left, top } = canvas.getBoundingClientRect()
  return toPage(camera.get(), [x - left, y - top])
}
