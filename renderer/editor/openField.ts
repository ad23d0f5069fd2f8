import type { ListKind } from '../../shared/model/lists.ts'
import type { TextLook } from '../../shared/model/markRuns.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Store } from '../../shared/util/store.ts'

/** What the selection in the field has in common, and what typing there would look like. */
export interface FieldState {
  readonly look: TextLook
  readonly list: ListKind | undefined
  /** Is anything selected, or only the caret there? */
  readonly selected: boolean
  /** Somebody asked for a link by its key: the popover for its address is to open. */
  readonly linking: boolean
}

/** The field in which a shape's text is being typed, as what lies around it may use it. */
export interface OpenField {
  readonly id: ShapeId
  readonly state: Store<FieldState>
  toggle(mark: 'bold' | 'italic'): void
  toggleList(kind: ListKind): void
  /** Links the selection, or with nothing selected the word or link at the caret; `null` takes the link away. */
  setLink(link: string | null): void
  /** Opens the popover for a link's address, or says that it was closed. */
  setLinking(linking: boolean): void
  focus(): void
}
