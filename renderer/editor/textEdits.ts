import { linksIn } from '../../shared/model/linksIn.ts'
import { listMarker, markerAt, nextMarker, typedMarker, type ListKind } from '../../shared/model/lists.ts'
import { lookForTyping, type TextEdit, type TextLook, type TextRange } from '../../shared/model/markRuns.ts'
import type { Mark } from '../../shared/model/marks.ts'
import { isSafeLink } from '../../shared/util/safeLink.ts'
import { directionOfText } from '../../shared/scene/direction.ts'
import type { MarkEdit, TextChange } from './commands/setText.ts'

/** A text being typed, what is selected in it, and how the next letter looks if that was chosen. */
export interface TypedText {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly range: TextRange
  readonly look?: TextLook | undefined
}

/** What a key press does, and where the caret is afterwards. */
export interface Typed {
  readonly change: TextChange
  readonly caret: number
}

const lookOf = ({ text, marks, range, look }: TypedText): TextLook =>
  look ?? lookForTyping(text, marks, range)

/** Puts text in place of what is selected. Addresses in it become links, and `- ` at a line's start a bullet. */
export function typeText(typed: TypedText, insert: string): Typed {
  const { text, range } = typed
  const edit: TextEdit = { ...range, insert, look: lookOf(typed) }
  const caret = range.from + insert.length
  const lineStart = text.lastIndexOf('\n', range.from - 1) + 1
  const marker = insert === ' ' ? typedMarker(`${text.slice(lineStart, range.from)} `) : undefined
  if (marker) {
    const list: TextEdit = { from: lineStart, to: caret, insert: marker, look: {} }
    return { change: { edits: [edit, list] }, caret: lineStart + marker.length }
  }
  const after = text.slice(0, range.from) + insert + text.slice(range.to)
  const ends = /\s$/.test(insert) ? newLinks(after, typed.marks, wordBefore(after, caret - 1)) : []
  const pasted = insert.length > 1 ? newLinks(after, [], { from: range.from, to: caret }) : []
  return { change: { edits: [edit], marks: [...ends, ...pasted] }, caret }
}

/** A new line: the next item in a list, and the end of the list after an empty item. */
export function typeEnter(typed: TypedText): Typed {
  const { text, marks, range } = typed
  const lineStart = text.lastIndexOf('\n', range.from - 1) + 1
  const lineEnd = text.indexOf('\n', range.to)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  const marker = listMarker(line)
  const at = range.from - lineStart
  if (marker && line.trimEnd() === marker.text.trimEnd() && at >= marker.text.trimEnd().length)
    return {
      change: { edits: [{ from: lineStart, to: lineStart + line.length, insert: '', look: {} }] },
      caret: lineStart,
    }
  const next = marker && at >= marker.text.length ? (nextMarker(line) ?? '') : ''
  const insert = `\n${next}`
  const edit: TextEdit = { ...range, insert, look: {} }
  return {
    change: { edits: [edit], marks: newLinks(text, marks, wordBefore(text, range.from)) },
    caret: range.from + insert.length,
  }
}

/** Takes a part of the text away. Backspace right after a marker takes the marker, and leaves the line. */
export function typeDelete({ text }: TypedText, range: TextRange): Typed | undefined {
  const { from, to } = whole(text, range)
  if (from === to) return undefined
  return { change: { edits: [{ from, to, insert: '', look: {} }] }, caret: from }
}

/** Backspace with nothing selected right behind a list's marker: the marker goes, and the line is a plain one. */
export function markerBefore(text: string, caret: number): TextRange | undefined {
  const from = text.lastIndexOf('\n', caret - 1) + 1
  const marker = listMarker(text.slice(from))
  return marker && caret === from + marker.text.length ? { from, to: caret } : undefined
}

/** Never half a character. */
function whole(text: string, { from, to }: TextRange): TextRange {
  const inside = (at: number) =>
    /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
  return { from: inside(from) ? from - 1 : from, to: inside(to) ? to + 1 : to }
}

