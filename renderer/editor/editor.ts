import type { Box } from '../../shared/geometry/box.ts'
import { contains, grow } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { NoteColor } from '../../shared/model/color.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import { createStore, type Dispose, type Store } from '../../shared/util/store.ts'
import type { Camera, Size } from './camera.ts'
import type { Preview } from './preview.ts'
import type { Input, Tool, ToolId, ToolState } from './tool.ts'
import { handTool } from './tools/handTool.ts'
import { noteTool } from './tools/noteTool.ts'
import { selectTool } from './tools/selectTool.ts'

/**
 * One board being worked on: the document, and the view's own state (which is neither saved nor synced). Headless:
 * it knows nothing of the screen, so tests drive it by hand.
 */
export interface Editor {
  readonly workshop: Workshop
  readonly measure: Measure
  readonly readOnly: boolean
  readonly board: Store<BoardId>
  readonly camera: Store<Camera>
  readonly viewport: Store<Size>
  readonly selection: Store<ReadonlySet<ShapeId>>
  readonly preview: Store<Preview | null>
  /** The rubber band, in page units. */
  readonly marquee: Store<Box | null>
  /** The note whose text is being typed. */
  readonly editing: Store<ShapeId | null>
  /** Where the note tool would put its note: the middle, in page units. */
  readonly ghost: Store<Vec | null>
  /** Where the pointer is over the canvas, in screen units; nothing when it is elsewhere. */
  readonly pointer: Store<Vec | null>
  /** Colour of the next note. */
  readonly noteColor: Store<NoteColor>
  readonly tool: Store<ToolId>
  /** CSS cursor for the canvas. */
  readonly cursor: Store<string>
  setTool(id: ToolId): void
  dispatch(input: Input): void
  /** Such as `select.moving`. */
  path(): string
  /** The topmost shape at a page point. */
  hitTest(point: Vec): Shape | undefined
  dispose: Dispose
}

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
        .within(editor.board.get(), grow({ x: point[0], y: point[1], w: 0, h: 0 }, 0))
        .findLast((shape) => contains(boundsOf(shape), point)),
    dispose: workshop.shapes.subscribe((changed) => forgetMissing(editor, changed)),
  }
  return editor
}

const CURSORS: Readonly<Record<ToolId, string>> = { select: 'default', hand: 'grab', note: 'crosshair' }

/** What somebody else deleted, or undo took back, can be neither selected nor edited. */
function forgetMissing({ workshop, selection, editing }: Editor, changed: ReadonlySet<ShapeId>): void {
  const gone = [...changed].filter((id) => !workshop.shapes.get(id))
  if (gone.length === 0) return
  const now = selection.get()
  if (gone.some((id) => now.has(id))) selection.set(new Set([...now].filter((id) => !gone.includes(id))))
  const edited = editing.get()
  if (edited !== null && gone.includes(edited)) editing.set(null)
}

/** The selected shapes that are there, bottom to top. */
export function selectedShapes({ workshop, selection, board }: Editor): readonly Shape[] {
  const ids = selection.get()
  if (ids.size === 0) return []
  if (ids.size < 50) {
    const found = [...ids].flatMap((id) => workshop.shapes.get(id) ?? [])
    return found.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  }
  return workshop.shapes.all(board.get()).filter((shape) => ids.has(shape.id))
}
