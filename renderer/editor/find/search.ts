import type { BoardId } from '../../../shared/model/ids.ts'
import { readingOrder, type ReadingDirection } from '../../../shared/model/readingOrder.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { findText } from '../../../shared/util/findText.ts'
import { foldText, type Folded } from '../../../shared/util/foldText.ts'
import type { Editor } from '../editor.ts'
import { inSlices } from '../inSlices.ts'
import { partsOf, type Match, type TextPart } from './match.ts'

/** What to look for. */
export interface Query {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
}

/** Looks for something on all boards. Resolves to nothing if it was stopped. */
export type Search = (query: Query, signal: AbortSignal) => Promise<readonly Match[] | undefined>

type FoldedParts = readonly (readonly [TextPart, Folded])[]

/**
 * Remembers what texts fold to, so that the next letter of a query, or a change of one shape, costs next to nothing. A
 * changed shape is another object, so what was remembered of the old one is simply dropped.
 */
export function createSearch(editor: Editor, direction: () => ReadingDirection): Search {
  const folded = { any: new WeakMap<Shape, FoldedParts>(), matchCase: new WeakMap<Shape, FoldedParts>() }

  function partsFolded(shape: Shape, matchCase: boolean): FoldedParts {
    const memory = matchCase ? folded.matchCase : folded.any
    const known = memory.get(shape)
    if (known) return known
    const parts = partsOf(shape).map(([part, text]) => [part, foldText(text, matchCase)] as const)
    memory.set(shape, parts)
    return parts
  }

  function matchesIn(shape: Shape, wanted: string, { matchCase, wholeWord }: Query): readonly Match[] {
    const { board, id } = shape
    return partsFolded(shape, matchCase).flatMap(([part, text]) =>
      findText(text, wanted, wholeWord).map((range) => ({ board, shape: id, part, ...range })),
    )
  }

  return async (query, signal) => {
    const wanted = foldText(query.text, query.matchCase).text
    if (wanted.trim() === '') return []
    const { boards, shapes } = editor.workshop
    const all = boards.all().flatMap(({ id }) => shapes.all(id))
    const found = await inSlices(all, (shape) => ({ shape, matches: matchesIn(shape, wanted, query) }), {
      signal,
    })
    if (!found || signal.aborted) return undefined
    const byShape = new Map(
      found.filter(({ matches }) => matches.length > 0).map((each) => [each.shape, each.matches]),
    )
    return boards
      .all()
      .flatMap(({ id }) => inReadingOrder(byShape, id, direction()))
      .flatMap((shape) => byShape.get(shape) ?? [])
  }
}

/** What lies in a collapsed section is read after everything else. */
function inReadingOrder(
  found: ReadonlyMap<Shape, unknown>,
  board: BoardId,
  direction: ReadingDirection,
): readonly Shape[] {
  const shapes = [...found.keys()].filter((shape) => shape.board === board)
  const order = readingOrder(shapes, direction)
  if (order.length === shapes.length) return order
  const read = new Set(order)
  return [...order, ...shapes.filter((shape) => !read.has(shape))]
}
