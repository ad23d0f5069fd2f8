import type { Editor } from '../editor.ts'
import { longerTrail, type LaserPoint } from '../laserTrail.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** Draws a line that shows others what is meant, and goes out by itself. */
export const laserTool: Tool = { id: 'laser', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerDown(input, editor) {
      glow(editor, [{ point: input.point, at: performance.now(), first: true }])
      return pointing()
    },
  }
}

function pointing(): ToolState {
  const letGo = (editor: Editor): ToolState => {
    editor.laser.set({ ...editor.laser.get(), held: false })
    return idle()
  }
  return {
    name: 'pointing',
    pointerMove(input: PointerInput, editor) {
      const at = performance.now()
      glow(
        editor,
        (input.points ?? [input]).map(({ point }) => ({ point, at })),
      )
    },
    pointerUp: (_, editor) => letGo(editor),
    cancel: (_, editor) => letGo(editor),
  }
}

const glow = (editor: Editor, points: readonly LaserPoint[]): void =>
  editor.laser.set(longerTrail(editor.laser.get(), points, performance.now()))
