import { unionOf, type Box } from '../../shared/geometry/box.ts'
import { unitsOf } from '../../shared/model/groups.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { selectedShapes, type Editor } from './editor.ts'

/** What is said and asked about the selection, worked out at most once per change however large it is. */
export interface SelectionFacts {
  readonly count: number
  /** How many there are of each kind; in the order in which kinds come up, bottom to top. */
  readonly kinds: ReadonlyMap<Shape['kind'], number>
  /** Groups and single shapes that are not locked. */
  readonly units: number
  /** Groups among them. */
  readonly groups: number
  readonly locked: number
  /** Around all of it; what is not locked, if something is not. Page units. */
  readonly bounds: Box | undefined
}

export interface SelectionReader {
  /** The same object until something about the selection changes. */
  get(): SelectionFacts
  dispose: Dispose
}

/** Reads the selection when asked, and not again before it has changed. */
export function createSelectionReader(
  editor: Pick<Editor, 'workshop' | 'selection' | 'inside' | 'board'>,
): SelectionReader {
  let facts: SelectionFacts | undefined
  const forget = (): void => void (facts = undefined)
  const { workshop, selection, inside } = editor
  const stops = [
    selection.subscribe(forget),
    inside.subscribe(forget),
    workshop.shapes.subscribe((changed) => {
      const selected = selection.get()
      for (const id of changed) if (selected.has(id)) return forget()
    }),
  ]
  return {
    get: () => (facts ??= readSelection(editor)),
    dispose: () => stops.forEach((stop) => stop()),
  }
}

function readSelection(editor: Pick<Editor, 'workshop' | 'selection' | 'inside' | 'board'>): SelectionFacts {
  const shapes = selectedShapes(editor)
  const free = shapes.filter(({ locked }) => !locked)
  const kinds = new Map<Shape['kind'], number>()
  for (const { kind } of shapes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const units = unitsOf(free, editor.inside.get())
  return {
    count: shapes.length,
    kinds,
    units: units.length,
    groups: units.filter(({ group }) => group !== undefined).length,
    locked: shapes.length - free.length,
    bounds: unionOf((free.length > 0 ? free : shapes).map(boundsOf)),
  }
}
