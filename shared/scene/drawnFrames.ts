import type { Step } from '../journey/entities.ts'
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

/**
 * The same as `drawFrame`, remembered: of a storyboard mostly one frame is changed at a time, and laying out the texts of
 * all the others again would be felt while typing.
 */
export function drawnFrame(frame: StoryFrame, context: FrameContext, look: Look): readonly DrawOp[] {
  const known = drawn.get(look) ?? new WeakMap<Step, Drawn>()
  drawn.set(look, known)
  const facts = factsOf(frame, context)
  const last = known.get(frame.step)
  if (last && last.facts.every((fact, index) => fact === facts[index])) return last.ops
  const ops = drawFrame(frame, context, look)
  known.set(frame.step, { facts, ops })
  return ops
}

/** Everything that a frame shows besides what its step says. */
function factsOf({ step, number, box }: StoryFrame, { input, rtl, someServed }: FrameContext) {
  const served = input.served.get(step.id)
  return [
    number,
    box.x,
    box.y,
    box.h,
    rtl,
    someServed,
    served?.opportunities,
    served?.pains,
    input.channels.find(({ id }) => id === step.channel),
    ...(input.overlay ? input.metrics.filter((metric) => metric.step === step.id) : []),
  ]
}
