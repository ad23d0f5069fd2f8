import type { FieldSelection } from './paragraphElements.ts'

/** What stands in the field, whoever put it there: paragraphs become lines. */
export const textIn = (field: HTMLElement): string =>
  [...field.childNodes].map((block) => block.textContent ?? '').join('\n')

/** Offset in the text of a place in the field's elements; UTF-16 units. */
export function offsetOf(field: HTMLElement, node: Node, offset: number): number {
  if (node === field) {
    const blocks = [...field.childNodes].slice(0, offset)
    const before = blocks.reduce((sum, block) => sum + lengthOf(block) + 1, 0)
    return offset >= field.childNodes.length ? Math.max(0, before - 1) : before
  }
  let block: Node = node
  while (block.parentNode && block.parentNode !== field) block = block.parentNode
  if (block.parentNode !== field) return 0
  let before = 0
  for (let other = block.previousSibling; other; other = other.previousSibling) before += lengthOf(other) + 1
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return before + range.toString().length
}

const lengthOf = (node: Node): number => node.textContent?.length ?? 0

/** The selection, if it lies in the field. */
export function readSelection(field: HTMLElement): FieldSelection | undefined {
  const selection = document.getSelection()
  if (!selection?.anchorNode || !selection.focusNode) return undefined
  if (!field.contains(selection.anchorNode) || !field.contains(selection.focusNode)) return undefined
  return {
    anchor: offsetOf(field, selection.anchorNode, selection.anchorOffset),
    focus: offsetOf(field, selection.focusNode, selection.focusOffset),
  }
}

/** Selects a part of the field's text. */
export function writeSelection(field: HTMLElement, { anchor, focus }: FieldSelection): void {
  const from = placeOf(field, anchor)
  const to = anchor === focus ? from : placeOf(field, focus)
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

interface DomPlace {
  readonly node: Node
  readonly offset: number
}

function placeOf(field: HTMLElement, at: number): DomPlace {
  let left = at
  for (const block of field.childNodes) {
    const length = lengthOf(block)
    if (left <= length) return placeIn(block, left)
    left -= length + 1
  }
  return { node: field, offset: field.childNodes.length }
}

function placeIn(block: Node, at: number): DomPlace {
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let left = at
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = lengthOf(node)
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return { node: block, offset: 0 }
}
