import { contains, type Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { Journey, Stage } from './entities.ts'
import { FRAME_PARTS, partsOf, type FramePart } from './frameParts.ts'
import type { StoryFrame, StoryLayout, StoryStage } from './storyLayout.ts'

/** What of a storyboard lies at a point. */
export type StoryPart =
  | { readonly kind: 'stage'; readonly stage: Stage; readonly onFold: boolean }
  | { readonly kind: 'track'; readonly journey: Journey }
  | { readonly kind: 'frame'; readonly frame: StoryFrame; readonly part: FramePart | undefined }
  | { readonly kind: 'end'; readonly stage: Stage; readonly journey: Journey }
  | { readonly kind: 'nextStage' }
  | { readonly kind: 'nextTrack' }

/** The part at a point, which is given from the storyboard's top-left corner, page units; nothing beside all parts. */
export function storyPartAt(layout: StoryLayout, point: Vec): StoryPart | undefined {
  if (contains(layout.nextStage, point)) return { kind: 'nextStage' }
  if (contains(layout.nextTrack, point)) return { kind: 'nextTrack' }
  return stageAt(layout, point) ?? inRows(layout, point)
}

function stageAt({ stages }: StoryLayout, point: Vec): StoryPart | undefined {
  const found = stages.find(
    (one) => contains(one.box, point) || (one.collapsed && contains(one.ground, point)),
  )
  if (!found?.stage) return undefined
  return { kind: 'stage', stage: found.stage, onFold: contains(foldOf(found), point) }
}

function inRows(layout: StoryLayout, point: Vec): StoryPart | undefined {
  const row = layout.rows.find(({ y, h }) => point[1] >= y && point[1] <= y + h)
  if (!row) return undefined
  const { journey } = row.track
  if (contains(row.head, point)) return { kind: 'track', journey }
  const frame = row.frames.find(({ box }) => contains(box, point))
  if (frame) {
    const parts = partsOf(frame.box, layout.rtl, layout.input.overlay)
    return { kind: 'frame', frame, part: FRAME_PARTS.find((name) => contains(parts[name], point)) }
  }
  const end = row.ends.find(({ box }) => contains(box, point))
  return end && { kind: 'end', stage: end.stage, journey }
}

/** What folds a stage, and unfolds it: the square at the end of its head. */
export function foldOf({ box, collapsed }: Pick<StoryStage, 'box' | 'collapsed'>): Box {
  const side = Math.min(box.h, box.w)
  return { x: collapsed ? box.x + (box.w - side) / 2 : box.x + box.w - side, y: box.y, w: side, h: side }
}
