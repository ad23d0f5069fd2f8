import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { Shape } from '../../../../shared/model/shape.ts'
import { replaceShapes } from '../../commands/replaceShapes.ts'
import type { Editor } from '../../editor.ts'
import { connectorsOn, following } from '../../following.ts'
import type { Guide } from '../../guide.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import type { TransformHint } from '../../transformHint.ts'

/** With more shapes than this, only the frame around them is drawn on the way: laying them all out takes too long. */
const MOST_DRAWN = 400

/** What a gesture makes of the shapes, and what it says of that. */
export interface Transformed {
  readonly hint: TransformHint
  readonly guides: readonly Guide[]
  readonly shapes: () => ReadonlyMap<ShapeId, Shape>
}

/** Shapes are changed as the pointer moves, and written when the button goes up. */
export function transforming(
  name: string,
  editor: Editor,
  shapes: readonly Shape[],
  transform: (input: PointerInput) => Transformed,
  idle: () => ToolState,
): ToolState {
  const ids = shapes.map(({ id }) => id)
  const connectors = shapes.length > MOST_DRAWN ? [] : connectorsOn(editor, ids)
  let moved = false

  const end = (): ToolState => {
    editor.preview.set(null)
    editor.guides.set([])
    editor.hint.set(null)
    editor.cursor.set('default')
    return idle()
  }
  return {
    name,
    pointerMove(input) {
      moved = true
      const { hint, guides, shapes: after } = transform(input)
      editor.guides.set(guides)
      editor.hint.set(hint)
      if (shapes.length > MOST_DRAWN) return
      const drawn = after()
      const followers = following(editor, connectors, (id) => drawn.get(id))
      editor.preview.set({ kind: 'change', shapes: new Map([...drawn, ...followers]) })
    },
    pointerUp(input) {
      const after = moved ? transform(input).shapes() : undefined
      const next = end()
      if (after) replaceShapes(editor, after)
      return next
    },
    cancel: end,
  }
}
