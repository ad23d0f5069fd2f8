import type { ShapeId } from '../../shared/model/ids.ts'
import type { Dispose } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import { MANY_SELECTED } from './selectionOutlines.ts'

interface FollowedSet {
  get(): ReadonlySet<ShapeId>
  subscribe(listener: () => void): Dispose
}

/** Repaints those that come into a set or leave it. */
export function followSet(
  set: FollowedSet,
  repaintShapes: (ids: ReadonlySet<ShapeId>) => void,
): readonly Dispose[] {
  let last = set.get()
  return [
    set.subscribe(() => {
      const now = set.get()
      repaintShapes(new Set([...last, ...now]))
      last = now
    }),
  ]
}

/** The lines around many selected shapes are part of the board's picture. */
export function followMany({ selection }: Editor, repaint: () => void): readonly Dispose[] {
  let many = false
  return [
    selection.subscribe(() => {
      const now = selection.get().size >= MANY_SELECTED
      if (now || many) repaint()
      many = now
    }),
  ]
}

/** Whether notes say who wrote them is part of what they look like. */
export function onAuthorsChange({ view }: Editor, listener: () => void): Dispose {
  let shown = view.get().authors
  return view.subscribe(() => {
    if (view.get().authors === shown) return
    shown = view.get().authors
    listener()
  })
}

/** The app's own words in pictures are in another language. */
export const onWordsChange = ({ words }: Editor, listener: () => void): Dispose => words.subscribe(listener)
