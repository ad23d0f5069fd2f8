import type { Step } from '../journey/entities.ts'
import { pictureIn } from '../journey/frameParts.ts'
import type { StoryFrame } from '../journey/storyLayout.ts'
import { drawFrame, type FrameContext } from './drawFrame.ts'
import type { DrawOp, Look } from './ops.ts'

/** What a frame was drawn from last, and what came of it. */
interface Drawn {
  readonly facts: readonly unknown[]
  readonly ops: readonly DrawOp[]
}

/** By look and step: as long as both are in use. */
const drawn = new WeakMap<Look, WeakMap<Step, Drawn>>()

/** How far a frame's edge and shadow reach beyond its box, page units. */
const REACH = 6

/**
 * The same as `drawFrame`, as one part, remembered wherever it lies: of a storyboard mostly one frame is changed at a
 * time, and laying out the texts of all the others again would be felt while typing.
 */
export function drawnFrame(frame: StoryFrame, context: FrameContext, look: Look): DrawOp {
  const { x, y, w, h } = frame.box
  const box = { x: -REACH, y: -REACH, w: w + 2 * REACH, h: h + 2 * REACH }
  return { op: 'part', at: [x, y], box, ops: opsOf(frame, context, look) }
}

function opsOf(frame: StoryFrame, context: FrameContext, look: Look): readonly DrawOp[] {
  const known = drawn.get(look) ?? new WeakMap<Step, Drawn>()
  drawn.set(look, known)
  const facts = factsOf(frame, context)
  const last = known.get(frame.step)
  if (last && last.facts.every((fact, index) => fact === facts[index])) return last.ops
  const box = { ...frame.box, x: 0, y: 0 }
  const ops = drawFrame({ ...frame, box, picture: pictureIn(box) }, context, look)
  known.set(frame.step, { facts, ops })
  return ops
}

/** Everything that a frame shows besides what its step says. */
function factsOf({ step, number, box }: StoryFrame, { input, rtl, someServed }: FrameContext) {
  const served = input.served.get(step.id)
  return [
    number,
    box.h,
    rtl,
    someServed,
    served?.opportunities,
    served?.pains,
    input.channels.find(({ id }) => id === step.channel),
    ...(input.overlay ? input.metrics.filter((metric) => metric.step === step.id) : []),
  ]
}
