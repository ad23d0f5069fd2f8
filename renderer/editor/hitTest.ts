import { contains, center, grow } from '../../shared/geometry/box.ts'
import { distanceToPath } from '../../shared/geometry/distanceToPath.ts'
import { rotate } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { labelRoom, lineOf } from '../../shared/model/connectorPath.ts'
import { boundsOf, frameOf, SECTION_HEAD, type Shape } from '../../shared/model/shape.ts'
import { inkSize } from '../../shared/scene/inkLook.ts'
import { LINE_WIDTH } from '../../shared/scene/line.ts'
import type { Editor } from './editor.ts'
import { inkPath } from './inkPaths.ts'

/** How near the pointer must come to a line to be on it, in screen units. */
const REACH = 6

/** The topmost shape at a page point. What is locked can be hit too: it can be unlocked, but not moved. */
export function hitTest(editor: Editor, point: Vec): Shape | undefined {
  const slack = REACH / editor.camera.get().zoom
  return editor.workshop.shapes
    .within(editor.board.get(), { x: point[0] - slack, y: point[1] - slack, w: 2 * slack, h: 2 * slack })
    .findLast((shape) => hits(shape, point, slack))
}

/** Is a page point on the shape? Lines are met within `slack` (page units). */
export function hits(shape: Shape, point: Vec, slack: number): boolean {
  const frame = frameOf(shape)
  const own = rotate(point, center(frame), -shape.geometry[4])
  switch (shape.kind) {
    case 'connector': {
      const line = lineOf(shape)
      if (distanceToPath(point, line) <= slack + LINE_WIDTH[shape.style.width] / 2) return true
      const label = labelRoom(shape.text, line)
      return label !== undefined && contains(label, point)
    }
    case 'ink': {
      const reach = slack + inkSize(shape.tool, shape.style.width) / 2
      return contains(grow(boundsOf(shape), reach), point) && distanceToPath(own, inkPath(shape)) <= reach
    }
    // What lies in a section is meant before the section, and the rubber band begins on its ground.
    case 'section':
      return contains({ ...frame, h: Math.min(frame.h, SECTION_HEAD) }, own)
    case 'form':
      if (!contains(frame, own)) return false
      return shape.style.fill !== 'none' || shape.text !== '' || nearEdge(shape, own, slack)
    case 'note':
    case 'text':
    case 'image':
    case 'stamp':
      return contains(frame, own)
  }
}

/** Nothing fills it, so what is seen of it is its outline. */
function nearEdge(shape: Shape, [x, y]: Vec, slack: number): boolean {
  const frame = frameOf(shape)
  const reach = slack + 8
  return (
    x - frame.x < reach ||
    frame.x + frame.w - x < reach ||
    y - frame.y < reach ||
    frame.y + frame.h - y < reach
  )
}
