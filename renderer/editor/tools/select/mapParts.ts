import { distance, type Vec } from '../../../../shared/geometry/vec.ts'
import { emotionAt } from '../../../../shared/journey/curves.ts'
import { columnAt, isRole } from '../../../../shared/journey/mapCells.ts'
import { MAP, MAP_TOP } from '../../../../shared/journey/mapLayout.ts'
import type { MapPart } from '../../../../shared/journey/mapPartAt.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { Editor } from '../../editor.ts'
import { fromCorner, type LaidOutMap } from '../../journey/cellsOnBoard.ts'
import { choosePart } from '../../journey/choosePart.ts'
import { chooseStep, chosenSteps, toggleKeyMoments } from '../../journey/frameCommands.ts'
import { setLane } from '../../journey/laneCommands.ts'
import { addColumn, addStageToMap, setFeeling, toggleChannel } from '../../journey/mapCommands.ts'
import { mapSpotAt, type MapSpot } from '../../journey/mapOnBoard.ts'
import { foldStage } from '../../journey/stageCommands.ts'
import { viewAt } from '../../journey/viewsOnBoard.ts'
import { dragThreshold } from '../../pointerReach.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { draggingMapPart } from './draggingMapPart.ts'
import { marquee } from './marquee.ts'

/** The cursor over a part of a map; the plus shows where a step can be added. Without an input, it is elsewhere. */
export function cursorOverMap(input: PointerInput | undefined, editor: Editor): string | undefined {
  const spot = editor.fixed || !input ? undefined : mapSpotAt(editor, input.point)
  const plus = spot && plusOf(spot)
  const before = editor.mapPlus.get()
  if (plus?.[0] !== before?.[0] || plus?.[1] !== before?.[1]) editor.mapPlus.set(plus ?? null)
  return spot && cursorFor(spot.part)
}

function cursorFor(part: MapPart): string | undefined {
  switch (part.kind) {
    case 'edge':
      return 'ns-resize'
    case 'feeling':
      return part.curve ? 'ns-resize' : 'pointer'
    case 'stage':
    case 'lane':
      return part.onFold ? 'pointer' : undefined
    case 'step':
      return part.onStar ? 'pointer' : undefined
    case 'today':
      return 'text'
    case 'gap':
    case 'firstStep':
    case 'channel':
    case 'nextStage':
    case 'nextLane':
      return 'pointer'
  }
}

/** Where the plus is at which a step is added between two columns. */
function plusOf({ map, part }: MapSpot): Vec | undefined {
  if (part.kind !== 'gap') return undefined
  const [x, y] = map.geometry
  return [x + part.x, y + (MAP.title + MAP.stageHead + MAP_TOP) / 2]
}

/** The button goes down on a part of a map: a click or a drag, we don't know yet. */
export function pressMap(down: PointerInput, editor: Editor, idle: () => ToolState): ToolState | undefined {
  const spot = mapSpotAt(editor, down.point)
  // Over what is typed, a rubber band begins as over notes.
  if (!spot || spot.part.kind === 'today') return undefined
  return {
    name: 'pressingMapPart',
    pointerMove(input) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      const dragging = editor.fixed ? undefined : draggingMapPart(editor, spot, down, idle)
      editor.mapPlus.set(null)
      return dragging ?? band(editor, down, idle)
    },
    pointerUp() {
      editor.mapPlus.set(null)
      click(spot, down, editor)
      return idle()
    },
    cancel: idle,
  }
}

function band(editor: Editor, down: PointerInput, idle: () => ToolState): ToolState {
  const before = down.shift ? editor.selection.get() : new Set<ShapeId>()
  editor.selection.set(before)
  editor.chosen.set(null)
  return marquee(down, before, idle)
}

