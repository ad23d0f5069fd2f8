import { distance } from '../../../../shared/geometry/vec.ts'
import { dotsFor, type ConnectDots } from '../../connectDots.ts'
import { gripAt } from '../../connectorGrips.ts'
import type { Editor } from '../../editor.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { draggingGrip } from './draggingGrip.ts'
import { pullingConnector } from './pullingConnector.ts'

/** What of connecting is under the pointer, with its cursor; nothing if it is elsewhere. */
export function hoverConnecting(input: PointerInput, editor: Editor): string | undefined {
  const dots = dotsFor(editor, input.screen, input.point, input.pointer)
  if (!sameDots(dots, editor.dots.get())) editor.dots.set(dots)
  if (dots?.hovered) return 'crosshair'
  return gripAt(input, editor) ? 'move' : undefined
}

/** Takes hold of a grip of the selected connector, or of a dot beside the selected shape. */
export function pressConnecting(
  input: PointerInput,
  editor: Editor,
  idle: () => ToolState,
): ToolState | undefined {
  const grip = gripAt(input, editor)
  if (grip) return draggingGrip(grip, input, editor, idle)
  const dots = dotsFor(editor, input.screen, input.point, input.pointer)
  const shape = dots?.hovered && editor.workshop.shapes.get(dots.shape)
  editor.dots.set(null)
  return shape && dots.hovered ? pullingConnector(editor, shape, dots.hovered, input, idle) : undefined
}

/** Would a press here take hold of something of that? */
export const grabsConnecting = (input: PointerInput, editor: Editor): boolean =>
  gripAt(input, editor) !== undefined ||
  dotsFor(editor, input.screen, input.point, input.pointer)?.hovered !== undefined

const sameDots = (a: ConnectDots | null, b: ConnectDots | null): boolean =>
  a?.shape === b?.shape && sameAnchors(a, b)

function sameAnchors(a: ConnectDots | null, b: ConnectDots | null): boolean {
  if (!a?.hovered || !b?.hovered) return a?.hovered === b?.hovered
  return distance(a.hovered, b.hovered) === 0
}
