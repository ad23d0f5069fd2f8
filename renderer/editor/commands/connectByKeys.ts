import { center } from '../../../shared/geometry/box.ts'
import { nearestBeside } from '../../../shared/geometry/nearestBeside.ts'
import { distance, type Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../../shared/model/shape.ts'
import { isConnectable } from '../attaching.ts'
import { visibleBox } from '../camera.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { addConnector, newConnector, type ConnectorTool } from './createConnector.ts'
import { reveal } from './lookAt.ts'

/** Somebody is choosing by key what to connect a shape to. */
export interface Connecting {
  readonly from: ShapeId
  readonly to: ShapeId
  /** What the connector will be. */
  readonly tool: ConnectorTool
}

/** Can what is selected be connected? One shape asks for another, two are connected at once. */
export function canConnect(editor: Editor): boolean {
  const { size } = editor.selection.get()
  return !editor.readOnly && (size === 1 || size === 2) && selectedShapes(editor).every(isConnectable)
}

/** Connects two selected shapes, in the order of selection; with one, begins to choose the other. */
export function connectSelection(editor: Editor, tool: ConnectorTool = 'arrow'): void {
  if (!canConnect(editor)) return
  const [from, to] = editor.selection.get()
  if (from !== undefined && to !== undefined) connect(editor, { from, to, tool })
  else if (from !== undefined) {
    const nearest = candidates(editor, from)[0]
    if (nearest) choose(editor, { from, to: nearest.id, tool })
  }
}

/** The next candidate (1), or the one before (-1): the nearest first, and after the last the first again. */
export function chooseNext(editor: Editor, step: 1 | -1): void {
  const now = editor.connecting.get()
  if (!now) return
  const found = candidates(editor, now.from)
  const index = found.findIndex(({ id }) => id === now.to)
  const next = found.at((index + step) % found.length)
  if (next) choose(editor, { ...now, to: next.id })
}

/** The candidate beside the chosen one, in a direction (a unit vector along an axis). */
export function chooseBeside(editor: Editor, direction: Vec): void {
  const now = editor.connecting.get()
  const to = now && editor.workshop.shapes.get(now.to)
  if (!now || !to) return
  const others = candidates(editor, now.from, true).filter(({ id }) => id !== now.to)
  const next = nearestBeside(
    boundsOf(to),
    direction,
    others.map((shape) => [shape, boundsOf(shape)] as const),
  )
  if (next) choose(editor, { ...now, to: next.id })
}

/** Connects what was chosen, or gives up. */
export function endChoosing(editor: Editor, end: 'connect' | 'giveUp'): void {
  const now = editor.connecting.get()
  if (!now) return
  editor.connecting.set(null)
  editor.attachment.set(null)
  editor.draft.set([])
  if (end === 'connect') connect(editor, now)
}

/** Connects two shapes, and selects what connects them. */
export function connect(editor: Editor, how: Connecting): void {
  addConnector(editor, between(editor, how))
}

const between = (editor: Editor, { from, to, tool }: Connecting) =>
  newConnector(editor, tool, { start: { point: [0, 0], shape: from }, end: { point: [0, 0], shape: to } })

function choose(editor: Editor, how: Connecting): void {
  editor.connecting.set(how)
  editor.attachment.set({ shape: how.to })
  editor.draft.set([between(editor, how)])
  reveal(editor, how.to)
}

/** What a shape can be connected to, nearest first: of what is in view, if that is anything. */
function candidates(editor: Editor, from: ShapeId, everywhere = false): readonly Shape[] {
  const { shapes } = editor.workshop
  const source = shapes.get(from)
  if (!source) return []
  const board = editor.board.get()
  const able = (found: readonly Shape[]) =>
    found.filter((shape) => isConnectable(shape) && shape.id !== from && !shapes.isHidden(shape.id))
  const seen = able(shapes.within(board, visibleBox(editor.camera.get(), editor.viewport.get())))
  const middle = center(boundsOf(source))
  const away = (shape: Shape) => distance(center(boundsOf(shape)), middle)
  return (seen.length > 0 && !everywhere ? seen : able(shapes.all(board))).toSorted(
    (a, b) => away(a) - away(b),
  )
}
