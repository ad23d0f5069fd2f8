import type { InkPoint } from '../../../shared/model/inkPoints.ts'
import type { Ink } from '../../../shared/model/shape.ts'
import { addInk } from '../commands/addInk.ts'
import type { Editor } from '../editor.ts'
import { smoothInk, type LiveStroke } from '../liveStroke.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** Draws freehand; straight with Shift; a click makes a dot. One stroke is one shape, made when the pen is lifted. */
export const penTool: Tool = inkTool('pen')
/** The same with a broad line that one can see through. */
export const highlighterTool: Tool = inkTool('highlighter')

function inkTool(id: Ink['tool']): Tool {
  const idle = (): ToolState => ({
    name: 'idle',
    pointerDown: (input, editor) => (editor.readOnly ? undefined : drawing(id, input, editor, idle)),
  })
  return { id, start: idle }
}

function drawing(tool: Ink['tool'], down: PointerInput, editor: Editor, idle: () => ToolState): ToolState {
  const { stroke, highlighter, width } = editor.nextStyle.get()
  const first: InkPoint = { point: down.point, pressure: down.pressure }
  const smooth = smoothInk(first, editor.camera.get().zoom, down.pointer === 'pen')
  const points: InkPoint[] = [first]
  const line = (): LiveStroke => ({
    tool,
    color: tool === 'pen' ? stroke : highlighter,
    width,
    points,
  })
  const straight = (input: PointerInput): LiveStroke => ({
    ...line(),
    points: [
      { point: down.point, pressure: 0.5 },
      { point: input.point, pressure: 0.5 },
    ],
  })
  editor.stroke.set(line())
  return {
    name: 'drawing',
    pointerMove(input) {
      for (const point of input.points ?? [input]) points.push(smooth(point))
      editor.stroke.set(input.shift ? straight(input) : line())
    },
    pointerUp(input) {
      const last = points.at(-1)
      if (last && points.length > 1) points.push({ point: input.point, pressure: last.pressure })
      addInk(editor, input.shift && points.length > 1 ? straight(input) : line())
      editor.stroke.set(null)
      return idle()
    },
    cancel() {
      editor.stroke.set(null)
      return idle()
    },
  }
}
