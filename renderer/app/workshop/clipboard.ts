import type { Dispose } from '../../../shared/util/store.ts'
import { addNotes, MOST_NOTES_AT_ONCE, type NewNote } from '../../editor/commands/addNotes.ts'
import { addShapes } from '../../editor/commands/addShapes.ts'
import { deleteSelection } from '../../editor/commands/deleteSelection.ts'
import { placeForNew } from '../../editor/commands/lookAt.ts'
import { sub, type Vec } from '../../../shared/geometry/vec.ts'
import {
  middleOfShapes,
  parseShapes,
  SHAPES_TYPE,
  textOfShapes,
  writeShapes,
} from '../../editor/copiedShapes.ts'
import { selectedShapes, type Editor } from '../../editor/editor.ts'
import { meansImage } from '../../import/pastedImages.ts'
import { clipboardNotes, type PastedNotes } from '../../import/clipboardNotes.ts'

/** What became of a paste. */
export type Pasted =
  | { readonly kind: 'notes'; readonly count: number }
  /** So many that making them takes a while: for the caller to do, showing how far it is. */
  | ({ readonly kind: 'many' } & ManyNotes)
  /** Image files, for the caller to read and to add. */
  | { readonly kind: 'images'; readonly files: readonly File[]; readonly place: Vec }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tooMany'; readonly count: number }

export interface ManyNotes {
  readonly notes: readonly NewNote[]
  readonly columns?: number
  /** Page point around which they belong. */
  readonly place: Vec
}

/** Up to this many are made without more ado. */
const FEW = 300

/** Cut, copy and paste of notes, wherever the focus is, unless it is in a text field: that has its own. */
export function listenToClipboard(editor: Editor, onPasted: (result: Pasted) => void): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }

  function copy(event: ClipboardEvent): boolean {
    const shapes = selectedShapes(editor)
    if (isTyping(event) || !event.clipboardData || shapes.length === 0) return false
    event.clipboardData.setData(SHAPES_TYPE, writeShapes(shapes))
    event.clipboardData.setData('text/plain', textOfShapes(shapes))
    event.preventDefault()
    return true
  }

  document.addEventListener('copy', (event) => void copy(event), options)
  document.addEventListener(
    'cut',
    (event) => {
      if (!editor.readOnly && copy(event)) deleteSelection(editor)
    },
    options,
  )
  document.addEventListener(
    'paste',
    (event) => {
      if (isTyping(event) || !event.clipboardData || editor.readOnly) return
      event.preventDefault()
      void paste(editor, event.clipboardData).then(onPasted)
    },
    options,
  )
  return () => stop.abort()
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, [contenteditable], [role=dialog]') !== null
  )
}

/** Reads everything before the first pause: a clipboard event's contents are gone afterwards. */
async function paste(editor: Editor, clipboard: DataTransfer): Promise<Pasted> {
  const shapes = parseShapes(clipboard.getData(SHAPES_TYPE))
  const place = placeForNew(editor)
  if (shapes.length > 0) {
    addShapes(editor, shapes, sub(place, middleOfShapes(shapes)))
    return { kind: 'notes', count: shapes.length }
  }
  const [html, text] = [clipboard.getData('text/html'), clipboard.getData('text/plain')]
  const files = [...clipboard.files]
  if (files.length > 0 && meansImage(html, text)) return { kind: 'images', files, place }
  const notes = clipboardNotes(html, text)
  return notes ? addPasted(editor, notes, place) : { kind: 'nothing' }
}

async function addPasted(editor: Editor, { texts, columns }: PastedNotes, place: Vec): Promise<Pasted> {
  const count = texts.filter((text) => text !== '').length
  if (count > MOST_NOTES_AT_ONCE) return { kind: 'tooMany', count }
  const notes = texts.map((text) => ({ text }))
  const grid = columns === undefined ? {} : { columns }
  if (notes.length > FEW) return { kind: 'many', notes, place, ...grid }
  return { kind: 'notes', count: await addNotes(editor, notes, place, grid) }
}
