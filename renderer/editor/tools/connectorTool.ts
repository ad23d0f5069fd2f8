import { distance, sub, type Vec } from '../../../shared/geometry/vec.ts'
import type { Connector } from '../../../shared/model/shape.ts'
import { attachmentAt, endFor, type Attachment } from '../attaching.ts'
import { addConnector, newConnector, type ConnectorTool } from '../commands/createConnector.ts'
import type { Editor } from '../editor.ts'
import { dragThreshold } from '../pointerReach.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** Draws a connector by dragging, or by a click at each end. Ends snap to shapes, unless Alt or Ctrl is held. */
export const connectorTool = (id: ConnectorTool): Tool => ({ id, start: () => idle(id) })

/** Where a line begins. */
interface Beginning {
  readonly point: Vec
  readonly screen: Vec
  readonly attachment: Attachment | undefined
}

function idle(tool: ConnectorTool): ToolState {
  return {
    name: 'idle',
    pointerMove: (input, editor) => {
      if (!editor.readOnly) editor.attachment.set(attachmentFor(input, editor) ?? null)
    },
    pointerDown(input, editor) {
      editor.editing.set(null)
      if (editor.readOnly) return undefined
      const attachment = attachmentFor(input, editor)
      editor.attachment.set(attachment ?? null)
      return pressing(tool, { point: input.point, screen: input.screen, attachment })
    },
    grabs: () => true,
  }
}

/** The button is down: a line is dragged, or its first end was clicked, we don't know yet. */
function pressing(tool: ConnectorTool, from: Beginning): ToolState {
  return {
    name: 'pressing',
    pointerMove(input, editor) {
      if (distance(input.screen, from.screen) < dragThreshold(input.pointer)) return
      return show(drawing(tool, from), input, editor)
    },
    pointerUp: () => placing(tool, from),
    cancel: (_, editor) => giveUp(tool, editor),
  }
}

function drawing(tool: ConnectorTool, from: Beginning): ToolState {
  return {
    name: 'drawing',
    pointerMove: (input, editor) => preview(tool, from, input, editor),
    pointerUp: (input, editor) => finish(tool, from, input, editor),
    cancel: (_, editor) => giveUp(tool, editor),
  }
}

/** The first end was clicked: the line follows the pointer until the next click. */
function placing(tool: ConnectorTool, from: Beginning): ToolState {
  return {
    name: 'placing',
    pointerMove: (input, editor) => preview(tool, from, input, editor),
    pointerDown: (input, editor) => show(drawing(tool, from), input, editor),
    cancel: (_, editor) => giveUp(tool, editor),
    grabs: () => true,
  }
}

function show(state: ToolState, input: PointerInput, editor: Editor): ToolState {
  state.pointerMove?.(input, editor)
  return state
}

function preview(tool: ConnectorTool, from: Beginning, input: PointerInput, editor: Editor): void {
  const { connector, attachment } = lineTo(tool, from, input, editor)
  editor.attachment.set(attachment ?? null)
  editor.draft.set([connector])
}

/** Shorter than this, nothing was meant; screen units. */
const LEAST_LENGTH = 6

function finish(tool: ConnectorTool, from: Beginning, input: PointerInput, editor: Editor): ToolState {
  const { connector } = lineTo(tool, from, input, editor)
  giveUp(tool, editor)
  // A double click begins and ends at one place: it goes on with the next click.
  if (distance(input.screen, from.screen) < LEAST_LENGTH) return placing(tool, from)
  editor.toolDone()
  addConnector(editor, connector)
  return idle(tool)
}

function giveUp(tool: ConnectorTool, editor: Editor): ToolState {
  editor.draft.set([])
  editor.attachment.set(null)
  return idle(tool)
}

function lineTo(
  tool: ConnectorTool,
  from: Beginning,
  input: PointerInput,
  editor: Editor,
): { readonly connector: Connector; readonly attachment: Attachment | undefined } {
  const attachment = input.shift ? undefined : attachmentFor(input, editor)
  // From a shape to itself is no connection: something on it is being pointed at.
  const within = attachment !== undefined && attachment.shape === from.attachment?.shape
  const start = endFor(from.point, within ? undefined : from.attachment)
  const to = input.shift ? inSteps(from.point, input.point) : input.point
  const end = endFor(to, within ? undefined : attachment)
  return {
    connector: newConnector(editor, tool, { start, end }),
    attachment: within ? undefined : attachment,
  }
}

export function attachmentFor(
  { point, alt, mod, pointer }: PointerInput,
  editor: Editor,
): Attachment | undefined {
  return alt || mod ? undefined : attachmentAt(editor, point, pointer)
}

/** Degrees between the directions that Shift allows. */
const STEP = 15

/** The point as far from `from` as `to` is, in the nearest direction of whole steps. */
export function inSteps(from: Vec, to: Vec): Vec {
  const [dx, dy] = sub(to, from)
  const step = (STEP * Math.PI) / 180
  const angle = Math.round(Math.atan2(dy, dx) / step) * step
  const length = Math.hypot(dx, dy)
  return [from[0] + length * Math.cos(angle), from[1] + length * Math.sin(angle)]
}
