import type { Box } from '../../../../shared/geometry/box.ts'
import { sub, type Vec } from '../../../../shared/geometry/vec.ts'
import { emotionAt, emotionY } from '../../../../shared/journey/curves.ts'
import { MAP } from '../../../../shared/journey/mapLayout.ts'
import type { MapPart } from '../../../../shared/journey/mapPartAt.ts'
import { laneSpotAt, stageSpotAt, stepSpotAt } from '../../../../shared/journey/mapSpots.ts'
import type { Editor } from '../../editor.ts'
import { fromCorner, type LaidOutMap } from '../../journey/cellsOnBoard.ts'
import { chooseStep, chosenSteps } from '../../journey/frameCommands.ts'
import { choosePart } from '../../journey/choosePart.ts'
import { putLane, setLane } from '../../journey/laneCommands.ts'
import { setFeeling } from '../../journey/mapCommands.ts'
import { chosenBoxes, onBoard, type MapSpot } from '../../journey/mapOnBoard.ts'
import { putStage } from '../../journey/stageCommands.ts'
import { putSteps } from '../../journey/stepCommands.ts'
import type { MapDrag } from '../../mapDrag.ts'
import type { PointerInput, ToolState } from '../../tool.ts'

/** What a drag shows, and does when it is let go there. */
interface Aim {
  readonly show: MapDrag
  readonly drop: () => void
}

/** From where the pointer is now, on the map as it is now: peers may change it meanwhile. */
type AimAt = (map: LaidOutMap, input: PointerInput) => Aim | undefined

/** A part of a map follows the pointer; nothing for parts that stay where they are. */
export function draggingMapPart(
  editor: Editor,
  spot: MapSpot,
  down: PointerInput,
  idle: () => ToolState,
): ToolState | undefined {
  const aim = AIMS[spot.part.kind]?.(editor, spot, down)
  if (!aim) return undefined
  const { mapDrag, cursor, workshop } = editor
  function aimNow(input: PointerInput): Aim | undefined {
    const now = workshop.shapes.get(spot.map.id)
    return now?.kind === 'map' && now.layout ? aim?.(now as LaidOutMap, input) : undefined
  }
  const end = (): ToolState => {
    mapDrag.set(null)
    cursor.set('default')
    return idle()
  }
  return {
    name: 'draggingMapPart',
    pointerMove(input) {
      cursor.set(spot.part.kind === 'edge' || spot.part.kind === 'feeling' ? 'ns-resize' : 'grabbing')
      mapDrag.set(aimNow(input)?.show ?? null)
    },
    pointerUp(input) {
      const now = aimNow(input)
      const next = end()
      now?.drop()
      return next
    },
    cancel: end,
  }
}

/** What can be dragged; all other parts stay where they are. */
const AIMS: Readonly<
  Partial<Record<MapPart['kind'], (editor: Editor, spot: MapSpot, down: PointerInput) => AimAt | undefined>>
> = {
  step: aimSteps,
  stage: aimStage,
  lane: aimLane,
  edge: aimEdge,
  feeling: aimFeeling,
}

const shifted = (box: Box, [dx, dy]: Vec): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

function aimSteps(editor: Editor, { map, part }: MapSpot, down: PointerInput): AimAt | undefined {
  if (part.kind !== 'step') return undefined
  if (!chosenSteps(editor).includes(part.step.id)) chooseStep(editor, part.step.id)
  const { journeys } = editor.workshop
  const ids = chosenSteps(editor).filter((id) => journeys.get('steps', id)?.journey === map.journey)
  const moved = new Set(ids)
  return (now, input) => {
    const spot = stepSpotAt(now.layout, fromCorner(now, input.point)[0], moved)
    const boxes = chosenBoxes(now.layout, { kind: 'steps', ids })
    const [dx] = sub(input.point, down.point)
    return {
      show: {
        ghosts: boxes.map((box) => shifted(onBoard(now, box), [dx, 0])),
        line: spot && onBoard(now, spot.line),
      },
      drop: () => spot && putSteps(editor, ids, spot.place),
    }
  }
}

function aimStage(editor: Editor, { part }: MapSpot, down: PointerInput): AimAt | undefined {
  const stage = part.kind === 'stage' ? part.stage.stage : undefined
  if (!stage) return undefined
  choosePart(editor, { kind: 'stage', id: stage.id })
  return (now, input) => {
    const spot = stageSpotAt(now.layout, fromCorner(now, input.point)[0], stage.id)
    const boxes = chosenBoxes(now.layout, { kind: 'stage', id: stage.id })
    return {
      show: {
        ghosts: boxes.map((box) => shifted(onBoard(now, box), [input.point[0] - down.point[0], 0])),
        line: onBoard(now, spot.line),
      },
      drop: () => putStage(editor, stage.id, spot.place),
    }
  }
}

function aimLane(editor: Editor, { part }: MapSpot, down: PointerInput): AimAt | undefined {
  if (part.kind !== 'lane') return undefined
  const { id } = part.lane.lane
  choosePart(editor, { kind: 'lane', id })
  return (now, input) => {
    const spot = laneSpotAt(now.layout, fromCorner(now, input.point)[1], id)
    const boxes = chosenBoxes(now.layout, { kind: 'lane', id })
    return {
      show: {
        ghosts: boxes.map((box) => shifted(onBoard(now, box), [0, input.point[1] - down.point[1]])),
        line: onBoard(now, spot.line),
      },
      drop: () => putLane(editor, id, spot.place),
    }
  }
}

/** No lane is dragged lower than this, page units; what lies in it keeps it taller. */
const LOWEST = 48

function aimEdge(editor: Editor, { part }: MapSpot): AimAt | undefined {
  if (part.kind !== 'edge') return undefined
  const { id } = part.lane.lane
  return (now, input) => {
    const lane = now.layout.lanes.find((one) => one.lane.id === id)
    if (!lane) return undefined
    const height = Math.min(4000, Math.max(LOWEST, Math.round(fromCorner(now, input.point)[1] - lane.y)))
    const line = { x: now.layout.rtl ? MAP.end : 0, y: lane.y + height, w: now.layout.w - MAP.end, h: 0 }
    return {
      show: { ghosts: [], line: onBoard(now, line) },
      drop: () => setLane(editor, id, { height }),
    }
  }
}

/** A dot of a curve, or where there is none yet. */
function aimFeeling(editor: Editor, { part }: MapSpot): AimAt | undefined {
  if (part.kind !== 'feeling') return undefined
  const { step, curve } = part
  return (now, input) => {
    const lane = now.layout.lanes.find((one) => one.lane.id === part.lane.lane.id)
    if (!lane) return undefined
    const emotion = emotionAt(lane, fromCorner(now, input.point)[1])
    const [x, y] = now.geometry
    const at: Vec = [x + part.column.x + part.column.w / 2, y + emotionY(lane, emotion)]
    return {
      show: { ghosts: [], feeling: { at, emotion } },
      drop: () => setFeeling(editor, step.id, curve?.source, emotion),
    }
  }
}
