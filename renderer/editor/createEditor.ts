import type { Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { JourneyId } from '../../shared/journey/ids.ts'
import type { NoteColor } from '../../shared/model/color.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import { commonPath, type GroupPath } from '../../shared/model/groups.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import type { SceneWords } from '../../shared/scene/sceneWords.ts'
import { may } from '../../shared/session/role.ts'
import { createStore, type Dispose } from '../../shared/util/store.ts'
import type { Attachment } from './attaching.ts'
import type { Chosen } from './chosen.ts'
import { endChoosing, type Connecting } from './commands/connectByKeys.ts'
import type { ConnectDots } from './connectDots.ts'
import { createBoardViews } from './boardViews.ts'
import type { Camera, Size } from './camera.ts'
import type { Editor } from './editor.ts'
import type { Guide } from './guide.ts'
import { hitTest } from './hitTest.ts'
import type { DropSpot } from './journey/cellsOnBoard.ts'
import type { LastCopies } from './lastCopies.ts'
import { NO_TRAIL, type LaserTrail } from './laserTrail.ts'
import type { LiveStroke } from './liveStroke.ts'
import type { MapDrag, MapPlus } from './mapDrag.ts'
import { FIRST_STYLE, type NextStyle } from './nextStyle.ts'
import { FIRST_VIEW, type ViewOptions } from './viewOptions.ts'
import { leaveTexts } from './leaveTexts.ts'
import type { FrameDrag } from './frameDrag.ts'
import type { OpenField } from './openField.ts'
import type { OpenPart } from './openPart.ts'
import { followParts } from './journey/followParts.ts'
import type { Preview } from './preview.ts'
import { createSelectionReader } from './selectionFacts.ts'
import type { StepMark } from './stepMark.ts'
import type { TransformHint } from './transformHint.ts'
import type { Fingers, Tool, ToolId, ToolState } from './tool.ts'
import { connectorTool } from './tools/connectorTool.ts'
import { formTool } from './tools/formTool.ts'
import { eraserTool } from './tools/eraserTool.ts'
import { handTool } from './tools/handTool.ts'
import { highlighterTool, penTool } from './tools/inkTool.ts'
import { laserTool } from './tools/laserTool.ts'
import { noteTool } from './tools/noteTool.ts'
import { sectionTool } from './tools/sectionTool.ts'
import { stampTool } from './tools/stampTool.ts'
import { selectTool } from './tools/selectTool.ts'
import { textTool } from './tools/textTool.ts'

export interface EditorOptions {
  readonly workshop: Workshop
  readonly measure: Measure
  readonly readOnly?: boolean
}

/** One for each tool that can be picked up. */
const TOOLS: Readonly<Record<ToolId, Tool>> = {
  select: selectTool,
  hand: handTool,
  note: noteTool,
  text: textTool,
  pen: penTool,
  highlighter: highlighterTool,
  eraser: eraserTool,
  rectangle: formTool('rectangle'),
  ellipse: formTool('ellipse'),
  diamond: formTool('diamond'),
  arrow: connectorTool('arrow'),
  line: connectorTool('line'),
  section: sectionTool,
  stamp: stampTool,
  laser: laserTool,
}

export function createEditor({ workshop, measure, readOnly = false }: EditorOptions): Editor {
  const tool = createStore<ToolId>('select')
  const board = createStore<BoardId>(workshop.boards.all()[0]?.id ?? FIRST_BOARD)
  const selection = createStore<ReadonlySet<ShapeId>>(new Set())
  const inside = createStore<GroupPath>([])
  const selected = createSelectionReader({ workshop, board, selection, inside })
  const { role } = workshop
  let state: ToolState = selectTool.start()

  const editor: Editor = {
    workshop,
    measure,
    role,
    get readOnly() {
      return readOnly || !may(role.get(), 'add')
    },
    get fixed() {
      return readOnly || !may(role.get(), 'structure')
    },
    board,
    camera: createStore<Camera>({ x: 0, y: 0, zoom: 1 }),
    viewport: createStore<Size>({ w: 0, h: 0 }),
    selection,
    selected,
    inside,
    lastCopies: createStore<LastCopies | null>(null),
    preview: createStore<Preview | null>(null),
    guides: createStore<readonly Guide[]>([]),
    drops: createStore<readonly DropSpot[]>([]),
    hint: createStore<TransformHint | null>(null),
    held: createStore<ReadonlySet<ShapeId>>(new Set()),
    marquee: createStore<Box | null>(null),
    editing: createStore<ShapeId | null>(null),
    field: createStore<OpenField | null>(null),
    ghost: createStore<Vec | null>(null),
    pointer: createStore<Vec | null>(null),
    author: createStore(''),
    noteColor: createStore<NoteColor>('yellow'),
    nextStyle: createStore<NextStyle>(FIRST_STYLE),
    draft: createStore<readonly Shape[]>([]),
    attachment: createStore<Attachment | null>(null),
    dots: createStore<ConnectDots | null>(null),
    connecting: createStore<Connecting | null>(null),
    fresh: createStore<ShapeId | null>(null),
    stroke: createStore<LiveStroke | null>(null),
    found: createStore<ReadonlySet<ShapeId>>(new Set()),
    laser: createStore<LaserTrail>(NO_TRAIL),
    fading: createStore<ReadonlySet<ShapeId>>(new Set()),
    keepTool: createStore(false),
    chosen: createStore<Chosen | null>(null),
    openPart: createStore<OpenPart | null>(null),
    mapDrag: createStore<MapDrag | null>(null),
    mapPlus: createStore<MapPlus | null>(null),
    laneMenu: createStore<{ readonly journey: JourneyId; readonly at: Vec } | null>(null),
    frameDrag: createStore<FrameDrag | null>(null),
    stepMarks: createStore<readonly StepMark[]>([]),
    words: createStore<SceneWords | undefined>(undefined),
    view: createStore<ViewOptions>(FIRST_VIEW),
    tool,
    fingers: createStore<Fingers>('untilPen'),
    cursor: createStore('default'),
    showBoard: (id) => views.show(id),
    setTool(id) {
      editor.inside.set([])
      editor.dispatch({ type: 'cancel' })
      editor.ghost.set(null)
      editor.attachment.set(null)
      editor.dots.set(null)
      editor.editing.set(null)
      editor.openPart.set(null)
      editor.fresh.set(null)
      tool.set(id)
      editor.cursor.set(CURSORS[id] ?? 'crosshair')
      state = TOOLS[id].start()
    },
    toolDone() {
      if (!editor.keepTool.get()) editor.setTool('select')
    },
    dispatch(input) {
      const acting = state
      if (input.type === 'pointerDown') {
        editor.fresh.set(null)
        endChoosing(editor, 'giveUp')
      }
      const next =
        input.type === 'cancel' ? state.cancel?.(input, editor) : state[input.type]?.(input, editor)
      // Where a handler picked up another tool, that tool has the word.
      if (next && state === acting) state = next
    },
    path: () => `${tool.get()}.${state.name}`,
    grabs: (input) => state.grabs?.(input, editor) ?? editor.hitTest(input.point) !== undefined,
    hitTest: (point) => hitTest(editor, point),
    dispose() {
      stops.forEach((stop) => stop())
      views.dispose()
    },
  }
  const stops = [
    selected.dispose,
    forgetFresh(editor),
    leaveTexts(editor),
    followParts(editor),
    forgetHovered(editor),
    workshop.shapes.subscribe((changed) => forgetMissing(editor, changed)),
    editor.selection.subscribe(() => stayInside(editor)),
    role.subscribe(() => putDown(editor)),
  ]
  const views = createBoardViews(editor, board)
  return editor
}

/** Tools that make something have a crosshair. */
const CURSORS: Readonly<Partial<Record<ToolId, string>>> = { select: 'default', hand: 'grab', text: 'text' }

/** What was just made is nothing new any more once something else is selected, or its text is open. */
function forgetFresh({ selection, editing, fresh }: Editor): Dispose {
  const look = () => {
    const id = fresh.get()
    if (id !== null && (editing.get() !== null || !selection.get().has(id))) fresh.set(null)
  }
  const stops = [selection.subscribe(look), editing.subscribe(look)]
  return () => stops.forEach((stop) => stop())
}

/** Nothing is under the pointer once it has left; and who selects something else no longer chooses what to connect. */
function forgetHovered(editor: Editor): Dispose {
  const { pointer, selection, dots, attachment, connecting } = editor
  const stops = [
    pointer.subscribe(() => {
      if (pointer.get() !== null) return
      dots.set(null)
      if (connecting.get() === null && editor.draft.get().length === 0) attachment.set(null)
    }),
    selection.subscribe(() => endChoosing(editor, 'giveUp')),
  ]
  return () => stops.forEach((stop) => stop())
}

/** What is in somebody's hands may not be theirs any more. */
function putDown(editor: Editor): void {
  editor.setTool('select')
  editor.chosen.set(null)
}

/** Who selects something out of the groups they are in is no longer in those. */
function stayInside({ workshop, selection, inside }: Editor): void {
  if (inside.get().length === 0) return
  const shapes = [...selection.get()].flatMap((id) => workshop.shapes.get(id) ?? [])
  inside.set(shapes.length === 0 ? [] : commonPath(inside.get(), shapes))
}

/** What somebody else deleted, or undo took back, or what is hidden now, can be neither selected nor edited. */
function forgetMissing({ workshop, selection, editing }: Editor, changed: ReadonlySet<ShapeId>): void {
  const gone = new Set([...changed].filter((id) => !workshop.shapes.get(id) || workshop.shapes.isHidden(id)))
  if (gone.size === 0) return
  const now = selection.get()
  if ([...gone].some((id) => now.has(id))) selection.set(new Set([...now].filter((id) => !gone.has(id))))
  const edited = editing.get()
  if (edited !== null && gone.has(edited)) editing.set(null)
}
