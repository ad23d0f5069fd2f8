import type { Box } from '../geometry/box.ts'
import type { Lane, LaneKind, Step } from '../journey/entities.ts'
import { laneHeadParts } from '../journey/mapHeads.ts'
import { MAP, type MapLane, type MapLayout } from '../journey/mapLayout.ts'
import { drawChannelLane, drawChannelNames } from './drawChannelLane.ts'
import { drawEmotionAxis, drawEmotionGround, drawEmotionLane } from './drawEmotionLane.ts'
import { drawGlyph } from './drawGlyph.ts'
import { drawHole } from './drawHole.ts'
import type { Glyph } from './glyphs.ts'
import { drawLabel } from './drawLabel.ts'
import { drawCount, drawFold } from './drawMapHeads.ts'
import { drawTeamLane } from './drawTeamLane.ts'
import { laneName } from './journeyNames.ts'
import { createKeptOps } from './keptOps.ts'
import { MAP_COLORS } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { stepColumns } from './stepColumns.ts'
import { sideOf } from './sideOf.ts'
import { STORY_COLORS } from './storyColors.ts'

/** The ground of lanes: every other one is darker, and feelings are good or bad. */
export function drawGrounds(layout: MapLayout, look: Look): readonly DrawOp[] {
  const { lanes, w, rtl } = layout
  const across = { x: rtl ? MAP.end : MAP.laneHead, w: w - MAP.laneHead - MAP.end }
  return lanes.flatMap((lane, index): readonly DrawOp[] => {
    if (lane.lane.kind === 'emotion' && !lane.collapsed) return drawEmotionGround(layout, lane, look)
    if (index % 2 === 0) return []
    const box = { ...across, y: lane.y, h: lane.h }
    return [{ op: 'rect', box, radius: 0, fill: MAP_COLORS[look.theme].zebra }]
  })
}

/** What the steps themselves say in lanes. */
export const drawLanes = (layout: MapLayout, look: Look): readonly DrawOp[] =>
  layout.lanes.flatMap((lane) =>
    lane.collapsed ? [] : (CONTENT[lane.lane.kind]?.(layout, lane, look) ?? []),
  )

/** What lanes show that hold no notes, or more than notes. */
const CONTENT: Readonly<
  Partial<Record<LaneKind, (layout: MapLayout, lane: MapLane, look: Look) => readonly DrawOp[]>>
> = {
  today: drawToday,
  emotion: drawEmotionLane,
  channel: drawChannelLane,
  team: drawTeamLane,
}

const keptToday = createKeptOps<Step>()

/** What we do here today. Nothing is an answer, and shows: as a hole. */
function drawToday(layout: MapLayout, { y, h }: MapLane, look: Look): readonly DrawOp[] {
  const { rtl } = layout
  return stepColumns(layout).map(({ step, x, w }): DrawOp => {
    const box: Box = {
      x: MAP.padding - 4,
      y: MAP.padding - 4,
      w: w - 2 * MAP.padding + 8,
      h: h - 2 * MAP.padding + 8,
    }
    const ops = keptToday(step, [look, h, rtl], () => drawTodayCell(step.today, box, rtl, look))
    return { op: 'part', at: [x, y], box: { x: 0, y: 0, w, h }, ops }
  })
}

function drawTodayCell(today: string, box: Box, rtl: boolean, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const inner = { x: box.x + 8, y: box.y + 6, w: box.w - 16, h: box.h - 12 }
  if (today.trim() !== '')
    return drawLabel({ text: today, box: inner, size: 13.5, color: colors.text, ...sideOf(today, rtl) }, look)
  return drawHole(box, inner, rtl, look)
}

const keptHeads = createKeptOps<Lane>()

/** What lanes are called, at the side where reading begins. */
export function drawLaneHeads(layout: MapLayout, look: Look): readonly DrawOp[] {
  const { lanes, w, rtl, next } = layout
  const x = rtl ? w - MAP.laneHead : 0
  const colors = MAP_COLORS[look.theme]
  const top = MAP.title
  return [
    { op: 'rect', box: { x, y: top, w: MAP.laneHead, h: next.lane.y - top }, radius: 0, fill: colors.head },
    ...lanes.flatMap((lane): readonly DrawOp[] => {
      const own = lane.lane
      const from = [look, lane.h, lane.collapsed, lane.holds, rtl]
      const ops = keptHeads(own, from, () => drawLaneHead(lane, rtl, look))
      return [
        { op: 'part', at: [x, lane.y], box: { x: 0, y: 0, w: MAP.laneHead, h: lane.h }, ops },
        ...(lane.collapsed || own.kind !== 'emotion' ? [] : drawEmotionAxis(layout, lane, x, look)),
        ...(lane.collapsed || own.kind !== 'channel' ? [] : drawChannelNames(layout, lane, x, look)),
      ]
    }),
    {
      op: 'path',
      d: `M${rtl ? x : x + MAP.laneHead} ${top}L${rtl ? x : x + MAP.laneHead} ${next.lane.y}`,
      stroke: { color: colors.edge, width: 1 },
    },
  ]
}

function drawLaneHead({ lane, h, collapsed, holds }: MapLane, rtl: boolean, look: Look): readonly DrawOp[] {
  const colors = STORY_COLORS[look.theme]
  const parts = laneHeadParts(rtl)
  const name = laneName(lane, look.words)
  const count = collapsed && holds > 0 ? 34 : 0
  const narrow = lane.kind === 'emotion' && !collapsed ? 30 : count
  const room = { ...parts.name, w: parts.name.w - narrow, x: rtl ? parts.name.x + narrow : parts.name.x }
  const tall = lane.kind === 'channel' || collapsed ? 20 : Math.max(20, Math.min(60, h - 20))
  const box = { x: rtl ? 8 : MAP.laneHead - 36, y: 10, w: 28, h: 20 }
  return [
    drawFold(parts.fold, collapsed, rtl, colors.faint),
    drawGlyph(signOf(lane.kind), parts.sign, colors.muted, 1.7),
    ...drawLabel(
      {
        text: name,
        box: { ...room, h: tall },
        size: 14,
        weight: 600,
        vertical: 'top',
        color: colors.text,
        ...sideOf(name, rtl),
      },
      look,
    ),
    ...(count > 0 ? drawCount(look.words?.number(holds) ?? `${holds}`, box, look) : []),
  ]
}

const signOf = (kind: LaneKind): Glyph =>
  kind === 'channel' ? 'other' : kind === 'opportunity' ? 'idea' : kind
