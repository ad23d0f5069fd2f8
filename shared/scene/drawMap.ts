import type { Box } from '../geometry/box.ts'
import { MAP, MAP_TOP, type MapLayout } from '../journey/mapLayout.ts'
import type { JourneyMap } from '../model/shape.ts'
import { drawChart } from './drawChart.ts'
import { drawLabel } from './drawLabel.ts'
import { drawFoldedStages, drawMapStages, drawSteps } from './drawMapHeads.ts'
import { drawGrounds, drawLaneHeads, drawLanes } from './drawMapLanes.ts'
import { drawLinks } from './drawMapLinks.ts'
import { drawMapTitle } from './drawMapTitle.ts'
import { drawGlyph } from './drawGlyph.ts'
import { MAP_COLORS } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { sideOf } from './sideOf.ts'
import { STORY_COLORS } from './storyColors.ts'
import { drawPlace } from './storyMarks.ts'

/** The sheet on which maps and storyboards are drawn. */
export const JOURNEY_SHEET = { light: '#fffefb', dark: '#201f1c' } as const
export const JOURNEY_LINE = { light: '#e6e2d9', dark: '#3a3833' } as const

/** A journey's map, without the notes in its cells, which are shapes of their own. */
export function drawMap(map: JourneyMap, look: Look): readonly DrawOp[] {
  const [x, y, w, h] = map.geometry
  const { layout } = map
  const colors = MAP_COLORS[look.theme]
  const sheet: DrawOp = {
    op: 'rect',
    box: { x, y, w, h },
    radius: 12,
    fill: colors.sheet,
    stroke: { color: colors.edge, width: 1.5 },
  }
  if (!layout) return [sheet]
  const ops = [
    ...drawMapTitle(layout, look),
    ...drawMapStages(layout, look),
    ...drawSteps(layout, look),
    ...drawGrounds(layout, look),
    ...drawGrid(layout, look),
    ...drawLanes(layout, look),
    ...drawLaneHeads(layout, look),
    ...drawFoldedStages(layout, look),
    ...layout.charts.flatMap(({ metric, box }) => drawChart(metric, box, look, layout.rtl)),
    ...drawLinks(layout, look),
    ...drawTray(layout, look),
    ...(look.places ? drawPlaces(layout, look) : []),
    ...drawLesson(layout, look),
  ]
  return [sheet, { op: 'part', at: [x, y], box: { x: 0, y: 0, w, h }, ops }]
}

/** Lines between lanes and between columns, stronger ones around stages. */
function drawGrid({ lanes, stages, w, rtl, next }: MapLayout, look: Look): readonly DrawOp[] {
  const colors = MAP_COLORS[look.theme]
  const bottom = next.lane.y
  const from = rtl ? MAP.end : 0
  const rows = lanes.map(({ y }) => `M${from} ${y}L${from + w - MAP.end} ${y}`)
  const columns = stages.flatMap(({ columns: own, collapsed }) =>
    collapsed
      ? []
      : own.slice(1).map((column) => {
          const x = rtl ? column.x + column.w : column.x
          return `M${x} ${MAP.title + MAP.stageHead}L${x} ${bottom}`
        }),
  )
  const edges = stages.flatMap(({ box }) => [box.x, box.x + box.w])
  const strong = [...new Set(edges)].map((x) => `M${x} ${MAP.title}L${x} ${bottom}`)
  const stroke = (color: string) => ({ color, width: 1 })
  return [
    { op: 'path', d: [...rows, ...columns].join('') || 'M0 0', stroke: stroke(colors.line) },
    {
      op: 'path',
      d: [
        ...strong,
        `M${from} ${MAP.title}L${from + w - MAP.end} ${MAP.title}`,
        `M${from} ${MAP_TOP}L${from + w - MAP.end} ${MAP_TOP}`,
        `M${from} ${bottom}L${from + w - MAP.end} ${bottom}`,
      ].join(''),
      stroke: stroke(colors.edge),
    },
  ]
}

/** Notes whose cell is gone. */
function drawTray({ tray, rtl }: MapLayout, look: Look): readonly DrawOp[] {
  if (!tray) return []
  const { x, y, w, h } = tray.box
  const text = look.words?.t('map.tray', { count: tray.count }) ?? `${tray.count}`
  const color = STORY_COLORS[look.theme].muted
  const room = { x: x + MAP.padding + 26, y, w: w - 2 * MAP.padding - 26, h: MAP.trayHead }
  const sign = 18
  return [
    {
      op: 'rect',
      box: { x: x + 6, y: y + 2, w: w - 12, h: h - 8 },
      radius: 8,
      fill: MAP_COLORS[look.theme].tray,
    },
    drawGlyph(
      'tray',
      { x: rtl ? x + w - MAP.padding - sign : x + MAP.padding, y: y + 9, w: sign, h: sign },
      color,
    ),
    ...drawLabel(
      {
        text,
        box: rtl ? { ...room, x: x + MAP.padding } : room,
        size: 13.5,
        weight: 600,
        color,
        ...sideOf(text, rtl),
      },
      look,
    ),
  ]
}

/** Where the next stage, lane or first step of a stage is added. */
function drawPlaces({ next, stages }: MapLayout, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const t = look.words?.t
  const stage = { ...next.stage, h: MAP.stageHead + MAP.stepHead }
  const lane = { ...next.lane, w: Math.min(next.lane.w, MAP.laneHead) }
  const laneBox = next.lane.x === 0 ? lane : { ...lane, x: next.lane.x + next.lane.w - lane.w }
  return [
    ...drawPlace(shrunk(stage, 6), '', colors, look),
    ...drawPlace(shrunk(laneBox, 6), t?.('map.addLane') ?? '', colors, look),
    ...stages.flatMap(({ columns, collapsed }) =>
      columns.flatMap(({ step, x, w }) =>
        step || collapsed
          ? []
          : drawPlace(
              shrunk({ x, y: MAP.title + MAP.stageHead, w, h: MAP.stepHead }, 8),
              t?.('map.addStep') ?? '',
              colors,
              look,
            ),
      ),
    ),
  ]
}

const shrunk = ({ x, y, w, h }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  w: w - 2 * by,
  h: h - 2 * by,
})

/** A map without a stage says how to begin. */
function drawLesson({ stages, w, rtl }: MapLayout, look: Look): readonly DrawOp[] {
  if (stages.length > 0 || !look.words) return []
  const { t } = look.words
  const colors = STORY_COLORS[look.theme]
  const x = rtl ? MAP.end : MAP.laneHead
  const box = {
    x: x + 16,
    y: MAP.title + 12,
    w: w - MAP.laneHead - MAP.end - 32,
    h: MAP.stageHead + MAP.stepHead - 24,
  }
  return [
    ...drawLabel(
      {
        text: t('map.lessonTitle'),
        box: { ...box, h: 28 },
        size: 17,
        weight: 700,
        align: 'center',
        color: colors.text,
      },
      look,
    ),
    ...drawLabel(
      {
        text: t('map.lesson'),
        box: { ...box, y: box.y + 34, h: box.h - 34 },
        size: 14,
        align: 'center',
        vertical: 'top',
        color: colors.muted,
      },
      look,
    ),
  ]
}
