import type { Box } from '../geometry/box.ts'
import type { ShapeId } from '../model/ids.ts'
import { groupBy } from '../util/groupBy.ts'
import type { Cell } from './cell.ts'
import type {
  Channel,
  Journey,
  Lane,
  LaneKind,
  Link,
  Metric,
  Persona,
  Stage,
  Step,
  Team,
} from './entities.ts'
import { curvesOf, type Curve, type CurveSource } from './curves.ts'
import { metricsIn, NO_METRICS, placeMetrics, type Figures } from './placeMetrics.ts'
import { sortCards, type Cells } from './sortCards.ts'

/** Sizes of a map, in page units. */
export const MAP = {
  title: 56,
  stageHead: 40,
  stepHead: 84,
  laneHead: 168,
  column: 200,
  /** A stage or a lane of which only the name is left. */
  collapsed: 40,
  card: 176,
  cardHeight: 80,
  padding: 12,
  gap: 8,
  trayHead: 36,
  chart: 72,
  channelRow: 30,
  /** Above the rows of the channel lane. */
  channelTop: 40,
  /** After the last column, where the next stage is added, and below the last lane, where the next lane is. */
  end: 48,
  foot: 44,
} as const

/** Least heights of lanes, in page units. */
const LEAST: Readonly<Record<LaneKind, number>> = {
  action: 104,
  touchpoint: 104,
  thought: 104,
  pain: 104,
  opportunity: 104,
  metric: 96,
  custom: 104,
  today: 96,
  emotion: 168,
  channel: 64,
  team: 48,
}

/** A note in a cell, as far as the layout is concerned. */
export interface Card {
  readonly id: ShapeId
  readonly cell: Cell
  /** Page units, with what its text adds. */
  readonly h: number
}

/** All that a map shows. Everything is in order already. */
export interface MapInput {
  readonly journey: Journey
  readonly actor: Persona | undefined
  readonly stages: readonly Stage[]
  readonly steps: readonly Step[]
  readonly lanes: readonly Lane[]
  readonly cards: readonly Card[]
  readonly metrics: readonly Metric[]
  readonly channels: readonly Channel[]
  readonly teams: readonly Team[]
  readonly curves: readonly CurveSource[]
  /** Branches and loops. */
  readonly links: readonly Link[]
}

/** A step's column; a stage that has no steps, or is collapsed, has one column without a step. */
export interface MapColumn {
  readonly step: Step | undefined
  readonly x: number
  readonly w: number
}

export interface MapStage {
  /** Nothing for steps whose stage is gone. */
  readonly stage: Stage | undefined
  readonly columns: readonly MapColumn[]
  readonly box: Box
  readonly collapsed: boolean
  /** How many notes a collapsed stage hides. */
  readonly holds: number
}

export interface MapLane {
  readonly lane: Lane
  readonly y: number
  readonly h: number
  readonly collapsed: boolean
  readonly holds: number
}

export interface MapChart {
  readonly metric: Metric
  readonly box: Box
}

/** Where everything of a map is: page units, from the map's top-left corner. */
export interface MapLayout {
  readonly input: MapInput
  readonly w: number
  readonly h: number
  readonly rtl: boolean
  readonly stages: readonly MapStage[]
  readonly lanes: readonly MapLane[]
  /** The notes of each cell from top to bottom, by `cellKey`; empty cells are not among them. */
  readonly cells: ReadonlyMap<string, readonly Card[]>
  /** Where notes lie, by id; those that are out of sight, in something collapsed, are not among them. */
  readonly cards: ReadonlyMap<ShapeId, Box>
  readonly hidden: ReadonlySet<ShapeId>
  /** Below the lanes; nothing if it is empty. */
  readonly tray: { readonly box: Box; readonly count: number } | undefined
  /** Where the next stage and the next lane are added. */
  readonly next: { readonly stage: Box; readonly lane: Box }
  readonly charts: readonly MapChart[]
  readonly curves: readonly Curve[]
}

/** Where the lanes begin, below the heads. */
export const MAP_TOP = MAP.title + MAP.stageHead + MAP.stepHead

