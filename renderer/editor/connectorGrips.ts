import { pointAlong, middleOf } from '../../shared/geometry/polyline.ts'
import { distance, type Vec } from '../../shared/geometry/vec.ts'
import { bendPiece, lineOf } from '../../shared/model/connectorPath.ts'
import type { Connector } from '../../shared/model/shape.ts'
import { toScreen } from './camera.ts'
import type { Editor } from './editor.ts'
import { isLocked } from './locks.ts'
import { handleReach } from './pointerReach.ts'
import type { PointerInput } from './tool.ts'

/** What of a selected connector can be dragged. */
export interface ConnectorGrip {
  readonly part: 'start' | 'end' | 'bend'
  /** A page point. */
  readonly at: Vec
}

/** The connector that is all that is selected, as the gesture under way would leave it. */
export function selectedConnector(editor: Editor): Connector | undefined {
  if (editor.readOnly || editor.selection.get().size !== 1) return undefined
  const [id] = editor.selection.get()
  const shape = id && editor.workshop.shapes.get(id)
  return shape && shape.kind === 'connector' && !isLocked(editor, shape) ? shape : undefined
}

/** Where a connector can be taken hold of. */
export function gripsOf(connector: Connector): readonly ConnectorGrip[] {
  const line = lineOf(connector)
  const bend = bendPlace(connector)
  return [
    { part: 'start', at: line[0] ?? connector.start.point },
    { part: 'end', at: line.at(-1) ?? connector.end.point },
    ...(bend ? [{ part: 'bend' as const, at: bend }] : []),
  ]
}

/** Where its middle can be pulled; straight lines have no such place, nor have elbows without a middle piece. */
function bendPlace(connector: Connector): Vec | undefined {
  if (connector.style.route === 'curved') return middleOf(lineOf(connector))
  if (connector.style.route === 'straight') return undefined
  const piece = bendPiece(connector.path)
  const [a, b] = piece === undefined ? [] : connector.path.slice(piece, piece + 2)
  return a && b && pointAlong([a, b], distance(a, b) / 2)
}

/** The grip of the selected connector that the pointer is on. */
export function gripAt(
  { screen, pointer }: Pick<PointerInput, 'screen' | 'pointer'>,
  editor: Editor,
): ConnectorGrip | undefined {
  const connector = selectedConnector(editor)
  if (!connector) return undefined
  const camera = editor.camera.get()
  return gripsOf(connector).find(({ at }) => distance(toScreen(camera, at), screen) <= handleReach(pointer))
}
