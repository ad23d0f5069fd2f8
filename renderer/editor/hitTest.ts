import { contains, center, grow } from '../../shared/geometry/box.ts'
import { distanceToPath } from '../../shared/geometry/distanceToPath.ts'
import { exitShare, outlinePath, type Outline } from '../../shared/geometry/outline.ts'
import { rotate } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { MAP } from '../../shared/journey/mapLayout.ts'
import { labelRoom, lineOf } from '../../shared/model/connectorPath.ts'
import { boundsOf, frameOf, SECTION_HEAD, type Form, type Shape } from '../../shared/model/shape.ts'
import { inkSize } from '../../shared/scene/inkLook.ts'
import { LINE_WIDTH } from '../../shared/scene/line.ts'
import type { Editor } from './editor.ts'
import { inkPath } from './inkPaths.ts'
import { mapsOn } from './journey/mapsOn.ts'
import { onMap } from './journey/stickyHeads.ts'

/** How near the pointer must come to a line to be on it, in screen units. */
const REACH = 6

/** The topmost shape at a page point. What is locked can be hit too: it can be unlocked, but not moved. */
export function hitTest(editor: Editor, point: Vec): Shape | undefined {
  // What lies below heads that stay at the edge of the view is not meant.
  const [map] = mapsOn(editor, { x: point[0], y: point[1], w: 0, h: 0 })
  if (map && onMap(editor, map, point).stuck) return undefined
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
      return hitsForm(shape, own, slack)
    case 'note':
    case 'text':
    case 'image':
    case 'stamp':
    case 'figure':
      return contains(frame, own)
    // What lies in a map or a storyboard, and its parts, are meant before all of it.
    case 'storyboard':
    case 'map':
      return contains({ ...frame, h: Math.min(frame.h, MAP.title) }, own)
  }
}

/** How far inside its outline a form that nothing fills can still be taken hold of, beyond `slack`; page units. */
const INSIDE = 8

/** What is seen of a form is what is meant: not the corners of its box, nor what lies within one that nothing fills. */
function hitsForm(form: Form, own: Vec, slack: number): boolean {
  const outline: Outline = { form: form.form, box: frameOf(form), degrees: 0 }
  const inside = exitShare(outline, own) >= 1
  if (inside && (form.style.fill !== 'none' || form.text !== '')) return true
  const reach = inside ? slack + INSIDE : LINE_WIDTH[form.style.width] / 2
  return distanceToPath(own, outlinePath(outline)) <= reach
}
