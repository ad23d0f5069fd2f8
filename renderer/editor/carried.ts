import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { shapesInOrder, type Editor } from './editor.ts'
import { isLocked } from './locks.ts'

/**
 * Everything that moves when these are moved: what lies in a section, the notes in a map, the pictures in a storyboard,
 * the stamps on a shape, and so on inwards. What is locked stays where it is, be it by itself or by a section that it
 * lies in.
 */
export const carriedBy = (editor: Editor, ids: Iterable<ShapeId>): ReadonlySet<ShapeId> =>
  closureOf(editor.workshop, unlocked(editor, ids), { isMeant: ({ locked }) => !locked, inViews: true })

/** The same, without what belongs to the journeys of maps and storyboards: that stays with the journeys. */
export const cutWith = (editor: Editor, ids: Iterable<ShapeId>): ReadonlySet<ShapeId> =>
  closureOf(editor.workshop, unlocked(editor, ids), { isMeant: ({ locked }) => !locked, inViews: false })

/**
 * The selected shapes with all that lies in them and on them, locked or not: what a copy of them is made of. What is in
 * maps and storyboards belongs to their journeys. Bottom to top.
 */
export const selectedWithContent = (editor: Editor): readonly Shape[] =>
  shapesInOrder(editor, closureOf(editor.workshop, editor.selection.get(), { inViews: false }))

/** The same as far as it can be seen, with what is in maps and storyboards: what a picture of the selection shows. */
export const selectedAsSeen = (editor: Editor): readonly Shape[] =>
  shapesInOrder(editor, closureOf(editor.workshop, editor.selection.get(), { inViews: true })).filter(
    ({ id }) => !editor.workshop.shapes.isHidden(id),
  )

function unlocked({ workshop }: Editor, ids: Iterable<ShapeId>): readonly ShapeId[] {
  return [...ids].filter((id) => {
    const shape = workshop.shapes.get(id)
    return shape && !isLocked({ workshop }, shape)
  })
}

interface Closure {
  readonly isMeant?: (shape: Shape) => boolean
  readonly inViews: boolean
}

function closureOf(
  { shapes, journeys }: Workshop,
  ids: Iterable<ShapeId>,
  { isMeant = () => true, inViews }: Closure,
): ReadonlySet<ShapeId> {
  const met = new Set<ShapeId>()
  const due = [...ids]
  for (let id = due.pop(); id !== undefined; id = due.pop()) {
    const shape = shapes.get(id)
    if (!shape || met.has(id) || !isMeant(shape)) continue
    met.add(id)
    for (const referrer of shapes.referrers(id))
      if (referrer.section === id || (referrer.kind === 'stamp' && referrer.on === id)) due.push(referrer.id)
    if (inViews) due.push(...inView({ shapes, journeys }, shape))
  }
  return met
}

/** What lies in the cells of a map, or is drawn in the frames of a storyboard. */
function inView(
  { shapes, journeys }: Pick<Workshop, 'shapes' | 'journeys'>,
  view: Shape,
): readonly ShapeId[] {
  const { placement } = shapes
  if (view.kind === 'map' && placement.mapOf(view.journey) === view.id)
    return placement.notesOf(view.journey).map(({ id }) => id)
  if (view.kind !== 'storyboard' || placement.storyboardOf(view.story) !== view.id) return []
  return journeys
    .journeysOf(view.story)
    .flatMap(({ id }) => journeys.stepsOf(id).flatMap((step) => placement.inFrame(step.id)))
}
