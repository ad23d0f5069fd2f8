import type { Store } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'

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
  filled(editor.selection),
  given(editor.preview),
  given(editor.marquee),
  given(editor.ghost),
  given(editor.editing),
  given(editor.hint),
  given(editor.attachment),
  given(editor.dots),
  filled(editor.found),
  listed(editor.draft),
  listed(editor.guides),
  listed(editor.inside),
  { store: editor.noteColor, shows: () => false },
]