/** The full layout of a map. Pure; takes time by the number of notes and cells. */
export function layOutMap(input: MapInput): MapLayout {
  const rtl = input.journey.direction === 'rtl'
  const stages = placeStages(input)
  const last = stages.at(-1)?.box
  const end = last ? last.x + last.w : MAP.laneHead
  const w = Math.max(end, MAP.laneHead + 2 * MAP.column) + MAP.end
  const cells = sortCards(input, stages)
  const figures = placeMetrics(input, stages)
  const lanes = placeLanes(input, cells, figures)
  const bottom = lanes.reduce((y, lane) => Math.max(y, lane.y + lane.h), MAP_TOP)
  const cards = new Map<ShapeId, Box>()
  const hidden = new Set<ShapeId>()
  const charts: MapChart[] = []
  for (const lane of lanes) {
    const own = lane.collapsed ? NO_METRICS : metricsIn(lane.lane, figures)
    for (const [column, metrics] of own)
      for (const chart of chartsOf(metrics, lane, column)) charts.push(chart)
    for (const { stage, column, cards: found } of cells.byLane.get(lane.lane.id) ?? [])
      if (lane.collapsed || stage.collapsed) for (const { id } of found) hidden.add(id)
      else stack(found, column, belowCharts(lane, own.get(column)), cards)
  }
  for (const { id } of cells.unseen) hidden.add(id)
  const next = {
    stage: { x: w - MAP.end, y: MAP.title, w: MAP.end, h: bottom - MAP.title },
    lane: { x: 0, y: bottom, w: w - MAP.end, h: MAP.foot },
  }
  const tray = placeTray(cells.tray, w, bottom + MAP.foot, cards)
  const layout = {
    input,
    w,
    h: tray ? tray.box.y + tray.box.h : bottom + MAP.foot,
    rtl,
    stages: stages.map((stage) => ({ ...stage, holds: stage.collapsed ? (cells.held.get(stage) ?? 0) : 0 })),
    lanes,
    cells: cells.in,
    cards,
    hidden,
    tray,
    next,
    charts,
    curves: curvesOf(input.curves, stages, lanes),
  }
  return rtl ? mirrored(layout) : layout
}

/** Columns from left to right, stage by stage. */
function placeStages({ stages, steps }: MapInput): MapStage[] {
  const known = new Set(stages.map(({ id }) => id))
  const byStage = groupBy(steps, ({ stage }) => (known.has(stage) ? stage : undefined))
  const strays = byStage.get(undefined)
  let x: number = MAP.laneHead
  return [...stages, ...(strays ? [undefined] : [])].map((stage): MapStage => {
    const own = byStage.get(stage?.id) ?? []
    const collapsed = stage?.collapsed === true
    const from = x
    const columns: MapColumn[] = []
    if (collapsed || own.length === 0) {
      const w = collapsed ? MAP.collapsed : MAP.column
      columns.push({ step: undefined, x, w })
      x += w
    } else
      for (const step of own) {
        columns.push({ step, x, w: MAP.column })
        x += MAP.column
      }
    const box = { x: from, y: MAP.title, w: x - from, h: MAP.stageHead }
    return { stage, columns, box, collapsed, holds: 0 }
  })
}

function placeLanes(input: MapInput, cells: Cells, figures: Figures): MapLane[] {
  let y: number = MAP_TOP
  const words = new Map<LaneKind, number>()
  const least = (kind: LaneKind): number => {
    const known = words.get(kind) ?? Math.max(LEAST[kind], wordsHeight(input, kind))
    words.set(kind, known)
    return known
  }
  return input.lanes.flatMap((lane): MapLane[] => {
    if (lane.hidden) return []
    const collapsed = lane.collapsed === true
    let tallest = Math.max(least(lane.kind), lane.height ?? 0)
    let holds = 0
    const own = metricsIn(lane, figures)
    const fit = (content: number, metrics: readonly Metric[] = []) => {
      tallest = Math.max(tallest, content + metrics.length * (MAP.chart + MAP.gap) + 2 * MAP.padding)
    }
    for (const metrics of own.values()) fit(0, metrics)
    for (const { stage, column, cards } of cells.byLane.get(lane.id) ?? []) {
      holds += cards.length
      if (!stage.collapsed) fit(heightOf(cards), own.get(column))
    }
    const placed = { lane, y, h: collapsed ? MAP.collapsed : tallest, collapsed, holds }
    y += placed.h
    return [placed]
  })
}

