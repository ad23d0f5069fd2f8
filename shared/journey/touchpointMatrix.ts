import type { ShapeId } from '../model/ids.ts'
import type { Note } from '../model/shape.ts'
import { foldText } from '../util/foldText.ts'
import type { Channel, Phase, Step, Touchpoint } from './entities.ts'
import { PHASES } from './entities.ts'
import type { ChannelId, StepId, TouchpointId } from './ids.ts'

export interface TouchpointRow {
  /** Nothing for one that is only known from what notes say. */
  readonly touchpoint: Touchpoint | undefined
  /** What notes say, where there is no touchpoint of the workshop. */
  readonly text: string
  readonly phase: Phase | undefined
  /** The notes by channel; `undefined` for those whose channel nobody has said. */
  readonly byChannel: ReadonlyMap<ChannelId | undefined, readonly Note[]>
  readonly count: number
}

export interface TouchpointMatrix {
  readonly rows: readonly TouchpointRow[]
  /** In order; those that no note names as well: what is not used shows. */
  readonly channels: readonly Channel[]
  /** Are there notes whose channel nobody has said? */
  readonly someWithout: boolean
}

/** What the matrix is made of. `nameOf` gives a touchpoint's name, to recognise it in what a note says. */
export interface TouchpointSources {
  readonly notes: readonly Note[]
  readonly touchpoints: readonly Touchpoint[]
  readonly channels: readonly Channel[]
  readonly step: (id: StepId | undefined) => Step | undefined
  readonly nameOf: (touchpoint: Touchpoint) => string
}

/**
 * Which touchpoints are met on which channels: a note counts for the channel it names, or else for that of its step.
 * Touchpoints stand before, during and after the sale, each in their own order; those that only notes name come last.
 */
export function touchpointMatrix({
  notes,
  touchpoints,
  channels,
  step,
  nameOf,
}: TouchpointSources): TouchpointMatrix {
  const known = new Set(channels.map(({ id }) => id))
  const byName = new Map(touchpoints.map((one) => [foldText(nameOf(one)).text, one.id]))
  const byId = new Map(touchpoints.map((one) => [one.id, one]))
  const rows = new Map<string, { touchpoint: Touchpoint | undefined; text: string; cells: Cells }>(
    touchpoints.map((one) => [one.id, { touchpoint: one, text: '', cells: new Map() }]),
  )
  let someWithout = false
  for (const note of notes) {
    if (note.cell?.role !== 'touchpoint') continue
    const folded = foldText(note.text.trim()).text
    const named = touchpointOf(note, byId) ?? byName.get(folded)
    const key = named ?? `text:${folded}`
    const row = rows.get(key) ?? { touchpoint: undefined, text: note.text.trim(), cells: new Map() }
    rows.set(key, row)
    const wanted = note.channel ?? step(note.cell.step)?.channel
    const channel = wanted !== undefined && known.has(wanted) ? wanted : undefined
    someWithout ||= channel === undefined
    row.cells.set(channel, [...(row.cells.get(channel) ?? []), note])
  }
  const all = [...rows.values()].map(({ touchpoint, text, cells }): TouchpointRow => ({
    touchpoint,
    text,
    phase: touchpoint?.phase,
    byChannel: cells,
    count: [...cells.values()].reduce((sum, { length }) => sum + length, 0),
  }))
  return { rows: all.toSorted((a, b) => phaseRank(a) - phaseRank(b)), channels, someWithout }
}

type Cells = Map<ChannelId | undefined, readonly Note[]>

const touchpointOf = (
  { touchpoint }: Note,
  known: ReadonlyMap<TouchpointId, Touchpoint>,
): TouchpointId | undefined => (touchpoint !== undefined && known.has(touchpoint) ? touchpoint : undefined)

const phaseRank = ({ phase }: TouchpointRow): number =>
  phase === undefined ? PHASES.length : PHASES.indexOf(phase)

/** Touchpoints that no note names: not yet drawn into any journey. */
export const unusedTouchpoints = ({ rows }: TouchpointMatrix): readonly Touchpoint[] =>
  rows.flatMap(({ touchpoint, count }) => (touchpoint && count === 0 ? [touchpoint] : []))

/** Notes of one field of the matrix, as ids. */
export const idsIn = (row: TouchpointRow, channel: ChannelId | undefined): readonly ShapeId[] =>
  (row.byChannel.get(channel) ?? []).map(({ id }) => id)