function click(spot: MapSpot, input: PointerInput, editor: Editor): void {
  const { map, part } = spot
  const { journey, id } = map
  switch (part.kind) {
    case 'stage':
      if (!part.stage.stage) return
      if (part.onFold) return foldStage(editor, part.stage.stage.id)
      return choosePart(editor, { kind: 'stage', id: part.stage.stage.id })
    case 'step':
      return clickStep(spot, input, editor)
    case 'gap':
      return void addColumn(editor, id, {
        journey,
        stage: part.stage.id,
        before: part.before?.id,
        after: part.after?.id,
      })
    case 'firstStep':
      return void addColumn(editor, id, { journey, stage: part.stage.id })
    case 'lane':
      if (part.onFold)
        return setLane(editor, part.lane.lane.id, { collapsed: part.lane.collapsed ? undefined : true })
      return choosePart(editor, { kind: 'lane', id: part.lane.lane.id })
    case 'feeling':
      return clickFeeling(spot, input, editor)
    case 'channel':
      return toggleChannel(editor, part.step, part.channel)
    case 'nextStage':
      return void addStageToMap(editor, id, journey)
    case 'nextLane':
      return editor.laneMenu.set({ journey, at: input.screen })
    case 'edge':
    case 'today':
  }
}

function clickStep({ part }: MapSpot, { shift, mod }: PointerInput, editor: Editor): void {
  if (part.kind !== 'step') return
  const { id } = part.step
  if (shift || mod) return chooseStep(editor, id, mod ? 'toggle' : 'range')
  const acts = part.onStar && !editor.fixed
  if (!acts || !chosenSteps(editor).includes(id)) chooseStep(editor, id)
  if (acts) toggleKeyMoments(editor, chosenSteps(editor))
}

/** On a dot, its step is chosen; beside the actor's curve, the actor feels like that. */
function clickFeeling({ map, part }: MapSpot, { point }: PointerInput, editor: Editor): void {
  if (part.kind !== 'feeling') return
  const source = part.curve?.source
  if (source?.feelings.has(part.step.id)) return chooseStep(editor, part.step.id)
  setFeeling(editor, part.step.id, source, emotionAt(part.lane, fromCorner(map, point)[1]))
}

/** Opens the text under the pointer for typing, or what is folded; tells whether there is something of that. */
export function openMapText({ point }: PointerInput, editor: Editor): boolean {
  const view = viewAt(editor, point)
  if (view?.kind !== 'map') return false
  const { openPart } = editor
  const part = mapSpotAt(editor, point)?.part
  const onTitle = point[1] < view.geometry[1] + MAP.title
  if (!part && !onTitle) return openLaneOfFacts(editor, view as LaidOutMap, point)
  if (editor.fixed) return true
  if (!part) openPart.set({ view: view.id, kind: 'journey', id: view.journey, at: 'title' })
  else if (part.kind === 'step' && !part.onStar)
    openPart.set({ view: view.id, kind: 'step', id: part.step.id, part: 'title' })
  else if (part.kind === 'today')
    openPart.set({ view: view.id, kind: 'step', id: part.step.id, part: 'today' })
  else if (part.kind === 'stage' && part.stage.stage && !part.onFold) {
    if (part.stage.collapsed) foldStage(editor, part.stage.stage.id)
    else openPart.set({ view: view.id, kind: 'stage', id: part.stage.stage.id })
  } else if (part.kind === 'lane' && !part.onFold)
    openPart.set({ view: view.id, kind: 'lane', id: part.lane.lane.id })
  return true
}

/** In a lane that takes no notes, the step is chosen; where its channels are, one can be picked. */
function openLaneOfFacts(editor: Editor, map: LaidOutMap, point: Vec): boolean {
  const [x, y] = fromCorner(map, point)
  const { lane } = map.layout.lanes.find((one) => y >= one.y && y < one.y + one.h) ?? {}
  const step = columnAt(map.layout, x)?.column.step
  if (!lane || !step || isRole(lane.kind)) return false
  chooseStep(editor, step.id)
  if (lane.kind === 'channel' && !editor.fixed)
    editor.openPart.set({ view: map.id, kind: 'step', id: step.id, part: 'channel' })
  return true
}
