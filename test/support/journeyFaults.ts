import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import type { JourneyMap, Storyboard } from '../../shared/model/shape.ts'
import type { Workshop } from '../../shared/model/workshop.ts'

/** What is wrong with the journeys of a workshop, in words; nothing if they are as they should be. */
export function journeyFaults(workshop: Workshop): readonly string[] {
  const { shapes, journeys } = workshop
  const faults: string[] = []
  if (shapes.unreadable() > 0) faults.push(`${shapes.unreadable()} shapes cannot be read`)
  if (journeys.unreadable() > 0) faults.push(`${journeys.unreadable()} parts of journeys cannot be read`)
  for (const shape of shapes.all(FIRST_BOARD)) {
    if (shape.kind === 'map') faults.push(...mapFaults(workshop, shape))
    if (shape.kind === 'storyboard') faults.push(...storyboardFaults(workshop, shape))
  }
  return faults
}

/** Each step is in one column; each note is in a cell, in the tray, or out of sight in something folded. */
function mapFaults({ shapes, journeys }: Workshop, { id, journey, layout }: JourneyMap): readonly string[] {
  if (!journeys.get('journeys', journey)) return layout ? ['a map of nothing has a layout'] : []
  if (!layout) return ['a map has no layout']
  const faults: string[] = []
  const folded = new Set(
    layout.stages.flatMap(({ stage, collapsed }) => (collapsed && stage ? [stage.id] : [])),
  )
  const columns = layout.stages.flatMap((stage) => stage.columns.flatMap(({ step }) => step?.id ?? []))
  const open = journeys.stepsOf(journey).filter(({ stage }) => !folded.has(stage))
  if (columns.length !== new Set(columns).size) faults.push('a step has two columns')
  if (!sameIds(columns, open)) faults.push('columns are not the steps')
  if (shapes.placement.mapOf(journey) !== id) return faults
  for (const note of shapes.placement.notesOf(journey)) {
    const [seen, hidden] = [layout.cards.has(note.id), layout.hidden.has(note.id)]
    if (seen === hidden) faults.push('a note is not in exactly one place')
    if (shapes.isHidden(note.id) !== hidden) faults.push('a note is hidden and seen')
  }
  if (overlapping(layout.cards)) faults.push('two notes lie on each other')
  return faults
}

/** Each step of a track is in one frame, or out of sight in a folded stage. */
function storyboardFaults({ journeys }: Workshop, { story, layout }: Storyboard): readonly string[] {
  const tracks = journeys.journeysOf(story)
  if (tracks.length === 0) return layout ? ['a storyboard of nothing has a layout'] : []
  if (!layout) return ['a storyboard has no layout']
  const shown = tracks.filter(({ kind }) => kind === tracks[0]?.kind)
  const frames = layout.rows.flatMap((row) => row.frames.map(({ step }) => step.id))
  const all = [...frames, ...layout.hidden]
  const steps = shown.flatMap(({ id }) => journeys.stepsOf(id))
  return sameIds(all, steps) ? [] : ['frames are not the steps']
}

function sameIds(ids: readonly string[], of: readonly { readonly id: string }[]): boolean {
  const expected = new Set<string>(of.map(({ id }) => id))
  return ids.length === expected.size && ids.every((id) => expected.has(id))
}

function overlapping(boxes: ReadonlyMap<ShapeId, { x: number; y: number; w: number; h: number }>): boolean {
  const all = [...boxes.values()]
  return all.some((a, index) =>
    all
      .slice(index + 1)
      .some((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
  )
}
