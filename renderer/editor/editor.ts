import type { Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { JourneyId } from '../../shared/journey/ids.ts'
import type { NoteColor } from '../../shared/model/color.ts'
import type { GroupPath } from '../../shared/model/groups.ts'
import type { BoardId, ShapeId } from '../../shared/model/ids.ts'
import { byOrder } from '../../shared/model/order.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import type { Role } from '../../shared/session/role.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import type { SceneWords } from '../../shared/scene/sceneWords.ts'
import type { Dispose, Store } from '../../shared/util/store.ts'
import type { Attachment } from './attaching.ts'
import type { Chosen } from './chosen.ts'
import type { Connecting } from './commands/connectByKeys.ts'
import type { ConnectDots } from './connectDots.ts'
import type { Camera, Size } from './camera.ts'
import type { Guide } from './guide.ts'
import type { DropSpot } from './journey/cellsOnBoard.ts'
import type { LastCopies } from './lastCopies.ts'
import type { LaserTrail } from './laserTrail.ts'
import type { LiveStroke } from './liveStroke.ts'
import type { MapDrag, MapPlus } from './mapDrag.ts'
import type { NextStyle } from './nextStyle.ts'
import type { ViewOptions } from './viewOptions.ts'
import type { FrameDrag } from './frameDrag.ts'
import type { OpenField } from './openField.ts'
import type { OpenPart } from './openPart.ts'
import type { Preview } from './preview.ts'
import type { StepMark } from './stepMark.ts'
import type { SelectionReader } from './selectionFacts.ts'
import type { TransformHint } from './transformHint.ts'
import type { Fingers, Input, PointerInput, ToolId } from './tool.ts'

/**
 * One board being worked on: the document, and the view's own state (which is neither saved nor synced). Headless:
 * it knows nothing of the screen, so tests drive it by hand.
 */
export interface Editor {
  readonly workshop: Workshop
  readonly measure: Measure
  /** What the person at this window may do: all in a session, and everything outside of one. Set by whoever runs the session. */
  readonly role: Store<Role>
  /** Nothing can be changed: neither the file, nor by this person now. To be asked anew each time: roles change. */
  readonly readOnly: boolean
  /** How the workshop is built cannot be changed by this person now: boards, sections, storyboards, maps, journeys. */
  readonly fixed: boolean
  readonly board: Pick<Store<BoardId>, 'get' | 'subscribe'>
  readonly camera: Store<Camera>
  readonly viewport: Store<Size>
  readonly selection: Store<ReadonlySet<ShapeId>>
  /** The groups that were gone into, to select what is in them; the outermost first. All that is selected is in them. */
  readonly inside: Store<GroupPath>
  /** What there is to say about the selection. */
  readonly selected: SelectionReader
  readonly lastCopies: Store<LastCopies | null>
  readonly preview: Store<Preview | null>
  /** What is being dragged is lined up along these. */
  readonly guides: Store<readonly Guide[]>
  /** The cells of maps in which the notes being dragged would settle. */
  readonly drops: Store<readonly DropSpot[]>
  /** What is said while something is resized or turned. */
  readonly hint: Store<TransformHint | null>
  /** What others have in their hands just now: shown where they have it, not where it lies. */
  readonly held: Store<ReadonlySet<ShapeId>>
  /** The rubber band, in page units. */
  readonly marquee: Store<Box | null>
  /** The shape whose text is being typed. */
  readonly editing: Store<ShapeId | null>
  /** The field in which text is being typed, once it is there. */
  readonly field: Store<OpenField | null>
  /** Where the note tool would put its note: the middle, in page units. */
  readonly ghost: Store<Vec | null>
  /** Where the pointer is over the canvas, in screen units; nothing when it is elsewhere. */
  readonly pointer: Store<Vec | null>
  /** What this user calls themselves: new notes say so. Empty for nobody in particular. */
  readonly author: Store<string>
  /** Colour of the next note. */
  readonly noteColor: Store<NoteColor>
  /** How the next shape will look. */
  readonly nextStyle: Store<NextStyle>
  /** Shapes that are being drawn, on top of all others: not in the document yet. */
  readonly draft: Store<readonly Shape[]>
  /** What the end of a connector would be attached to if it was let go now. */
  readonly attachment: Store<Attachment | null>
  /** Dots beside the selected shape, from which connectors can be pulled. */
  readonly dots: Store<ConnectDots | null>
  /** What is being chosen by key to connect. */
  readonly connecting: Store<Connecting | null>
  /** What was just drawn and may have text: the next letter typed opens it. */
  readonly fresh: Store<ShapeId | null>
  /** The stroke under the pen. */
  readonly stroke: Store<LiveStroke | null>
  /** The parts of journeys that are selected: the same in a map and in a storyboard. Shapes are selected beside them. */
  readonly chosen: Store<Chosen | null>
  /** The part of a map or storyboard over which something is open. */
  readonly openPart: Store<OpenPart | null>
  /** What is being dragged in a map. */
  readonly mapDrag: Store<MapDrag | null>
  /** Where a step would be added to a map by a click. */
  readonly mapPlus: Store<MapPlus | null>
  /** For which journey, and where on the screen, it is asked which lane to add. */
  readonly laneMenu: Store<{ readonly journey: JourneyId; readonly at: Vec } | null>
  /** Frames that are being dragged to another place in their track. */
  readonly frameDrag: Store<FrameDrag | null>
  /** What is said of steps while two versions of a journey are compared. */
  readonly stepMarks: Store<readonly StepMark[]>
  /** What the app itself puts into pictures, in the language of whoever looks at them. */
  readonly words: Store<SceneWords | undefined>
  readonly view: Store<ViewOptions>
  /** Shapes that hold what is being looked for. */
  readonly found: Store<ReadonlySet<ShapeId>>
  /** What the laser pointer has drawn a moment ago. */
  readonly laser: Store<LaserTrail>
  /** What the eraser has passed over: shown faint, gone when the pointer is up. */
  readonly fading: Store<ReadonlySet<ShapeId>>
  readonly tool: Store<ToolId>
  readonly fingers: Store<Fingers>
  /** Stay with a tool after it has made something, instead of going back to select. */
  readonly keepTool: Store<boolean>
  /** CSS cursor for the canvas. */
  readonly cursor: Store<string>
  /** Shows another board, as it was seen last, or all of it. Nothing is selected then. */
  showBoard(id: BoardId): void
  setTool(id: ToolId): void
  /** A tool has made what it was picked up for: back to select, unless tools are kept. */
  toolDone(): void
  dispatch(input: Input): void
  /** Such as `select.moving`. */
  path(): string
  /** Would pressing here take hold of something: a shape, a handle? */
  grabs(input: PointerInput): boolean
  /** The topmost shape at a page point. */
  hitTest(point: Vec): Shape | undefined
  dispose: Dispose
}

/** The selected shapes that are there, bottom to top. */
export const selectedShapes = (editor: Pick<Editor, 'workshop' | 'board' | 'selection'>): readonly Shape[] =>
  shapesInOrder(editor, editor.selection.get())

/** Those of `ids` that are there, bottom to top. */
export function shapesInOrder(
  { workshop, board }: Pick<Editor, 'workshop' | 'board'>,
  ids: ReadonlySet<ShapeId>,
): readonly Shape[] {
  if (ids.size === 0) return []
  if (ids.size < 50) {
    const found = [...ids].flatMap((id) => workshop.shapes.get(id) ?? [])
    return found.toSorted(byOrder)
  }
  return workshop.shapes.all(board.get()).filter((shape) => ids.has(shape.id))
}
