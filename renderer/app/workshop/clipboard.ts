import type { Dispose, Store } from '../../../shared/util/store.ts'
import { addNotes, MOST_NOTES_AT_ONCE, type NewNote } from '../../editor/commands/addNotes.ts'
import { addShapes } from '../../editor/commands/addShapes.ts'
import { addText } from '../../editor/commands/addText.ts'
import { placeForNew } from '../../editor/commands/lookAt.ts'
import { withoutShownViews } from '../../editor/commands/viewCopies.ts'
import { removeShapes } from '../../editor/commands/removeShapes.ts'
import { cutWith, selectedWithContent } from '../../editor/carried.ts'
import type { AssetHash } from '../../../shared/model/asset.ts'
import { sub, type Vec } from '../../../shared/geometry/vec.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import {
  middleOfShapes,
  parseShapes,
  SHAPES_TYPE,
  textOfShapes,
  writeShapes,
} from '../../editor/copiedShapes.ts'
import { shapesInOrder, type Editor } from '../../editor/editor.ts'
import { meansImage } from '../../import/pastedImages.ts'
import { clipboardNotes, type PastedNotes } from '../../import/clipboardNotes.ts'

/** What became of a paste. */
export type Pasted =
  | { readonly kind: 'notes'; readonly count: number }
  /** So many that making them takes a while: for the caller to do, showing how far it is. */
  | ({ readonly kind: 'many' } & ManyNotes)
  /** Image files, for the caller to read and to add. */
  | { readonly kind: 'images'; readonly files: readonly File[]; readonly place: Vec }
  /** Shapes with images that this workshop may lack: for the caller to bring. */
  | { readonly kind: 'shapes'; readonly count: number; readonly assets: ReadonlySet<AssetHash> }
  | { readonly kind: 'nothing' }
  /** Maps and storyboards of journeys that are on a board already, or not in this workshop. */
  | { readonly kind: 'views' }
  | { readonly kind: 'tooMany'; readonly count: number }

export interface ManyNotes {
  readonly notes: readonly NewNote[]
  readonly columns?: number
  /** Page point around which they belong. */
  readonly place: Vec
}

/** Up to this many are made without more ado. */
const FEW = 300

/**
 * Cut, copy and paste of shapes, wherever the focus is, unless it is in a text field: that has its own. While `plain`
 * is on, the next paste is of text alone.
 */
export function listenToClipboard(
  editor: Editor,
  onPasted: (result: Pasted) => void,
  plain: Store<boolean>,
): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }

  function copy(event: ClipboardEvent, shapes: readonly Shape[]): boolean {
    if (isTyping(event) || !event.clipboardData || shapes.length === 0) return false
    event.clipboardData.setData(SHAPES_TYPE, writeShapes(shapes))
    event.clipboardData.setData('text/plain', textOfShapes(shapes))
    event.preventDefault()
    return true
  }

  // The key says so before the paste does; the menu sets `plain` itself.
  document.addEventListener(
    'keydown',
    ({ code, shiftKey, ctrlKey, metaKey }) => {
      if (code === 'KeyV' && (ctrlKey || metaKey)) plain.set(shiftKey)
    },
    { ...options, capture: true },
  )
  document.addEventListener('copy', (event) => void copy(event, selectedWithContent(editor)), options)
  document.addEventListener(
    'cut',
    (event) => {
      // With what lies in a section, too: it can be put elsewhere as a whole.
      const ids = cutWith(editor, editor.selection.get())
      if (!editor.readOnly && copy(event, shapesInOrder(editor, ids))) removeShapes(editor, ids)
    },
    options,
  )
  document.addEventListener(
    'paste',
    (event) => {
      if (isTyping(event) || !event.clipboardData || editor.readOnly) return
      event.preventDefault()
      if (plain.get()) {
        plain.set(false)
        return pasteAsText(editor, event.clipboardData, onPasted)
      }
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

/** All of the text as one text on the board, with its line breaks, whatever else is on the clipboard. */
function pasteAsText(editor: Editor, clipboard: DataTransfer, onPasted: (result: Pasted) => void): void {
  const text = clipboard.getData('text/plain').replaceAll(/\r\n?/g, '\n').trimEnd()
  if (text.trim() === '') return onPasted({ kind: 'nothing' })
  addText(editor, text, placeForNew(editor))
  onPasted({ kind: 'notes', count: 1 })
}

/** Reads everything before the first pause: a clipboard event's contents are gone afterwards. */
async function paste(editor: Editor, clipboard: DataTransfer): Promise<Pasted> {
  const copied = parseShapes(clipboard.getData(SHAPES_TYPE))
  const shapes = withoutShownViews(editor, copied)
  const place = placeForNew(editor)
  if (copied.length > 0 && shapes.length === 0) return { kind: 'views' }
  if (shapes.length > 0) {
    addShapes(editor, shapes, sub(place, middleOfShapes(shapes)))
    const assets = new Set(shapes.flatMap((shape) => (shape.kind === 'image' ? [shape.asset] : [])))
    return { kind: 'shapes', count: shapes.length, assets }
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
