import { distance, type Vec } from '../../../../shared/geometry/vec.ts'
import { routed } from '../../../../shared/model/connectorPath.ts'
import type { ConnectorEnd, Shape } from '../../../../shared/model/shape.ts'
import { endFor, type Attachment } from '../../attaching.ts'
import { addConnected, neighbourOf, shapeAtEnd } from '../../commands/connectNew.ts'
import { addConnector, newConnector } from '../../commands/createConnector.ts'
import type { Editor } from '../../editor.ts'
import { dragThreshold } from '../../pointerReach.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { attachmentFor } from '../connectorTool.ts'

/**
 * The button is down on a dot beside a shape. A click makes a neighbour and connects it; dragging pulls out a
 * connector, to another shape, or to the empty board, where a new one appears. With Alt or Ctrl it ends free.
 */
export function pullingConnector(
  editor: Editor,
  from: Shape,
  anchor: Vec,
  down: PointerInput,
  idle: () => ToolState,
): ToolState {
  const start: ConnectorEnd = { point: [0, 0], shape: from.id, anchor: [anchor[0], anchor[1]] }
  let moved = false
  const end = (): ToolState => {
    editor.draft.set([])
    editor.attachment.set(null)
    return idle()
  }
  const targetOf = (input: PointerInput): Attachment | undefined => {
    const attachment = attachmentFor(input, editor)
    return attachment?.shape === from.id ? undefined : attachment
  }
  function draft(input: PointerInput): readonly Shape[] {
    const attachment = targetOf(input)
    const connector = newConnector(editor, 'arrow', { start, end: endFor(input.point, attachment) })
    if (attachment || staysFree(input)) return [connector]
    const next = shapeAtEnd(editor, from, anchor, input.point)
    const lookup = (id: Shape['id']) => (id === next.id ? next : editor.workshop.shapes.get(id))
    return [next, routed({ ...connector, end: { point: [0, 0], shape: next.id } }, lookup)]
  }
  return {
    name: 'pulling',
    pointerMove(input) {
      moved ||= distance(input.screen, down.screen) >= dragThreshold(down.pointer)
      if (!moved) return
      editor.attachment.set(targetOf(input) ?? null)
      editor.draft.set(draft(input))
    },
    pointerUp(input) {
      const next = end()
      const attachment = targetOf(input)
      // Let go on the shape that it comes from, nothing was meant.
      if (moved && attachmentFor(input, editor)?.shape === from.id) return next
      if (!moved) addConnected(editor, from, anchor, neighbourOf(editor, from, anchor))
      else if (attachment || staysFree(input))
        addConnector(editor, newConnector(editor, 'arrow', { start, end: endFor(input.point, attachment) }))
      else addConnected(editor, from, anchor, shapeAtEnd(editor, from, anchor, input.point))
      return next
    },
    cancel: end,
  }
}

const staysFree = ({ alt, mod }: PointerInput): boolean => alt || mod
