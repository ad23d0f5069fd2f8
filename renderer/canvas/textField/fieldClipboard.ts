import { lookFrom, marksWithin, type TextEdit } from '../../../shared/model/markRuns.ts'
import { parseText, TEXT_TYPE, writeText, type CopiedText } from '../../editor/copiedText.ts'
import { newLinks, toLink, typeDelete, typeText, type Typed, type TypedText } from '../../editor/textEdits.ts'
import type { Field } from './openTextField.ts'
import { rangeOf } from './paragraphElements.ts'

/** Copying and pasting within the field: text is text, and what looks different is kept among our own fields. */
export function listenToFieldClipboard(field: Field, options: { readonly signal: AbortSignal }): void {
  const { field: element } = field
  const copy = (event: ClipboardEvent): void => {
    event.preventDefault()
    const { text, marks: all } = field.content()
    const range = rangeOf(field.selection() ?? { anchor: 0, focus: 0 })
    if (range.from === range.to || !event.clipboardData) return
    const part = text.slice(range.from, range.to)
    event.clipboardData.setData('text/plain', part)
    event.clipboardData.setData(TEXT_TYPE, writeText({ text: part, marks: marksWithin(all, range) }))
    if (event.type === 'cut') field.run(typeDelete({ text, marks: all, range }, range))
  }
  element.addEventListener('copy', copy, options)
  element.addEventListener('cut', copy, options)
  element.addEventListener(
    'paste',
    (event) => {
      event.preventDefault()
      const selection = field.selection()
      if (!event.clipboardData || !selection) return
      const typed: TypedText = {
        ...field.content(),
        range: rangeOf(selection),
        look: field.format.takeLook(),
      }
      const own = parseText(event.clipboardData.getData(TEXT_TYPE))
      const plain = event.clipboardData.getData('text/plain')
      if (own && own.text === plain) field.run(withLooks(typed, own))
      else if (plain !== '') field.run(pasted(typed, plain))
    },
    options,
  )
}

/** Text from elsewhere. An address put onto selected words links them. */
export function pasted(typed: TypedText, data: string): Typed {
  const text = data.replaceAll(/\r\n?/g, '\n')
  const { range } = typed
  const link = /^(?:https?:\/\/|www\.)\S+$/i.test(text.trim()) ? toLink(text) : undefined
  if (link !== undefined && range.to > range.from && !/\s/.test(text.trim()))
    return { change: { edits: [], marks: [{ ...range, patch: { link } }] }, caret: range.to }
  return typeText(typed, text)
}

/** A part of our own text with how it looks. */
function withLooks({ range }: TypedText, { text, marks: own }: CopiedText): Typed {
  const edit: TextEdit = { ...range, insert: text, look: {} }
  const looks = own
    .filter(({ to }) => to <= text.length)
    .map(({ from, to, ...look }) => ({ from: range.from + from, to: range.from + to, patch: lookFrom(look) }))
  const links = newLinks(text, own, { from: 0, to: text.length }).map(({ from, to, patch }) => ({
    from: range.from + from,
    to: range.from + to,
    patch,
  }))
  return { change: { edits: [edit], marks: [...looks, ...links] }, caret: range.from + text.length }
}
