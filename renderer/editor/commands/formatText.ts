import type { ListKind } from '../../../shared/model/lists.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { commonLook, lookFrom, type MarkPatch, type TextLook } from '../../../shared/model/markRuns.ts'
import { hasText, type Texted } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { listChange, listOf } from '../textEdits.ts'
import { changeTexts } from './setText.ts'

/** What several texts have in common: how they look, and what kind of list they are. */
export interface TextFormat {
  readonly look: TextLook
  readonly list: ListKind | undefined
}

/** The shapes among `ids` that hold text and may be changed. */
function textsOf({ workshop }: Editor, ids: Iterable<ShapeId>): readonly Texted[] {
  return [...ids].flatMap((id) => {
    const shape = workshop.shapes.get(id)
    return shape && hasText(shape) && shape.text !== '' && !isLocked({ workshop }, shape) ? [shape] : []
  })
}

/** What so many texts have in common stands for all that are selected. */
const SAMPLE = 200

const whole = ({ text }: Texted) => ({ from: 0, to: text.length })

/** What the texts of these shapes have in common; nothing if none has any text. */
export function formatOf(editor: Editor, ids: Iterable<ShapeId>): TextFormat | undefined {
  const texts = textsOf(editor, [...ids].slice(0, SAMPLE))
  const [first, ...rest] = texts.map((shape) => ({
    look: commonLook(shape.text, shape.marks ?? [], whole(shape)),
    list: listOf(shape.text, whole(shape)),
  }))
  if (!first) return undefined
  const same = <K extends keyof TextLook>(field: K) =>
    rest.every(({ look }) => look[field] === first.look[field]) ? first.look[field] : undefined
  return {
    look: lookFrom({ bold: same('bold'), italic: same('italic'), link: same('link') }),
    list: rest.every(({ list }) => list === first.list) ? first.list : undefined,
  }
}

/** Makes the whole text of shapes bold or italic; if all of it is, takes that away. One step. */
export function toggleMark(editor: Editor, ids: Iterable<ShapeId>, mark: 'bold' | 'italic'): void {
  const on = formatOf(editor, ids)?.look[mark] !== true
  patchAll(editor, ids, { [mark]: on || null })
}

/** Links the whole text of shapes to an address, or with `null` takes all links away. One step. */
export function setLink(editor: Editor, ids: Iterable<ShapeId>, link: string | null): void {
  patchAll(editor, ids, { link })
}

function patchAll(editor: Editor, ids: Iterable<ShapeId>, patch: MarkPatch): void {
  changeTexts(
    editor,
    textsOf(editor, ids).map((shape) => ({
      id: shape.id,
      change: { edits: [], marks: [{ ...whole(shape), patch }] },
    })),
  )
}

/** Makes every line of the texts an item of a list; if all are, plain lines. One step. */
export function toggleList(editor: Editor, ids: Iterable<ShapeId>, kind: ListKind): void {
  const off = formatOf(editor, ids)?.list === kind
  changeTexts(
    editor,
    textsOf(editor, ids)
      .filter((shape) => off || listOf(shape.text, whole(shape)) !== kind)
      .map((shape) => ({ id: shape.id, change: listChange(shape.text, whole(shape), kind) })),
  )
}

/** The addresses that a shape's text links to, each once. */
export function linksOf({ workshop }: Editor, id: ShapeId): readonly string[] {
  const shape = workshop.shapes.get(id)
  if (!shape || !hasText(shape)) return []
  return [...new Set(shape.marks?.flatMap(({ link }) => link ?? []))]
}
