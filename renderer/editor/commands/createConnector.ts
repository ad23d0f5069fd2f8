import { routed } from '../../../shared/model/connectorPath.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Connector, ConnectorEnd } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { addSettled } from '../settleInSections.ts'
import type { NextStyle } from '../nextStyle.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Arrows have a head, plain lines have none. */
export type ConnectorTool = 'arrow' | 'line'

/** A connector between two ends that looks as the next one shall look. It is not in the document yet. */
export function newConnector(
  editor: Editor,
  tool: ConnectorTool,
  ends: Readonly<Record<'start' | 'end', ConnectorEnd>>,
): Connector {
  const connector: Connector = {
    id: newShapeId(),
    kind: 'connector',
    board: editor.board.get(),
    geometry: [0, 0, 1, 1, 0],
    order: 'a0',
    ...ends,
    style: styleFor(tool, editor.nextStyle.get()),
    text: '',
    path: [],
  }
  return rerouted(editor, connector)
}

/** The connector as it runs with everything where it is now. */
export const rerouted = ({ workshop }: Editor, connector: Connector): Connector =>
  routed(connector, (id) => workshop.shapes.get(id))

function styleFor(tool: ConnectorTool, next: NextStyle): Connector['style'] {
  const { stroke, width, dash, route, startHead, endHead } = next
  if (tool === 'line') return { stroke, width, dash, route, startHead: 'none', endHead: 'none' }
  const headless = startHead === 'none' && endHead === 'none'
  return { stroke, width, dash, route, startHead, endHead: headless ? 'arrow' : endHead }
}

/** Puts a connector on top of the board and selects it; the next letter typed is that of its label. */
export function addConnector(editor: Editor, connector: Connector): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const [order = connector.order] = ordersOnTop(editor, 1)
  editor.workshop.change((change) => addSettled(editor, change, [{ ...connector, order }]))
  editor.selection.set(new Set([connector.id]))
  editor.fresh.set(connector.id)
  return connector.id
}
