import { listMarker } from '../../../shared/model/lists.ts'
import { marksWithin, runsOf, type TextRange } from '../../../shared/model/markRuns.ts'
import type { Mark } from '../../../shared/model/marks.ts'
import type { TextDirection } from '../../../shared/model/style.ts'
import { directionOfText } from '../../../shared/scene/direction.ts'
import type { Measure } from '../../../shared/scene/ops.ts'
import { paragraphsOf } from '../../../shared/scene/paragraphs.ts'

/** What a field shows. */
export interface FieldText {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly direction: TextDirection
  readonly weight: number
}

/** Where the selection begins and where it ends, in UTF-16 units of the text. The caret is at `focus`. */
export interface FieldSelection {
  readonly anchor: number
  readonly focus: number
}

export const rangeOf = ({ anchor, focus }: FieldSelection): TextRange => ({
  from: Math.min(anchor, focus),
  to: Math.max(anchor, focus),
})

const shown = new WeakMap<HTMLElement, readonly string[]>()

/**
 * Makes `field` show a text: one block a paragraph, so that each has its own direction, with an element around every
 * run that looks different. Made of nodes, never of HTML. Only paragraphs that changed are touched.
 */
export function showParagraphs(field: HTMLElement, content: FieldText, measure: Measure): void {
  const paragraphs = paragraphsIn(content)
  const keys = paragraphs.map(({ text, marks, direction }) => `${direction}${JSON.stringify(marks)}${text}`)
  const before = shown.get(field) ?? []
  shown.set(field, keys)
  let start = 0
  while (start < keys.length && start < before.length && keys[start] === before[start]) start++
  let end = 0
  while (
    end < keys.length - start &&
    end < before.length - start &&
    keys[keys.length - 1 - end] === before[before.length - 1 - end]
  )
    end++
  const blocks = [...field.children].filter((block) => block instanceof HTMLElement)
  // What an input method or the system's menu did to the elements is not known: then all of them are looked at.
  if (blocks.length !== before.length || field.childNodes.length !== blocks.length) {
    start = 0
    end = 0
  }
  const old = blocks.slice(start, blocks.length - end)
  const changed = paragraphs.slice(start, paragraphs.length - end).map((paragraph, index) => {
    const block = old[index] ?? document.createElement('div')
    fill(block, paragraph, content, measure)
    return block
  })
  for (const block of changed.slice(old.length))
    field.insertBefore(block, blocks[blocks.length - end] ?? null)
  for (const block of old.slice(changed.length)) block.remove()
  for (const node of field.childNodes) if (!(node instanceof HTMLElement)) node.remove()
}

/** The elements may be other than they were left: next time all of them are looked at. */
export const distrustParagraphs = (field: HTMLElement): void => void shown.delete(field)

interface FieldParagraph {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly direction: 'ltr' | 'rtl'
}

function paragraphsIn({ text, marks, direction }: FieldText): readonly FieldParagraph[] {
  let from = 0
  return text.split('\n').map((paragraph) => {
    const own = marksWithin(marks, { from, to: from + paragraph.length })
    from += paragraph.length + 1
    return {
      text: paragraph,
      marks: own,
      direction: direction === 'auto' ? directionOfText(paragraph) : direction,
    }
  })
}

function fill(block: HTMLElement, paragraph: FieldParagraph, { weight }: FieldText, measure: Measure): void {
  const { text, marks, direction } = paragraph
  block.dir = direction
  const item = listMarker(text) !== undefined
  const [set] = item ? paragraphsOf(text, marks, weight, measure) : []
  // The marker hangs out to the left of the item's lines, or to the right.
  block.style.paddingInlineStart = set ? `${set.hang}em` : ''
  block.style.textIndent = set ? `${-set.hang}em` : ''
  block.style.textAlign = item ? 'start' : ''
  const runs = runsOf(marks, 0, text.length)
  const nodes = runs.map((run) => ({ look: lookName(run), text: text.slice(run.from, run.to) }))
  const same =
    nodes.length > 0 &&
    block.childNodes.length === nodes.length &&
    nodes.every(({ look }, index) => nameOf(block.childNodes[index]) === look)
  if (same) nodes.forEach((node, index) => setData(textNodeIn(block.childNodes[index]), node.text))
  else block.replaceChildren(...(nodes.length === 0 ? [document.createElement('br')] : nodes.map(nodeFor)))
}

/** Names of a run's look: also the classes it is styled by. */
const lookName = ({ bold, italic, link }: Mark): string =>
  [bold && 'bold', italic && 'italic', link !== undefined && 'link'].filter(Boolean).join(' ')

function nodeFor({ look, text }: { readonly look: string; readonly text: string }): Node {
  if (look === '') return document.createTextNode(text)
  const span = document.createElement('span')
  span.dataset['look'] = look
  span.append(text)
  return span
}

/** The look of a node that `nodeFor` made and nobody changed since; nothing for any other. */
function nameOf(node: ChildNode | undefined): string | undefined {
  if (node instanceof Text) return ''
  if (!(node instanceof HTMLElement) || node.childNodes.length !== 1) return undefined
  return node.firstChild instanceof Text ? node.dataset['look'] : undefined
}

const textNodeIn = (node: ChildNode | undefined): Text | undefined =>
  node instanceof Text ? node : node?.firstChild instanceof Text ? node.firstChild : undefined

/** Changes only what differs: marks of the spelling checker elsewhere in the node stay. */
function setData(node: Text | undefined, next: string): void {
  if (!node || node.data === next) return
  const now = node.data
  let start = 0
  while (start < now.length && start < next.length && now[start] === next[start]) start++
  let end = 0
  const most = Math.min(now.length, next.length) - start
  while (end < most && now[now.length - 1 - end] === next[next.length - 1 - end]) end++
  node.replaceData(start, now.length - start - end, next.slice(start, next.length - end))
}
