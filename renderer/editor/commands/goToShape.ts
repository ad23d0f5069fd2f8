import { center, intersects } from '../../../shared/geometry/box.ts'
import { nearestBeside } from '../../../shared/geometry/nearestBeside.ts'
import { distance, type Vec } from '../../../shared/geometry/vec.ts'
import type { Unit } from '../../../shared/model/groups.ts'
import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import { visibleBox } from '../camera.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { readingStops, selectedStop } from '../readingStops.ts'
import { selectionBox } from '../resizing.ts'
import { unitBox } from '../../../shared/model/groups.ts'
import { middleOfView, reveal } from './lookAt.ts'
import { selectShape } from './selectShape.ts'

/**
 * Selects the next shape (1) or the one before (-1) in reading order, and shows it. After the last comes the first;
 * with nothing selected it begins with what is in view. Returns whether there was anything to select.
 */
export function goToNext(editor: Editor, step: 1 | -1, direction: ReadingDirection): boolean {
  const stops = readingStops(editor, direction)
  const now = selectedStop(editor, stops)
  return go(editor, now < 0 ? beginning(editor, stops, step) : stops.at((now + step) % stops.length))
}

function beginning(editor: Editor, stops: readonly Unit[], step: 1 | -1): Unit | undefined {
  const view = visibleBox(editor.camera.get(), editor.viewport.get())
  const inView = (stop: Unit) => intersects(unitBox(stop), view)
  return step > 0 ? (stops.find(inView) ?? stops[0]) : (stops.findLast(inView) ?? stops.at(-1))
}

/**
 * Selects the nearest shape in a direction (a unit vector along an axis), and shows it; with nothing selected, the
 * nearest to the middle of the view. Returns whether there was one.
 */
export function goBeside(editor: Editor, direction: Vec): boolean {
  const stops = readingStops(editor, 'ltr')
  const from = selectionBox(selectedShapes(editor))
  const selected = editor.selection.get()
  if (!from) return go(editor, nearestTo(middleOfView(editor), stops))
  const others = stops.filter(({ shapes }) => !shapes.some(({ id }) => selected.has(id)))
  const boxes = others.map((stop) => [stop, unitBox(stop)] as const)
  return go(editor, nearestBeside(from, direction, boxes))
}

function nearestTo(point: Vec, stops: readonly Unit[]): Unit | undefined {
  let best: Unit | undefined
  let least = Infinity
  for (const stop of stops) {
    const away = distance(center(unitBox(stop)), point)
    if (away < least) [best, least] = [stop, away]
  }
  return best
}

function go(editor: Editor, stop: Unit | undefined): boolean {
  const [shape] = stop?.shapes ?? []
  if (!shape) return false
  selectShape(editor, shape)
  reveal(editor, shape.id)
  return true
}
