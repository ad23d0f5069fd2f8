import type { Vec } from '../../shared/geometry/vec.ts'
import { center, type Box } from '../../shared/geometry/box.ts'
import { partsOf, type FramePart } from '../../shared/journey/frameParts.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { newStep } from '../../shared/journey/structure/addSteps.ts'
import type { StoryLayout } from '../../shared/journey/storyLayout.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { TestEditor } from './testEditor.ts'

export const STORYBOARD = 'storyboard' as ShapeId
export const STORY_ID = 'story' as StoryId

/**
 * A storyboard with its corner at the page's origin: journeys by name, each with the captions of its steps by stage.
 * Journeys, stages and steps have their names as ids.
 */
export function storyOn(
  t: TestEditor,
  tracks: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  direction: 'ltr' | 'rtl' = 'ltr',
): void {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const order = (index: number) => `a${letters[index] ?? 'z'}`
  t.editor.workshop.change((change) => {
    const stages = [...new Set(Object.values(tracks).flatMap((track) => Object.keys(track)))]
    stages.forEach((name, index) =>
      change.put('stages', { id: name as StageId, order: order(index), story: STORY_ID, name }),
    )
    Object.entries(tracks).forEach(([journey, track], index) => {
      const id = journey as JourneyId
      change.put('journeys', {
        id,
        order: order(index),
        name: journey,
        story: STORY_ID,
        kind: 'current',
        direction,
      })
      let at = 0
      for (const [stage, captions] of Object.entries(track))
        for (const caption of captions) {
          const step = newStep({ journey: id, stage: stage as StageId, order: order(at++) }, { caption })
          change.put('steps', { ...step, id: caption as StepId, origins: [caption as StepId] })
        }
    })
    change.add({
      id: STORYBOARD,
      kind: 'storyboard',
      board: t.editor.board.get(),
      order: 'a0',
      geometry: [0, 0, 1, 1, 0],
      story: STORY_ID,
    })
  })
}

/** How the storyboard is laid out now. */
export function layoutOn(t: TestEditor): StoryLayout {
  const shape = t.shape(STORYBOARD)
  if (shape.kind !== 'storyboard' || !shape.layout) throw new Error('Expected a storyboard')
  return shape.layout
}

/** Where a part of a step's frame is, page units. */
export function frameBox(t: TestEditor, step: string, part?: FramePart): Box {
  const layout = layoutOn(t)
  const frame = layout.rows.flatMap(({ frames }) => frames).find((one) => one.step.id === step)
  if (!frame) throw new Error(`Expected a frame of ${step}`)
  return part ? partsOf(frame.box, layout.rtl, layout.input.overlay)[part] : frame.box
}

export const middleOf = (t: TestEditor, step: string, part?: FramePart): Vec =>
  center(frameBox(t, step, part))

/** The captions of a journey's steps, in order. */
export const captionsOf = (t: TestEditor, journey: string): string[] =>
  t.editor.workshop.journeys.stepsOf(journey as JourneyId).map(({ caption }) => caption)