/** About how tall a lane must be for what the steps say in it: nothing is measured here. */
function wordsHeight(input: MapInput, kind: LaneKind): number {
  if (kind === 'channel') return channelsOf(input).length * MAP.channelRow + MAP.channelTop + MAP.padding
  if (kind !== 'today') return 0
  const longest = input.steps.reduce((most, { today }) => Math.max(most, today.length), 0)
  return Math.min(220, Math.ceil(longest / 24) * 18 + 3 * MAP.padding)
}

/** The channels that steps of a journey use, in the workshop's order: the rows of the channel lane. */
export function channelsOf({ steps, channels }: Pick<MapInput, 'steps' | 'channels'>): readonly Channel[] {
  const used = new Set(steps.flatMap(({ channel }) => channel ?? []))
  return channels.filter(({ id }) => used.has(id))
}

/** Where notes of a cell begin, below its charts. */
const belowCharts = ({ y }: MapLane, metrics: readonly Metric[] = []): number =>
  chartTop({ y }, metrics.length)

/** Charts stand one below the other. */
const chartTop = ({ y }: Pick<MapLane, 'y'>, index: number): number =>
  y + MAP.padding + index * (MAP.chart + MAP.gap)

const chartsOf = (metrics: readonly Metric[], lane: MapLane, column: MapColumn): readonly MapChart[] =>
  metrics.map((metric, index) => ({
    metric,
    box: { ...inner(column), y: chartTop(lane, index), h: MAP.chart },
  }))

const heightOf = (cards: readonly Card[]): number =>
  cards.reduce((sum, { h }) => sum + h + MAP.gap, cards.length > 0 ? -MAP.gap : 0)

const inner = ({ x, w }: MapColumn) => ({ x: x + MAP.padding, w: w - 2 * MAP.padding })

function stack(cards: readonly Card[], column: MapColumn, top: number, into: Map<ShapeId, Box>): void {
  let y = top
  for (const { id, h } of cards) {
    into.set(id, { ...inner(column), y, h })
    y += h + MAP.gap
  }
}

/** Notes that lie in no cell, in rows as wide as the map. */
function placeTray(
  cards: readonly Card[],
  w: number,
  top: number,
  into: Map<ShapeId, Box>,
): MapLayout['tray'] {
  if (cards.length === 0) return undefined
  const room = w - 2 * MAP.padding
  const each = MAP.card + MAP.gap
  const across = Math.max(1, Math.floor((room + MAP.gap) / each))
  let y = top + MAP.trayHead
  for (let from = 0; from < cards.length; from += across) {
    const row = cards.slice(from, from + across)
    row.forEach(({ id, h }, index) => into.set(id, { x: MAP.padding + index * each, y, w: MAP.card, h }))
    y += row.reduce((most, { h }) => Math.max(most, h), 0) + MAP.gap
  }
  return { box: { x: 0, y: top, w, h: y - MAP.gap + MAP.padding - top }, count: cards.length }
}

/** Time goes to the left: everything is where its mirror image would be. */
function mirrored(layout: MapLayout): MapLayout {
  const x = (from: number, w: number) => layout.w - from - w
  const flip = (box: Box): Box => ({ ...box, x: x(box.x, box.w) })
  return {
    ...layout,
    next: { stage: flip(layout.next.stage), lane: flip(layout.next.lane) },
    stages: layout.stages.map((stage) => ({
      ...stage,
      box: flip(stage.box),
      columns: stage.columns.map((column) => ({ ...column, x: x(column.x, column.w) })),
    })),
    cards: new Map([...layout.cards].map(([id, box]) => [id, flip(box)])),
    charts: layout.charts.map((chart) => ({ ...chart, box: flip(chart.box) })),
    curves: layout.curves.map((curve) => ({
      ...curve,
      points: curve.points.map((point) => ({ ...point, at: [layout.w - point.at[0], point.at[1]] as const })),
    })),
  }
}

/** The middle of the row of the channel at an index of `channelsOf`. Page units, like the lane. */
export const channelY = ({ y }: Pick<MapLane, 'y'>, index: number): number =>
  y + MAP.channelTop + (index + 0.5) * MAP.channelRow
