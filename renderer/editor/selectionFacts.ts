import type { Box } from '../../shared/geometry/box.ts'
import type { NoteColor } from '../../shared/model/color.ts'
import { unitBox, unitsOf } from '../../shared/model/groups.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { hasNoteColor, type Shape } from '../../shared/model/shape.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { selectedShapes, type Editor } from './editor.ts'
import { isCard } from './journey/cellsOnBoard.ts'
import { isLocked } from './locks.ts'
import { selectionBox, selectionFrame, type SelectionFrame } from './resizing.ts'

/** What is said and asked about the selection, worked out at most once per change however large it is. */
export interface SelectionFacts {
  readonly count: number
  /** How many there are of each kind; in the order in which kinds come up, bottom to top. */
  readonly kinds: ReadonlyMap<Shape['kind'], number>
  /** Groups and single shapes that are not locked. */
  readonly units: number
  /** The colour of all selected notes, sections and figures; nothing if they differ. */
  readonly noteColor: NoteColor | undefined
  /** Groups among them. */
  readonly groups: number
  readonly locked: number
  /** Around all of it. Page units. */
  readonly bounds: Box | undefined
  /** What can be changed, and the frame whose handles do it; no frame where there is nothing to drag. */
  readonly free: readonly Shape[]
  readonly frame: SelectionFrame | undefined
  /** Sections stay upright, and connectors alone have nothing to turn about. */
  readonly canRotate: boolean
  /** Around each group. */
  readonly groupBoxes: readonly Box[]
  /** Around the group that was gone into. */
  readonly insideBox: Box | undefined
}

export interface SelectionReader {
  /** The same object until something about the selection changes. */
  get(): SelectionFacts
  dispose: Dispose
}

type ReadFrom = Pick<Editor, 'workshop' | 'selection' | 'inside' | 'board'>

/** Reads the selection when asked, and not again before it has changed. */
export function createSelectionReader(editor: ReadFrom): SelectionReader {
  let facts: SelectionFacts | undefined
  const forget = (): void => void (facts = undefined)
  const { workshop, selection, inside } = editor
  const stops = [
    selection.subscribe(forget),
    inside.subscribe(forget),
    workshop.role.subscribe(forget),
    workshop.shapes.subscribe((changed, before) => {
      const selected = selection.get()
      // A section locks what lies in it.
      const isSection = (id: ShapeId) => (workshop.shapes.get(id) ?? before.get(id))?.kind === 'section'
      for (const id of changed) if (selected.has(id) || isSection(id)) return forget()
    }),
  ]
  return {
    get: () => (facts ??= readSelection(editor)),
    dispose: () => stops.forEach((stop) => stop()),
  }
}

function readSelection(editor: ReadFrom): SelectionFacts {
  const shapes = selectedShapes(editor)
  const free = shapes.filter((shape) => !isLocked(editor, shape))
  const kinds = new Map<Shape['kind'], number>()
  for (const { kind } of shapes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const units = unitsOf(free, editor.inside.get())
  const groups = units.filter(({ group }) => group !== undefined)
  return {
    count: shapes.length,
    kinds,
    units: units.length,
    noteColor: commonColor(shapes),
    groups: groups.length,
    locked: shapes.length - free.length,
    bounds: selectionBox(shapes),
    free,
    frame: free.some((shape) => isFixed(editor, shape)) ? undefined : selectionFrame(free),
    canRotate: free.some(({ kind }) => kind !== 'connector') && free.every(({ kind }) => kind !== 'section'),
    groupBoxes: groups.map(unitBox),
    insideBox: insideBox(editor),
  }
}

/** Its size follows from what it shows or where it lies, so there is nothing to drag. */
const isFixed = (editor: ReadFrom, shape: Shape): boolean =>
  shape.kind === 'map' || shape.kind === 'storyboard' || isCard(editor, shape)

function insideBox({ workshop, inside, board }: ReadFrom): Box | undefined {
  const group = inside.get().at(-1)
  if (group === undefined) return undefined
  return selectionBox(workshop.shapes.members(group).filter((shape) => shape.board === board.get()))
}

function commonColor(shapes: readonly Shape[]): NoteColor | undefined {
  let common: NoteColor | undefined
  for (const shape of shapes) {
    if (!hasNoteColor(shape)) continue
    if (common !== undefined && common !== shape.style.color) return undefined
    common = shape.style.color
  }
  return common
}
