import type { ShapeId } from '../../../shared/model/ids.ts'
import { hasText, MOST_ALT, MOST_TAG, MOST_TEXT, type Shape } from '../../../shared/model/shape.ts'
import { fitPatch, fitText } from '../../../shared/scene/fitText.ts'
import { changed, lookingAlike, type TextChange } from '../commands/setText.ts'
import type { Editor } from '../editor.ts'
import { inSlices } from '../inSlices.ts'
import { isLocked } from '../locks.ts'
import { partsOf, type Match } from './match.ts'

/** How many places were replaced, and why others were not. */
export interface Replaced {
  readonly replaced: number
  /** In shapes that are locked. */
  readonly locked: number
  /** In texts that would become longer than may be. */
  readonly tooLong: number
}

interface Plan {
  readonly shape: Shape
  readonly text: TextChange | undefined
  readonly patch: { readonly alt?: string; readonly tags?: string[] | undefined }
  readonly fit: ReturnType<typeof fitPatch>
  readonly replaced: number
  readonly locked: number
  readonly tooLong: number
}

interface Work {
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Puts `text` in the place of all matches, by the smallest edits: what is bold or a link around them stays so. One
 * transaction, so one undo step. Setting thousands of texts anew takes a while, so it is worked out in slices; nothing
 * has changed if it was stopped. Locked shapes stay as they are.
 */
export async function replaceMatches(
  editor: Editor,
  matches: readonly Match[],
  text: string,
  work: Work = {},
): Promise<Replaced> {
  const nothing = { replaced: 0, locked: 0, tooLong: 0 }
  if (editor.readOnly) return nothing
  const made = await inSlices([...byShape(matches)], ([id, own]) => planFor(editor, id, own, text), work)
  const plans = (made ?? []).filter((plan) => plan !== undefined)
  if (plans.some(({ replaced }) => replaced > 0)) apply(editor, plans)
  return plans.reduce(
    (sum, plan) => ({
      replaced: sum.replaced + plan.replaced,
      locked: sum.locked + plan.locked,
      tooLong: sum.tooLong + plan.tooLong,
    }),
    nothing,
  )
}

function byShape(matches: readonly Match[]): Map<ShapeId, Match[]> {
  const groups = new Map<ShapeId, Match[]>()
  for (const match of matches) {
    const group = groups.get(match.shape)
    if (group) group.push(match)
    else groups.set(match.shape, [match])
  }
  return groups
}

interface Replacing {
  readonly shape: Shape
  readonly matches: readonly Match[]
  readonly insert: string
}

function planFor(editor: Editor, id: ShapeId, matches: readonly Match[], insert: string): Plan | undefined {
  const shape = editor.workshop.shapes.get(id)
  if (!shape) return undefined
  const none = { shape, text: undefined, patch: {}, fit: {}, replaced: 0, locked: 0, tooLong: 0 }
  if (isLocked(editor, shape)) return { ...none, locked: matches.length }
  const what = { shape, matches, insert }
  const text = textChange(what)
  const patch = { ...altPatch(what), ...tagsPatch(what) }
  const replaced =
    (text?.edits.length ?? 0) +
    matches.filter(({ part }) =>
      part === 'alt' ? patch.alt !== undefined : part !== 'text' && 'tags' in patch,
    ).length
  const fit = fitOf(editor, shape, { text, patch })
  return { ...none, text, patch, fit, replaced, tooLong: matches.length - replaced }
}

/** From the last place to the first, so that each edit finds the others where they were. */
function textChange({ shape, matches, insert }: Replacing): TextChange | undefined {
  const own = matches.filter(({ part }) => part === 'text')
  if (!hasText(shape) || own.length === 0) return undefined
  const longer = own.reduce((sum, { from, to }) => sum + insert.length - (to - from), 0)
  if (longer > 0 && shape.text.length + longer > MOST_TEXT) return undefined
  return { edits: own.toReversed().map(({ from, to }) => lookingAlike(shape, { from, to, insert })) }
}

function altPatch({ shape, matches, insert }: Replacing): { alt?: string } {
  const own = matches.filter(({ part }) => part === 'alt')
  if (shape.kind !== 'image' || own.length === 0) return {}
  const alt = replacedIn(shape.alt, own, insert)
  return alt.length > MOST_ALT ? {} : { alt }
}

/** A tag of which nothing is left goes, and so does one that is there twice. */
function tagsPatch({ shape, matches, insert }: Replacing): { tags?: string[] | undefined } {
  if (shape.kind !== 'note' || !shape.tags || !matches.some(({ part }) => typeof part === 'number')) return {}
  const tags = shape.tags.map((tag, index) =>
    replacedIn(
      tag,
      matches.filter(({ part }) => part === index),
      insert,
    ).trim(),
  )
  if (tags.some((tag) => tag.length > MOST_TAG)) return {}
  const kept = [...new Set(tags.filter((tag) => tag !== ''))]
  return { tags: kept.length > 0 ? kept : undefined }
}

const replacedIn = (text: string, places: readonly Match[], insert: string): string =>
  places.toReversed().reduce((now, { from, to }) => now.slice(0, from) + insert + now.slice(to), text)

function apply(editor: Editor, plans: readonly Plan[]): void {
  const { shapes, change } = editor.workshop
  change((document) => {
    for (const plan of plans) {
      const { id } = plan.shape
      const now = shapes.get(id)
      // A text that somebody changed in the meantime is left alone: the next search finds it anew.
      if (!now || !hasSameTexts(now, plan.shape)) continue
      for (const edit of plan.text?.edits ?? []) document.editText(id, edit)
      const patch = { ...plan.patch, ...(now === plan.shape ? plan.fit : fitOf(editor, now, plan)) }
      if (Object.keys(patch).length > 0) document.update(id, patch)
    }
  })
}

/** How the shape's size changes with its texts. */
function fitOf(editor: Editor, shape: Shape, { text, patch }: Pick<Plan, 'text' | 'patch'>): Plan['fit'] {
  const texted = text && hasText(shape) ? { ...shape, ...changed(shape, text) } : shape
  return fitPatch(shape, fitText({ ...texted, ...patch }, editor.measure))
}

const hasSameTexts = (now: Shape, before: Shape): boolean =>
  now === before || JSON.stringify(partsOf(now)) === JSON.stringify(partsOf(before))
