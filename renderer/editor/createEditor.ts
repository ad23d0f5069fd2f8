import { contains, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { NoteColor } from '../../shared/model/color.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../shared/model/ids.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import { createStore } from '../../shared/util/store.ts'
import type { Camera, Size } from './camera.ts'
import type { Editor } from './editor.ts'
import type { Preview } from './preview.ts'
import type { Tool, ToolId, ToolState } from './tool.ts'
import { handTool } from './tools/handTool.ts'
import { noteTool } from './tools/noteTool.ts'
import { selectTool } from './tools/selectTool.ts'

export interface EditorOptions {
  readonly workshop: Workshop
  readonly measure: Measure
  readonly readOnly?: boolean
}

const TOOLS: Readonly<Record<ToolId, Tool>> = { select: selectTool, hand: handTool, note: noteTool }

export function createEditor({ workshop, measure, readOnly = false }: EditorOptions): Editor {
  const tool = createStore<ToolId>('select')
  let state: ToolState = selectTool.start()

  const editor: Editor = {
    workshop,
    measure,
    readOnly,
    board: createStore<BoardId>(workshop.boards.all()[0]?.id ?? FIRST_BOARD),
    camera: createStore<Camera>({ x: 0, y: 0, zoom: 1 }),
    viewport: createStore<Size>({ w: 0, h: 0 }),
    selection: createStore<ReadonlySet<ShapeId>>(new Set()),
    preview: createStore<Preview | null>(null),
    marquee: createStore<Box | null>(null),
    editing: createStore<ShapeId | null>(null),
    ghost: createStore<Vec | null>(null),
    pointer: createStore<Vec | null>(null),
    noteColor: createStore<NoteColor>('yellow'),
    tool,
    cursor: createStore('default'),
    setTool(id) {
      editor.dispatch({ type: 'cancel' })
      editor.ghost.set(null)
      editor.editing.set(null)
      tool.set(id)
      editor.cursor.set(CURSORS[id])
      state = TOOLS[id].start()
    },
    dispatch(input) {
      const next =
        input.type === 'cancel' ? state.cancel?.(input, editor) : state[input.type]?.(input, editor)
      if (next) state = next
    },
    path: () => `${tool.get()}.${state.name}`,
    hitTest: (point) =>
      workshop.shapes
        .within(editor.board.get(), { x: point[0], y: point[1], w: 0, h: 0 })
        .findLast((shape) => contains(boundsOf(shape), point)),
    dispose: workshop.shapes.subscribe((changed) => forgetMissing(editor, changed)),
  }
  return editor
}

const CURSORS: Readonly<Record<ToolId, string>> = { select: 'default', hand: 'grab', note: 'crosshair' }

/** What somebody else deleted, or undo took back, can be neither selected nor edited. */
function forgetMissing({ workshop, selection, editing }: Editor, changed: ReadonlySet<ShapeId>): void {
  const gone = new Set([...changed].filter((id) => !workshop.shapes.get(id)))
  if (gone.size === 0) return
  const now = selection.get()
  if ([...gone].some((id) => now.has(id))) selection.set(new Set([...now].filter((id) => !gone.has(id))))
  const edited = editing.get()
  if (edited !== null && gone.has(edited)) editing.set(null)
}
