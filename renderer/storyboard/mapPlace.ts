import type { Box } from '../../shared/geometry/box.ts'
import { laneHeadParts, stepHeadParts } from '../../shared/journey/mapHeads.ts'
import { MAP, type MapLayout } from '../../shared/journey/mapLayout.ts'
import { MAP_COLORS, stageTint } from '../../shared/scene/mapColors.ts'
import type { Theme } from '../../shared/scene/ops.ts'
import { STORY_COLORS } from '../../shared/scene/storyColors.ts'
import type { OpenPart } from '../editor/openPart.ts'
import type { PartPlace } from './partPlace.ts'

type Looks = Pick<PartPlace, 'weight' | 'centered' | 'color' | 'background'>

/** The place of an open part in a map, from its top-left corner; nothing if it is folded away. */
export function mapPlace(layout: MapLayout, open: OpenPart, theme: Theme): PartPlace | undefined {
  const looks: Looks = {
    weight: 600,
    centered: false,
    color: STORY_COLORS[theme].text,
    background: MAP_COLORS[theme].head,
  }
  switch (open.kind) {
    case 'step':
      return stepPlace(layout, open, looks)
    case 'stage': {
      const index = layout.stages.findIndex((one) => one.stage?.id === open.id)
      const stage = layout.stages[index]
      if (!stage || stage.collapsed) return undefined
      const { x, y, w } = stage.box
      const box = { x: x + 38, y: y + 8, w: w - 76, h: 24 }
      return { ...looks, box, around: stage.box, size: 15, weight: 650, background: stageTint(index, theme) }
    }
    case 'lane': {
      const lane = layout.lanes.find((one) => one.lane.id === open.id)
      if (!lane) return undefined
      const x = layout.rtl ? layout.w - MAP.laneHead : 0
      const box = moved(laneHeadParts(layout.rtl).name, x, lane.y)
      return { ...looks, box, around: { x, y: lane.y, w: MAP.laneHead, h: lane.h }, size: 14 }
    }
    case 'journey': {
      const w = Math.min(520, layout.w - 80)
      const x = layout.rtl ? layout.w - 60 - w : 60
      const box = { x, y: 14, w, h: 28 }
      return { ...looks, box, around: box, size: 20, weight: 700, background: MAP_COLORS[theme].sheet }
    }
  }
}

function stepPlace(
  layout: MapLayout,
  open: Extract<OpenPart, { kind: 'step' }>,
  looks: Looks,
): PartPlace | undefined {
  const column = layout.stages
    .flatMap(({ columns, collapsed }) => (collapsed ? [] : columns))
    .find(({ step }) => step?.id === open.id)
  if (!column) return undefined
  const top = MAP.title + MAP.stageHead
  const around = { x: column.x, y: top, w: column.w, h: MAP.stepHead }
  const parts = stepHeadParts(layout.rtl)
  if (open.part === 'today') {
    const lane = layout.lanes.find((one) => one.lane.kind === 'today' && !one.collapsed)
    if (!lane) return undefined
    const box = { x: column.x + 16, y: lane.y + 14, w: column.w - 32, h: lane.h - 28 }
    return { ...looks, box, around: { ...box }, size: 13.5, weight: 450 }
  }
  const part = open.part === 'emotion' ? parts.face : open.part === 'channel' ? parts.signs : parts.title
  return { ...looks, box: moved(part, column.x, top), around, size: 14.5 }
}

const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y })
