import type { Box } from '../../shared/geometry/box.ts'
import { MAP, MAP_TOP, type MapLayout } from '../../shared/journey/mapLayout.ts'
import { drawLabel } from '../../shared/scene/drawLabel.ts'
import { drawMapStages, drawSteps } from '../../shared/scene/drawMapHeads.ts'
import { drawLaneHeads } from '../../shared/scene/drawMapLanes.ts'
import { journeyName } from '../../shared/scene/journeyNames.ts'
import { MAP_COLORS } from '../../shared/scene/mapColors.ts'
import type { DrawOp, Look } from '../../shared/scene/ops.ts'
import { paint, type PaintSources } from '../../shared/scene/paint.ts'
import { sideOf } from '../../shared/scene/sideOf.ts'
import { STORY_COLORS } from '../../shared/scene/storyColors.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { LaidOutMap } from '../editor/journey/cellsOnBoard.ts'
import { mapsOn } from '../editor/journey/mapsOn.ts'
import { stuckHeads, type Stuck } from '../editor/journey/stickyHeads.ts'
import type { TextMeasure } from './textMeasure.ts'
import { boardTheme } from './themeColors.ts'

interface StickyPaint {
  readonly editor: Editor
  readonly text: TextMeasure
  readonly sources: PaintSources
}

/** Heads of maps that have left the view stay at its edge while the rest of the map is seen. Takes screen units. */
export function paintStickyHeads(context: CanvasRenderingContext2D, with_: StickyPaint): void {
  const { editor } = with_
  const { x, y, zoom } = editor.camera.get()
  const view = visibleBox(editor.camera.get(), editor.viewport.get())
  for (const map of mapsOn(editor, view)) {
    const stuck = stuckHeads(editor, map)
    if (!stuck) continue
    context.save()
    context.scale(zoom, zoom)
    context.translate(map.geometry[0] - x, map.geometry[1] - y)
    const seen = { ...view, x: view.x - map.geometry[0], y: view.y - map.geometry[1] }
    paintHeads(context, map, stuck, seen, with_)
    context.restore()
  }
}

function paintHeads(
  context: CanvasRenderingContext2D,
  { layout }: LaidOutMap,
  { dx, dy }: Stuck,
  seen: Box,
  { editor, text, sources }: StickyPaint,
): void {
  const look = lookFor(editor, text)
  const { names, heads, corner } = headsOf(layout, look)
  const { sheet, edge } = MAP_COLORS[look.theme]
  const shifted = (ops: readonly DrawOp[], x: number, y: number): void => {
    context.translate(x, y)
    paint(context, ops, sources, { ...seen, x: seen.x - x, y: seen.y - y })
    context.translate(-x, -y)
  }
  const left = layout.rtl ? layout.w - MAP.laneHead : 0
  if (dx !== 0) {
    shifted(names, dx, 0)
    const at = dx + (layout.rtl ? left : MAP.laneHead)
    paintLine(context, edge, [at, MAP.title], [at, layout.next.lane.y])
  }
  if (dy > 0) {
    context.fillStyle = sheet
    const from = layout.rtl ? MAP.end : 0
    context.fillRect(from, seen.y, layout.w - MAP.end, dy + MAP.title - seen.y)
    shifted(heads, 0, dy)
    paintLine(context, edge, [from, MAP_TOP + dy], [from + layout.w - MAP.end, MAP_TOP + dy])
  }
  shifted(corner, dx, dy)
}

function paintLine(
  context: CanvasRenderingContext2D,
  color: string,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  context.strokeStyle = color
  context.lineWidth = 1.5
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
}

interface Heads {
  readonly look: Look
  readonly names: readonly DrawOp[]
  readonly heads: readonly DrawOp[]
  readonly corner: readonly DrawOp[]
}

const known = new WeakMap<MapLayout, Heads>()

function headsOf(layout: MapLayout, look: Look): Heads {
  const last = known.get(layout)
  if (last?.look === look) return last
  const heads: Heads = {
    look,
    names: drawLaneHeads(layout, look),
    heads: [...drawMapStages(layout, look), ...drawSteps(layout, look)],
    corner: drawCorner(layout, look),
  }
  known.set(layout, heads)
  return heads
}

/** Above the lanes' names: whose heads these are. */
function drawCorner({ input, rtl, w }: MapLayout, look: Look): readonly DrawOp[] {
  const box = { x: rtl ? w - MAP.laneHead : 0, y: MAP.title, w: MAP.laneHead, h: MAP_TOP - MAP.title }
  const text = journeyName(input.journey, look.words)
  return [
    { op: 'rect', box, radius: 0, fill: MAP_COLORS[look.theme].head },
    ...drawLabel(
      {
        text,
        box: { x: box.x + MAP.padding, y: box.y + 8, w: box.w - 2 * MAP.padding, h: box.h - 16 },
        size: 14,
        weight: 650,
        color: STORY_COLORS[look.theme].muted,
        ...sideOf(text, rtl),
      },
      look,
    ),
  ]
}

let lastLook: Look | undefined

/** The same look as long as nothing about it changes: what was drawn is found again by it. */
function lookFor(editor: Editor, { measure }: TextMeasure): Look {
  const [theme, words, places] = [boardTheme(), editor.words.get(), !editor.fixed]
  const isSame = lastLook?.theme === theme && lastLook.words === words && lastLook.places === places
  if (!lastLook || !isSame || lastLook.measure !== measure) lastLook = { measure, theme, words, places }
  return lastLook
}
