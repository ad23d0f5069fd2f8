import { contains, type Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import { distance } from '../geometry/vec.ts'
import { unfeltSpots, type Curve } from './curves.ts'
import type { Stage, Step } from './entities.ts'
import type { ChannelId } from './ids.ts'
import { columnAt, isRole } from './mapCells.ts'
import { foldIn, laneHeadParts, stepHeadParts } from './mapHeads.ts'
import {
  channelsOf,
  channelY,
  MAP,
  MAP_TOP,
  type MapColumn,
  type MapLane,
  type MapLayout,
  type MapStage,
} from './mapLayout.ts'

/** What of a map lies at a point. */
export type MapPart =
  | { readonly kind: 'stage'; readonly stage: MapStage; readonly onFold: boolean }
  | { readonly kind: 'step'; readonly step: Step; readonly column: MapColumn; readonly onStar: boolean }
  /** Between two columns, or at an end of a stage: a step comes there. */
  | {
      readonly kind: 'gap'
      readonly stage: Stage
      readonly before?: Step
      readonly after?: Step
      readonly x: number
    }
  /** The column of a stage without steps. */
  | { readonly kind: 'firstStep'; readonly stage: Stage }
  | { readonly kind: 'lane'; readonly lane: MapLane; readonly onFold: boolean }
  /** The lower edge of a lane, in its head. */
  | { readonly kind: 'edge'; readonly lane: MapLane }
  /** On somebody's curve, or where a feeling of the actor's would be set. */
  | {
      readonly kind: 'feeling'
      readonly lane: MapLane
      readonly column: MapColumn
      readonly step: Step
      readonly curve: Curve | undefined
    }
  | { readonly kind: 'channel'; readonly step: Step; readonly channel: ChannelId }
  | { readonly kind: 'today'; readonly step: Step; readonly box: Box }
  | { readonly kind: 'nextStage' }
  | { readonly kind: 'nextLane' }

/** How near a column's edge the place is at which a step is added, and a lane's edge at which it is resized; page units. */
const GAP_REACH = 10
const EDGE_REACH = 6
/** How near a dot of a curve or of the way through the channels counts as on it, page units. */
const DOT_REACH = 16

/** The part at a point, which is given from the map's top-left corner, page units; nothing where notes lie, or beside all parts. */
export function mapPartAt(layout: MapLayout, point: Vec): MapPart | undefined {
  const [x, y] = point
  const { next, rtl, w } = layout
  if (y < MAP.title) return undefined
  if (contains({ ...next.stage, h: MAP.stageHead + MAP.stepHead }, point)) return { kind: 'nextStage' }
  if (contains(next.lane, point)) return inLaneHeads(layout, x) ? { kind: 'nextLane' } : undefined
  if (y >= next.lane.y) return undefined
  const folded = layout.stages.find(({ collapsed, box }) => collapsed && x >= box.x && x < box.x + box.w)
  if (folded) return { kind: 'stage', stage: folded, onFold: y < MAP.title + MAP.stageHead }
  if (y < MAP.title + MAP.stageHead) {
    const stage = layout.stages.find(({ box }) => contains(box, point))
    return stage?.stage && { kind: 'stage', stage, onFold: contains(foldIn(stage.box, rtl), point) }
  }
  if (y < MAP_TOP) return inStepHeads(layout, point)
  const lane = layout.lanes.find((one) => y >= one.y && y < one.y + one.h)
  if (inLaneHeads(layout, x)) return inLaneHead(layout, lane, [rtl ? x - (w - MAP.laneHead) : x, y])
  return lane && !lane.collapsed ? inLane(layout, lane, point) : undefined
}

const inLaneHeads = ({ rtl, w }: MapLayout, x: number): boolean =>
  rtl ? x >= w - MAP.laneHead : x < MAP.laneHead

function inStepHeads(layout: MapLayout, [x, y]: Vec): MapPart | undefined {
  const found = columnAt(layout, x)
  if (!found) return undefined
  const { stage, column } = found
  if (!column.step) return stage.stage && { kind: 'firstStep', stage: stage.stage }
  const gap = gapAt(layout, stage, column, x)
  if (gap) return gap
  const { star } = stepHeadParts(layout.rtl)
  const own: Vec = [x - column.x, y - MAP.title - MAP.stageHead]
  return { kind: 'step', step: column.step, column, onStar: contains(star, own) }
}

/** At the edges of a column: what is added there comes before or after its step. */
function gapAt(
  { rtl }: MapLayout,
  { stage, columns }: MapStage,
  column: MapColumn,
  x: number,
): MapPart | undefined {
  if (!stage || !column.step) return undefined
  const index = columns.indexOf(column)
  const [left, right] = [x - column.x < GAP_REACH, column.x + column.w - x < GAP_REACH]
  if (!left && !right) return undefined
  const isBefore = left !== rtl
  const [before, after] = isBefore
    ? [column.step, columns[index - 1]?.step]
    : [columns[index + 1]?.step, column.step]
  const at = left ? column.x : column.x + column.w
  return { kind: 'gap', stage, x: at, ...(before && { before }), ...(after && { after }) }
}

function inLaneHead({ rtl, lanes }: MapLayout, lane: MapLane | undefined, [x, y]: Vec): MapPart | undefined {
  const above = lanes.find((one) => Math.abs(one.y + one.h - y) < EDGE_REACH && !one.collapsed)
  if (above) return { kind: 'edge', lane: above }
  return lane && { kind: 'lane', lane, onFold: contains(laneHeadParts(rtl).fold, [x, y - lane.y]) }
}

function inLane(layout: MapLayout, lane: MapLane, point: Vec): MapPart | undefined {
  const column = columnAt(layout, point[0])?.column
  const step = column?.step
  const { kind } = lane.lane
  if (!step || isRole(kind)) return undefined
  if (kind === 'today') return { kind, step, box: { x: column.x, y: lane.y, w: column.w, h: lane.h } }
  if (kind === 'channel') return channelUnder(layout, lane, column, point)
  if (kind !== 'emotion') return undefined
  const middle = column.x + column.w / 2
  const spots = unfeltSpots(layout.curves, lane, step.id, middle)
  const curve =
    curveAt(layout, lane, point) ??
    spots.find(({ curve: { source }, at }) => source.of !== 'actor' && distance(at, point) < DOT_REACH)?.curve
  const near = Math.abs(point[0] - middle) < 2 * DOT_REACH
  return curve || near ? { kind: 'feeling', lane, column, step, curve } : undefined
}

function channelUnder(layout: MapLayout, lane: MapLane, column: MapColumn, [x, y]: Vec): MapPart | undefined {
  if (!column.step || Math.abs(x - column.x - column.w / 2) > 2 * DOT_REACH) return undefined
  const channels = channelsOf(layout.input)
  const index = channels.findIndex((_, at) => Math.abs(channelY(lane, at) - y) < MAP.channelRow / 2)
  const channel = channels[index]
  return channel && { kind: 'channel', step: column.step, channel: channel.id }
}

/** The curve of which a dot is there; the journey's own lies over the others. */
const curveAt = ({ curves }: MapLayout, { lane }: MapLane, point: Vec): Curve | undefined =>
  curves.find(
    ({ source, points }) =>
      source.lane === lane.id &&
      source.of !== 'journey' &&
      points.some(({ at }) => distance(at, point) < DOT_REACH),
  )
