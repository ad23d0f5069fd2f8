import type { Box } from '../geometry/box.ts'
import type { Step } from './entities.ts'
import type { LaneId, StageId, StepId } from './ids.ts'
import { MAP, type MapLayout, type MapStage } from './mapLayout.ts'

/** Where dragged parts of a map would come, and the line that shows it: page units, from the map's corner. */
export interface PartSpot<Place> {
  readonly place: Place
  readonly line: Box
}

export interface StepPlace {
  readonly stage: StageId
  readonly before?: StepId
}

/** Where steps would come that are let go at `x`. Those that move are left out. */
export function stepSpotAt(
  layout: MapLayout,
  x: number,
  moved: ReadonlySet<StepId>,
): PartSpot<StepPlace> | undefined {
  const stage = stageNear(layout, x)
  if (!stage?.stage) return undefined
  const columns = stage.columns.filter((column): column is typeof column & { readonly step: Step } =>
    Boolean(column.step && !moved.has(column.step.id)),
  )
  const next = columns.find((column) => isEarlier(layout, x, column))
  const { box } = stage
  const [start, end] = layout.rtl ? [box.x + box.w, box.x] : [box.x, box.x + box.w]
  const last = columns.at(-1)
  const at = next
    ? edgeOf(layout, next, 'start')
    : stage.collapsed || !last
      ? stage.collapsed
        ? end
        : start
      : edgeOf(layout, last, 'end')
  return {
    place: { stage: stage.stage.id, ...(next && { before: next.step.id }) },
    line: upright(layout, at),
  }
}

/** Where a stage would come that is let go at `x`. */
export function stageSpotAt(
  layout: MapLayout,
  x: number,
  moved: StageId,
): PartSpot<{ readonly before?: StageId }> {
  const others = layout.stages.filter(({ stage }) => stage && stage.id !== moved)
  const next = others.find(({ box }) => isEarlier(layout, x, box))
  const last = others.at(-1)?.box
  const at = next ? edgeOf(layout, next.box, 'start') : last ? edgeOf(layout, last, 'end') : x
  return { place: next?.stage ? { before: next.stage.id } : {}, line: upright(layout, at) }
}

/** Where a lane would come that is let go at `y`. */
export function laneSpotAt(
  layout: MapLayout,
  y: number,
  moved: LaneId,
): PartSpot<{ readonly before?: LaneId }> {
  const others = layout.lanes.filter(({ lane }) => lane.id !== moved)
  const next = others.find((lane) => y < lane.y + lane.h / 2)
  const last = others.at(-1)
  const at = next ? next.y : last ? last.y + last.h : y
  const x = layout.rtl ? MAP.end : 0
  return {
    place: next ? { before: next.lane.id } : {},
    line: { x, y: at, w: layout.w - MAP.end, h: 0 },
  }
}

function stageNear({ stages }: MapLayout, x: number): MapStage | undefined {
  const inside = stages.find(({ box }) => x >= box.x && x < box.x + box.w)
  if (inside) return inside
  const away = ({ box }: MapStage) => Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.w))
  return stages.toSorted((a, b) => away(a) - away(b))[0]
}

/** Does what is let go at `x` come before this in time? */
const isEarlier = ({ rtl }: MapLayout, x: number, { x: from, w }: Pick<Box, 'x' | 'w'>): boolean =>
  rtl ? x > from + w / 2 : x < from + w / 2

const edgeOf = ({ rtl }: MapLayout, { x, w }: Pick<Box, 'x' | 'w'>, which: 'start' | 'end'): number =>
  (which === 'start') === rtl ? x + w : x

const upright = ({ next }: MapLayout, x: number): Box => ({
  x,
  y: MAP.title,
  w: 0,
  h: next.lane.y - MAP.title,
})
