import type { Box } from '../geometry/box.ts'
import { MAP, MAP_TOP, type MapLayout } from '../journey/mapLayout.ts'
import type { JourneyMap } from '../model/shape.ts'
import { drawLabel } from './drawLabel.ts'
import { journeyName, laneName, stageName, stepName } from './journeyNames.ts'
import type { DrawOp, Look } from './ops.ts'
import { GROUND, STROKE } from './palette.ts'

/** The sheet on which maps and storyboards are drawn. */
export const JOURNEY_SHEET = { light: '#fffefb', dark: '#201f1c' } as const
export const JOURNEY_LINE = { light: '#e6e2d9', dark: '#3a3833' } as const

/** A journey's map, without the notes in its cells, which are shapes of their own. */
export function drawMap(map: JourneyMap, look: Look): readonly DrawOp[] {
  const [x, y, w, h] = map.geometry
  const { layout } = map
  const sheet: DrawOp = {
    op: 'rect',
    box: { x, y, w, h },
    radius: 8,
    fill: JOURNEY_SHEET[look.theme],
    stroke: { color: JOURNEY_LINE[look.theme], width: 1 },
  }
  if (!layout) return [sheet]
  const at = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })
  return [sheet, ...drawHead(layout, at, look), ...drawLanes(layout, at, look)]
}

type Place = (box: Box) => Box

function drawHead(layout: MapLayout, at: Place, look: Look): readonly DrawOp[] {
  const { input, stages, w } = layout
  const ink = STROKE[look.theme].ink
  const title = at({ x: MAP.padding, y: 0, w: w - 2 * MAP.padding, h: MAP.title })
  return [
    ...drawLabel(
      { text: journeyName(input.journey, look.words), box: title, size: 20, weight: 650, color: ink },
      look,
    ),
    ...stages.flatMap(({ stage, box, columns, collapsed }) => [
      { op: 'rect' as const, box: at(box), radius: 0, fill: GROUND[look.theme].grey },
      ...(collapsed
        ? []
        : drawLabel(
            { text: stageName(stage, look.words), box: inset(at(box)), size: 15, weight: 600, color: ink },
            look,
          )),
      ...columns.flatMap(({ step, x, w: width }) =>
        step
          ? drawLabel(
              {
                text: stepName(step, input.steps.indexOf(step) + 1, look.words),
                box: inset(at({ x, y: MAP.title + MAP.stageHead, w: width, h: MAP.stepHead })),
                size: 14,
                weight: 550,
                color: ink,
              },
              look,
            )
          : [],
      ),
    ]),
  ]
}

function drawLanes({ lanes, w, h, rtl, stages }: MapLayout, at: Place, look: Look): readonly DrawOp[] {
  const stroke = { color: JOURNEY_LINE[look.theme], width: 1 }
  const line = (a: Box): DrawOp => ({
    op: 'path',
    d: `M${a.x} ${a.y}L${a.x + a.w} ${a.y + a.h}`,
    stroke,
  })
  const bottom = lanes.reduce((y, lane) => Math.max(y, lane.y + lane.h), MAP_TOP)
  return [
    ...lanes.flatMap((lane) => [
      line(at({ x: 0, y: lane.y, w, h: 0 })),
      ...drawLabel(
        {
          text: laneName(lane.lane, look.words),
          box: inset(at({ x: rtl ? w - MAP.laneHead : 0, y: lane.y, w: MAP.laneHead, h: lane.h })),
          size: 14,
          weight: 600,
          color: STROKE[look.theme].ink,
        },
        look,
      ),
    ]),
    line(at({ x: 0, y: Math.min(bottom, h), w, h: 0 })),
    ...stages.flatMap(({ columns }) =>
      columns.map(({ x }) => line(at({ x, y: MAP.title, w: 0, h: bottom - MAP.title }))),
    ),
  ]
}

const inset = ({ x, y, w, h }: Box): Box => ({ x: x + MAP.padding, y, w: w - 2 * MAP.padding, h })
