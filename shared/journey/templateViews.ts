import type { Vec } from '../geometry/vec.ts'
import { newShapeId, type ShapeId } from '../model/ids.ts'
import type { Shape } from '../model/shape.ts'
import type { Change } from '../model/workshop.ts'
import type { Made, MadeJourney } from './templateJourneys.ts'
import { layOutMap } from './mapLayout.ts'
import { layOutStory } from './storyLayout.ts'
import type { Template } from './template.ts'
import type { Stack } from './templateNotes.ts'
import type { TemplateUse } from './templateUse.ts'

/** Between views, page units. */
const GAP = 120

interface Placed {
  readonly view: Template['views'][number]
  readonly one: MadeJourney | undefined
  readonly size: Vec
}

/** Puts a template's views on the board: storyboards first, and below them the maps side by side. Gives their ids. */
export function placeViews(
  change: Change,
  { views }: Template,
  made: Made,
  use: TemplateUse,
  nextOrder: Stack,
): readonly ShapeId[] {
  const sized = views.flatMap((view) => sizeOf(view, made) ?? [])
  const boards = sized.filter(({ view }) => view.kind === 'storyboard')
  const maps = sized.filter(({ view }) => view.kind === 'map')
  const rtl = made.journeys[0]?.journey.direction === 'rtl'
  const width = Math.max(...boards.map(({ size }) => size[0]), rowWidth(maps))
  const rows = [...boards.map((board) => [board]), maps]
  const ids: ShapeId[] = []
  let [, y] = use.at
  for (const row of rows) {
    let x = 0
    for (const { view, one, size } of row) {
      const left = use.at[0] + (rtl ? width - x - size[0] : x)
      const shape = viewShape(view, one, made)
      if (!shape) continue
      const id = newShapeId()
      change.add({
        ...shape,
        id,
        board: use.board,
        order: nextOrder(),
        geometry: [left, y, ...size, 0],
      } as Shape)
      ids.push(id)
      x += size[0] + GAP
    }
    y += Math.max(0, ...row.map(({ size }) => size[1])) + GAP
  }
  return ids
}

const rowWidth = (row: readonly Placed[]): number =>
  row.reduce((sum, { size }) => sum + size[0] + GAP, row.length > 0 ? -GAP : 0)

/** The size that a view will have, without its notes. Nothing for a view of what the template lacks. */
function sizeOf(view: Template['views'][number], made: Made): Placed | undefined {
  const { stages, journeys } = made
  const nothing = { channels: [], links: [], metrics: [] }
  const inOrder = [...stages.values()]
  if (view.kind === 'storyboard') {
    const { w, h } = layOutStory({
      ...nothing,
      stages: inOrder,
      tracks: tracksOf(journeys),
      served: new Map(),
      overlay: false,
      name: '',
    })
    return { view, one: journeys[0], size: [w, h] }
  }
  const one = journeys.find(({ of }) => of.key === view.journey)
  if (!one) return undefined
  const { w, h } = layOutMap({
    ...nothing,
    journey: one.journey,
    actor: undefined,
    stages: inOrder,
    steps: one.steps,
    lanes: one.lanes,
    cards: [],
    teams: [],
    curves: [],
  })
  return { view, one, size: [w, h] }
}

/** A storyboard shows the journeys that are of the kind of the first. */
const tracksOf = (journeys: readonly MadeJourney[]) =>
  journeys
    .filter(({ journey }) => journey.kind === journeys[0]?.journey.kind)
    .map(({ journey, steps }) => ({ journey, actor: undefined, steps }))

function viewShape(
  view: Template['views'][number],
  one: MadeJourney | undefined,
  made: Made,
): { kind: 'storyboard'; story: string } | { kind: 'map'; journey: string } | undefined {
  const story = made.journeys[0]?.journey.story
  if (view.kind === 'storyboard') return story === undefined ? undefined : { kind: 'storyboard', story }
  return one && { kind: 'map', journey: one.journey.id }
}