/** The paragraphs of `range` become items of a list; if all are already, they become plain. */
export function listChange(text: string, range: TextRange, kind: ListKind): TextChange {
  const lines = linesIn(text, range)
  const isKind = (line: string) => {
    const marker = listMarker(line)
    return marker !== undefined && (marker.digits === undefined) === (kind === 'bullets')
  }
  const filled = lines.length > 1 ? lines.filter((line) => line.text.trim() !== '') : lines
  const off = filled.every((line) => isKind(line.text))
  let by = 0
  const edits = filled.map(({ from, text: line }, index): TextEdit => {
    const old = listMarker(line)?.text ?? ''
    const insert = off ? '' : markerAt(kind, index, directionOfText(line) === 'rtl')
    const edit = { from: from + by, to: from + by + old.length, insert, look: {} }
    by += insert.length - old.length
    return edit
  })
  return { edits: edits.filter(({ from, to, insert }) => to > from || insert !== '') }
}

/** What kind of list all paragraphs of `range` belong to. */
export function listOf(text: string, range: TextRange): ListKind | undefined {
  const kinds = linesIn(text, range).map((line) => {
    const marker = listMarker(line.text)
    return marker && (marker.digits === undefined ? 'bullets' : 'numbers')
  })
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined
}

function linesIn(
  text: string,
  { from, to }: TextRange,
): readonly { readonly from: number; readonly text: string }[] {
  const start = text.lastIndexOf('\n', from - 1) + 1
  let at = start
  return text
    .slice(start)
    .split('\n')
    .map((line) => {
      const begin = at
      at += line.length + 1
      return { from: begin, text: line }
    })
    .filter((line) => line.from <= to)
}

/** What people type without saying how it is reached. */
const WEB_ADDRESS = /(?<![\p{L}\p{N}./])www\.[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}]/giu

/** Addresses in a part of the text that are no links yet, as looks to give them. */
export function newLinks(text: string, marks: readonly Mark[], { from, to }: TextRange): readonly MarkEdit[] {
  const part = text.slice(from, to)
  const web = Array.from(part.matchAll(WEB_ADDRESS), ({ 0: address, index }) => ({
    from: index,
    to: index + address.length,
    link: toLink(address),
  }))
  return [...linksIn(part), ...web].flatMap((found): MarkEdit[] => {
    const [begin, end] = [from + found.from, from + found.to]
    const taken = marks.some((mark) => mark.link !== undefined && mark.from < end && mark.to > begin)
    return found.link !== undefined && !taken ? [{ from: begin, to: end, patch: { link: found.link } }] : []
  })
}

/** The address that a person meant; nothing if it is none that may be opened. */
export function toLink(typed: string): string | undefined {
  const trimmed = typed.trim()
  const link = /^[a-z][a-z\d+.-]*:/i.test(trimmed)
    ? trimmed
    : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)
      ? `mailto:${trimmed}`
      : /^[^\s/]+\.[^\s/.]{2,}(?:[/?#]\S*)?$/.test(trimmed)
        ? `https://${trimmed}`
        : undefined
  return link !== undefined && isSafeLink(link) ? link : undefined
}

/** The word that ends at `to`, and all of it. */
export function wordBefore(text: string, to: number): TextRange {
  let from = to
  while (from > 0 && !/\s/.test(text[from - 1] ?? '')) from--
  return { from, to }
}

/** What a link is set on: what is selected, else the whole link or the word at the caret. */
export function linkRange(text: string, marks: readonly Mark[], range: TextRange): TextRange {
  if (range.from < range.to) return range
  const at = range.from
  const link = marks.find((mark) => mark.link !== undefined && mark.from <= at && at <= mark.to)
  if (link) return link
  const { from } = wordBefore(text, at)
  const after = /^\S*/.exec(text.slice(at))?.[0].length ?? 0
  return { from, to: at + after }
}
