import { distance } from '../../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import { choosePart } from '../../journey/choosePart.ts'
import {
  addFrame,
  addStageTo,
  addTrack,
  chooseStep,
  chosenSteps,
  toggleKeyMoments,
} from '../../journey/frameCommands.ts'
import { foldStage } from '../../journey/stageCommands.ts'
import { storyboardAt, storySpotAt, type StorySpot } from '../../journey/viewsOnBoard.ts'
import type { Editor } from '../../editor.ts'
import { dragThreshold } from '../../pointerReach.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { draggingFrames } from './draggingFrames.ts'
import { marquee } from './marquee.ts'

/** The cursor over a part of a storyboard that does something when it is clicked. */
export function cursorOverStory({ point }: PointerInput, editor: Editor): string | undefined {
  const part = editor.fixed ? undefined : storySpotAt(editor, point)?.part
  if (!part) return undefined
  if (part.kind === 'frame') return part.part !== undefined && CLICKED.has(part.part) ? 'pointer' : undefined
  return part.kind === 'track' || (part.kind === 'stage' && !part.onFold) ? undefined : 'pointer'
}

const CLICKED: ReadonlySet<string> = new Set(['star', 'face', 'channel'])

/** The button goes down on a part of a storyboard: a click or a drag, we don't know yet. */
export function pressStory(down: PointerInput, editor: Editor, idle: () => ToolState): ToolState | undefined {
  const spot = storySpotAt(editor, down.point)
  if (!spot) return undefined
  const isFrame = spot.part.kind === 'frame'
  const onPicture = spot.part.kind === 'frame' && spot.part.part === 'picture'
  return {
    name: 'pressingPart',
    pointerMove(input) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      if (isFrame && !onPicture && !editor.fixed) return draggingFrames(editor, spot, down, idle)
      // A rubber band that begins here selects what is drawn in pictures.
      const before = down.shift ? editor.selection.get() : new Set<ShapeId>()
      editor.selection.set(before)
      editor.chosen.set(null)
      return marquee(down, before, idle)
    },
    pointerUp() {
      click(spot, down, editor)
      return idle()
    },
    cancel: idle,
  }
}

function click({ view, part }: StorySpot, input: PointerInput, editor: Editor): void {
  const { id, story } = view
  switch (part.kind) {
    case 'frame':
      return clickFrame({ view, part }, input, editor)
    case 'stage':
      if (part.onFold) return foldStage(editor, part.stage.id)
      return choosePart(editor, { kind: 'stage', id: part.stage.id })
    case 'end':
      return void addFrame(editor, id, { journey: part.journey.id, stage: part.stage.id })
    case 'nextStage':
      return addStageTo(editor, id, story)
    case 'nextTrack':
      return addTrack(editor, id, story)
    case 'track':
      return choosePart(editor, null)
  }
}

function clickFrame({ view, part }: StorySpot, { shift, mod }: PointerInput, editor: Editor): void {
  if (part.kind !== 'frame') return
  const { id } = part.frame.step
  if (shift || mod) return chooseStep(editor, id, mod ? 'toggle' : 'range')
  const acts = part.part !== undefined && CLICKED.has(part.part) && !editor.fixed
  // A text that is still empty is typed as soon as its frame is chosen.
  const [only, more] = chosenSteps(editor)
  const text =
    part.part === 'title' || part.part === 'caption' || part.part === 'today' ? part.part : undefined
  if (only === id && !more && text && part.frame.step[text] === '' && !editor.fixed)
    return editor.openPart.set({ view: view.id, kind: 'step', id, part: text })
  // What is clicked in one of several chosen frames is done to all of them.
  if (!acts || !chosenSteps(editor).includes(id)) chooseStep(editor, id)
  if (!acts) return
  if (part.part === 'star') return toggleKeyMoments(editor, chosenSteps(editor))
  const opened = part.part === 'face' ? 'emotion' : 'channel'
  editor.openPart.set({ view: view.id, kind: 'step', id, part: opened })
}

/** Opens the text under the pointer for typing; tells whether there is one. */
export function openStoryText({ point }: PointerInput, editor: Editor): boolean {
  const view = storyboardAt(editor, point)
  if (!view) return false
  if (editor.fixed) return true
  const part = storySpotAt(editor, point)?.part
  const [first] = view.layout.rows
  const open = editor.openPart
  if (part?.kind === 'stage' && !part.onFold) open.set({ view: view.id, kind: 'stage', id: part.stage.id })
  else if (part?.kind === 'track')
    open.set({ view: view.id, kind: 'journey', id: part.journey.id, at: 'track' })
  else if (part?.kind === 'frame' && !(part.part !== undefined && CLICKED.has(part.part)))
    open.set({ view: view.id, kind: 'step', id: part.frame.step.id, part: textAt(part.part) })
  else if (
    !part &&
    first &&
    point[1] < view.geometry[1] + view.layout.stages.reduce((y, { box }) => Math.min(y, box.y), Infinity)
  )
    open.set({ view: view.id, kind: 'journey', id: first.track.journey.id, at: 'title' })
  return true
}

const textAt = (part: string | undefined): 'title' | 'caption' | 'today' | 'place' =>
  part === 'title' || part === 'number' ? 'title' : part === 'today' || part === 'place' ? part : 'caption'
