import type { Vec } from '../geometry/vec.ts'
import type { ChannelId } from '../journey/ids.ts'
import { channelsOf, channelY, MAP, type MapLane, type MapLayout } from '../journey/mapLayout.ts'
import { channelGlyph } from './drawMapHeads.ts'
import { stepColumns } from './stepColumns.ts'
import { channelName } from './journeyNames.ts'
import { MAP_COLORS } from './mapColors.ts'
import type { DrawOp, Look } from './ops.ts'
import { STORY_COLORS } from './storyColors.ts'
import { drawChip } from './storyMarks.ts'

/** The channels of the steps as a way that hops from row to row. */
export function drawChannelLane(layout: MapLayout, lane: MapLane, look: Look): readonly DrawOp[] {
  const { w, rtl } = layout
  const colors = MAP_COLORS[look.theme]
  const channels = channelsOf(layout.input)
  if (channels.length === 0) return []
  const rows = new Map<ChannelId, number>(channels.map(({ id }, index) => [id, channelY(lane, index)]))
  const stops = stepColumns(layout)
    .flatMap(({ step, x, w: wide }): Vec[] => {
      const y = step.channel === undefined ? undefined : rows.get(step.channel)
      return y === undefined ? [] : [[x + wide / 2, y]]
    })
    .toSorted((a, b) => a[0] - b[0])
  const [left, right] = rtl ? [MAP.end, w - MAP.laneHead] : [MAP.laneHead, w - MAP.end]
  return [
    {
      op: 'path',
      d: [...rows.values()].map((y) => `M${left + 8} ${y}L${right - 8} ${y}`).join(''),
      stroke: { color: colors.line, width: 1.5, dash: [1, 6] },
    },
    { op: 'path', d: wayThrough(stops), stroke: { color: colors.path, width: 2.5 } },
    ...stops.map((at, index): DrawOp => drawStop(at, stops[index - 1], colors.path, colors.sheet)),
  ]
}

/** Straight along a row, in a swing from one to another. */
function wayThrough(stops: readonly Vec[]): string {
  return stops.reduce((d, [x, y], index) => {
    const before = stops[index - 1]
    if (!before) return `M${x} ${y}`
    if (before[1] === y) return `${d}L${x} ${y}`
    const middle = (before[0] + x) / 2
    return `${d}C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`
  }, '')
}

/** A dot, filled where the channel is another than before. */
function drawStop([x, y]: Vec, before: Vec | undefined, color: string, sheet: string): DrawOp {
  const hops = before !== undefined && before[1] !== y
  return {
    op: 'rect',
    box: { x: x - 6, y: y - 6, w: 12, h: 12 },
    radius: 6,
    fill: hops ? color : sheet,
    stroke: { color, width: 2.5 },
  }
}

/** The channels' names in the lane's head, whose left edge is `left`. */
export function drawChannelNames(
  { input, rtl }: MapLayout,
  lane: MapLane,
  left: number,
  look: Look,
): readonly DrawOp[] {
  const { muted } = STORY_COLORS[look.theme]
  return channelsOf(input).flatMap((channel, index) =>
    drawChip(
      {
        text: channelName(channel, look.words),
        glyph: channelGlyph(channel),
        box: { x: left + (rtl ? 12 : 32), y: channelY(lane, index) - 10, w: MAP.laneHead - 44, h: 20 },
        color: muted,
        rtl,
      },
      look,
    ),
  )
}
