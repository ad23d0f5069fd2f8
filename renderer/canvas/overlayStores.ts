import type { Store } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import { showsStuckHeads } from '../editor/journey/stickyHeads.ts'

/** A store, and whether what is in it now shows anything over the board. */
interface OverlayStore {
  readonly store: Pick<Store<unknown>, 'subscribe'>
  readonly shows: () => boolean
}

const given = <T>(store: Store<T | null>): OverlayStore => ({ store, shows: () => store.get() !== null })
const filled = (store: Store<ReadonlySet<unknown>>): OverlayStore => ({
  store,
  shows: () => store.get().size > 0,
})
const listed = (store: Store<readonly unknown[]>): OverlayStore => ({
  store,
  shows: () => store.get().length > 0,
})

/**
 * Everything that what lies over the board is painted from. As long as nothing of it shows, the view may move without
 * the overlay being painted.
 */
export const overlayStores = (editor: Editor): readonly OverlayStore[] => [
  { store: editor.selection, shows: () => showsSelection(editor) },
  { store: editor.preview, shows: () => showsPreview(editor) },
  { store: editor.camera, shows: () => showsStuckHeads(editor) },
  given(editor.marquee),
  given(editor.ghost),
  given(editor.editing),
  given(editor.hint),
  given(editor.attachment),
  given(editor.dots),
  given(editor.frameDrag),
  given(editor.chosen),
  filled(editor.found),
  listed(editor.draft),
  listed(editor.guides),
  listed(editor.drops),
  listed(editor.stepMarks),
  given(editor.mapDrag),
  given(editor.mapPlus),
  listed(editor.inside),
  { store: editor.noteColor, shows: () => false },
]

/** What is being moved takes the lines around it along; only those around groups are painted over the board then. */
function showsSelection({ selection, preview, selected }: Editor): boolean {
  if (selection.get().size === 0) return false
  const { groupBoxes, insideBox, locked } = selected.get()
  return preview.get()?.kind !== 'move' || groupBoxes.length > 0 || insideBox !== undefined || locked > 0
}

function showsPreview({ preview }: Editor): boolean {
  const now = preview.get()
  return now !== null && (now.kind === 'change' || (now.follow?.size ?? 0) > 0)
}
