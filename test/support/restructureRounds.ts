import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { journeyFaults } from './journeyFaults.ts'
import { contentOf, MOVES, playMoves, reopened, seenIn, type Move, type Play } from './restructure.ts'
import type { ACTS } from './restructureActs.ts'

const number = fc.nat(20)
const move: fc.Arbitrary<Move> = fc.record({
  peer: fc.nat(2),
  act: fc.constantFrom(...MOVES),
  a: number,
  b: number,
  c: number,
})

/** Everything that is wrong when three people have restructured a journey at once and heard everything. */
export function faultsOf({ peers, notes, pictures, faults }: Play): readonly string[] {
  const [first, ...others] = peers
  if (!first) return ['nobody was there']
  const found = [...faults, ...journeyFaults(first)]
  const seen = seenIn(first)
  for (const other of others) {
    if (!isDeepStrictEqual(contentOf(other), contentOf(first))) found.push('documents differ')
    if (!isDeepStrictEqual(seenIn(other), seen)) found.push('what is seen differs')
  }
  if (!isDeepStrictEqual(seenIn(reopened(first)), seen)) found.push('what is seen differs when opened anew')
  for (const id of notes) if (first.shapes.get(id)?.kind !== 'note') found.push('a note is lost')
  for (const id of pictures) if (!first.shapes.get(id)) found.push('a picture is lost')
  return [...new Set(found)]
}

export interface RoundsReport {
  readonly rounds: number
  readonly faults: readonly string[]
  /** The shortest found that show the faults. */
  readonly moves?: readonly Move[]
}

/** Plays as many rounds of random moves, until one goes wrong. The same seed plays the same rounds. */
export function restructureRounds(rounds: number, seed: number, acts?: typeof ACTS): RoundsReport {
  const property = fc.property(fc.array(move, { maxLength: 50, size: 'max' }), (moves) => {
    const faults = faultsOf(playMoves(moves, acts))
    if (faults.length > 0) throw new Error(faults.join('; '))
  })
  const result = fc.check(property, { numRuns: rounds, seed })
  if (!result.failed) return { rounds: result.numRuns, faults: [] }
  const moves = result.counterexample?.[0]
  const { errorInstance } = result
  const words = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return { rounds: result.numRuns, faults: [words], ...(moves && { moves }) }
}
