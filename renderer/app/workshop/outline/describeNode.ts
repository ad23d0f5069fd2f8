import type { TFunction } from 'i18next'
import type { TreeNode } from '../../../../shared/model/boardTree.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { ShapeIndex } from '../../../../shared/model/shapeIndex.ts'
import {
  hasNoteColor,
  textOf,
  type Connector,
  type ConnectorEnd,
  type Shape,
} from '../../../../shared/model/shape.ts'
import type { JourneyIndex } from '../../../../shared/journey/journeyIndex.ts'
import type { SceneWords } from '../../../../shared/scene/sceneWords.ts'
import { cellFacts, describePart, mapName, storyName } from './describePart.ts'
import { votesOf } from '../../../../shared/model/votes.ts'
import { figureName } from '../figures/figureName.ts'

/** Longer texts are cut in lists, in UTF-16 units: whoever wants all of it opens it. */
const MOST_LISTED = 300
/** The same for names within other names. */
const MOST_NAME = 40

export interface Describing {
  readonly shapes: Pick<ShapeIndex, 'get' | 'referrers'>
  readonly journeys: JourneyIndex
  readonly words: SceneWords
  readonly t: TFunction
  readonly language: string
}

/** What a row says. */
export interface NodeWords {
  /** What is shown: its text, or what it is where it has none. */
  readonly text: string
  /** It has no text of its own, so that `text` is about it. */
  readonly isAbout: boolean
  /** What is read out: the text and what kind of thing it is. */
  readonly name: string
  /** What else there is to know: colour, tags, author, votes, lock. */
  readonly details: string
}

/** What there is to read about a row; nothing if what it stands for is gone. */
export function describeNode(node: TreeNode, about: Describing): NodeWords | undefined {
  const { shapes, t, language } = about
  const shape = node.shape === undefined ? undefined : shapes.get(node.shape)
  const listed = (words: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(words)
  if (node.group !== undefined) {
    const name = t('outline.group', { count: node.members.length })
    return { text: name, isAbout: true, name, details: '' }
  }
  if (node.part) {
    const { details, ...words } = describePart(node.part, about)
    return { ...words, details: listed(details) }
  }
  if (!shape) return undefined
  const kind = t(`kind.${shape.kind}`)
  const own = oneLine(ownText(shape, about))
  const details = listed(detailsOf(shape, about, node.children.length))
  if (shape.kind === 'connector') {
    const run = runOf(shape, about)
    const name = own === '' ? run : t('outline.labelled', { what: own, text: run })
    return { text: name, isAbout: own === '', name, details }
  }
  if (own === '') {
    const text = WORDLESS.has(shape.kind) ? kind : t('outline.noText')
    const name = text === kind ? kind : t('outline.item', { text, kind })
    return { text, isAbout: true, name, details }
  }
  return { text: own, isAbout: false, name: t('outline.item', { text: own, kind }), details }
}

/** What is drawn rather than written. */
const WORDLESS: ReadonlySet<Shape['kind']> = new Set(['ink', 'image', 'figure'])

/** How something is called within another sentence. */
export function shortName(id: ShapeId, about: Describing): string {
  const { shapes, t } = about
  const shape = shapes.get(id)
  if (!shape) return ''
  const text = oneLine(ownText(shape, about))
  if (text === '') return t(`kind.${shape.kind}`)
  return text.length > MOST_NAME ? `${text.slice(0, MOST_NAME)}…` : text
}

function ownText(shape: Shape, { journeys, words, language, t }: Describing): string {
  if (shape.kind === 'map') return mapName(journeys.get('journeys', shape.journey), journeys, words)
  if (shape.kind === 'storyboard') return storyName(shape.story, journeys, words, language)
  if (shape.kind === 'image') return shape.alt
  if (shape.kind === 'figure') return figureName(shape, t)
  return shape.kind === 'stamp' ? shape.emoji : textOf(shape)
}

const oneLine = (text: string): string => text.slice(0, MOST_LISTED).replace(/\s+/g, ' ').trim()

/** "Arrow from A to B". Arrows read from the end without a head. */
function runOf({ start, end, style }: Connector, about: Describing): string {
  const { t } = about
  const nameOf = (at: ConnectorEnd) =>
    at.shape !== undefined && about.shapes.get(at.shape) ? shortName(at.shape, about) : undefined
  const isBackwards = style.startHead !== 'none' && style.endHead === 'none'
  const [from, to] = isBackwards ? [nameOf(end), nameOf(start)] : [nameOf(start), nameOf(end)]
  const isLine = style.startHead === 'none' && style.endHead === 'none'
  if (from !== undefined && to !== undefined)
    return isLine ? t('outline.lineBetween', { from, to }) : t('outline.between', { from, to })
  if (from !== undefined) return t('outline.from', { from })
  return to === undefined ? t('kind.connector') : t('outline.to', { to })
}

function detailsOf(shape: Shape, about: Describing, holds: number): readonly string[] {
  const { shapes, t } = about
  const words: string[] = []
  if (shape.kind === 'note' && shape.cell) words.push(...cellFacts(shape, about))
  if (hasNoteColor(shape)) words.push(t(`action.note.${shape.style.color}`))
  if (shape.kind === 'form') words.push(t(`action.tool.${shape.form}`))
  if (shape.kind === 'section') words.push(t('count.item', { count: shape.holds ?? holds }))
  if (shape.kind === 'section' && shape.collapsed) words.push(t('outline.collapsed'))
  if (shape.kind === 'note' && shape.tags && shape.tags.length > 0)
    words.push(t('outline.tags', { tags: shape.tags.join(', ') }))
  if (shape.kind === 'note' && shape.author !== undefined) words.push(t('outline.by', { name: shape.author }))
  const count = countVotes(votesOf(shapes, shape.id))
  if (count > 0) words.push(t('outline.votes', { count }))
  if (shape.locked) words.push(t('outline.locked'))
  return words
}

const countVotes = (votes: ReadonlyMap<string, number>): number =>
  [...votes.values()].reduce((sum, one) => sum + one, 0)
