import type { Gap, GapKind, Link, Step } from './entities.ts'
import { GAP_KINDS } from './entities.ts'
import { gapId, type GapId } from './ids.ts'

/** A change of device, channel or team from one step to the next, over which a customer may be lost. */
export interface FoundGap {
  readonly id: GapId
  readonly kind: GapKind
  readonly from: Step
  readonly to: Step
  /** The device itself, or the id of a channel or a team. */
  readonly before: string
  readonly after: string
  /** What the group has said of it; nothing as long as it is only a suggestion. */
  readonly said: Gap | undefined
}

/**
 * The changes between each two steps in a row that nobody has bridged: a link between the two that says what is handed
 * over is a hand-over. Steps of which the device, channel or team is not known are passed over, not taken for a change:
 * the last known one counts.
 */
export function findGaps(
  steps: readonly Step[],
  links: readonly Link[],
  said: readonly Gap[],
): readonly FoundGap[] {
  const handed = new Set(
    links.flatMap(({ from, to, label }) => (label.trim() === '' ? [] : [pair(from, to)])),
  )
  const known = new Map(said.map((gap) => [gap.id, gap]))
  const last = new Map<GapKind, Step>()
  return steps.flatMap((to) =>
    GAP_KINDS.flatMap((kind): FoundGap[] => {
      const after = to[kind]
      const from = last.get(kind)
      if (after !== undefined) last.set(kind, to)
      const before = from?.[kind]
      if (!from || before === undefined || after === undefined || before === after) return []
      if (handed.has(pair(from.id, to.id))) return []
      const id = gapIdOf(kind, from, to)
      return [{ id, kind, from, to, before, after, said: known.get(id) }]
    }),
  )
}

/** The same on every machine, so that two people who judge the same gap at once judge one gap. */
export const gapIdOf = (kind: GapKind, from: Pick<Step, 'id'>, to: Pick<Step, 'id'>): GapId =>
  gapId.parse(`${kind}:${from.id.slice(0, 27)}:${to.id.slice(0, 27)}`)

const pair = (from: string, to: string): string => `${from} ${to}`
