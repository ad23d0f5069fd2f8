import { distance, sub, type Vec } from '../../../../shared/geometry/vec.ts'
import type { Connector, ConnectorEnd } from '../../../../shared/model/shape.ts'
import { endFor } from '../../attaching.ts'
import { rerouted } from '../../commands/createConnector.ts'
import { gripsOf, selectedConnector, type ConnectorGrip } from '../../connectorGrips.ts'
import type { Editor } from '../../editor.ts'
import { dragThreshold } from '../../pointerReach.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { attachmentFor, inSteps } from '../connectorTool.ts'

/** An end of the selected connector follows the pointer and snaps to shapes; or its middle is pulled aside. */
export function draggingGrip(
  { part }: ConnectorGrip,
  down: PointerInput,
  editor: Editor,
  idle: () => ToolState,
): ToolState {
  const connector = selectedConnector(editor)
  if (!connector) return idle()
  const changed = (input: PointerInput): Change =>
    part === 'bend' ? bent(connector, sub(input.point, down.point)) : withEnd(connector, part, input, editor)
  let moved = false
  const end = (): ToolState => {
    editor.preview.set(null)
    editor.attachment.set(null)
    return idle()
  }
  return {
    name: part === 'bend' ? 'bending' : 'reattaching',
    pointerMove(input) {
      moved ||= distance(input.screen, down.screen) >= dragThreshold(down.pointer)
      if (!moved) return
      const next = rerouted(editor, { ...connector, ...changed(input) })
      const { shape, anchor } = part === 'bend' ? {} : next[part]
      editor.attachment.set(shape === undefined ? null : { shape, ...(anchor && { anchor }) })
      editor.preview.set({ kind: 'change', shapes: new Map([[connector.id, next]]) })
    },
    pointerUp(input) {
      const next = end()
      // Somebody may have deleted it meanwhile.
      if (moved && editor.workshop.shapes.get(connector.id))
        editor.workshop.change((change) => change.update(connector.id, changed(input)))
      return next
    },
    cancel: end,
  }
}

/** A connector that is held at both ends cannot be moved: dragging it pulls its middle aside, where it has one. */
export function pullingMiddle(
  editor: Editor,
  down: PointerInput,
  idle: () => ToolState,
): ToolState | undefined {
  const connector = selectedConnector(editor)
  if (!connector || connector.start.shape === undefined || connector.end.shape === undefined) return undefined
  const grip = gripsOf(connector).find(({ part }) => part === 'bend')
  return grip && draggingGrip(grip, down, editor, idle)
}

type Change = Pick<Connector, 'start'> | Pick<Connector, 'end'> | Pick<Connector, 'bend'>

function bent({ bend = [0, 0] }: Connector, [dx, dy]: Vec): Change {
  return { bend: [bend[0] + dx, bend[1] + dy] }
}

function withEnd(connector: Connector, part: 'start' | 'end', input: PointerInput, editor: Editor): Change {
  const other = connector[part === 'start' ? 'end' : 'start']
  const attachment = input.shift ? undefined : attachmentFor(input, editor)
  // Both ends on one shape: a line that begins and ends on the same thing connects nothing.
  const same = attachment !== undefined && attachment.shape === other.shape
  const point = input.shift ? inSteps(other.point, input.point) : input.point
  const next: ConnectorEnd = endFor(point, same ? undefined : attachment)
  return part === 'start' ? { start: next } : { end: next }
}
