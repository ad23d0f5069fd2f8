import { expect, test, vi } from 'vitest'
import { newStep } from '../../../shared/journey/structure/addSteps.ts'
import { removeSteps } from '../../../shared/journey/structure/removeSteps.ts'
import { contentOf, MOVES, playMoves } from '../../support/restructure.ts'
import { ACTS, type Act } from '../../support/restructureActs.ts'
import { restructureRounds } from '../../support/restructureRounds.ts'

// The same run twice makes the same ids: what a failure is cut down to is what failed.
vi.mock('nanoid', () => import('../../support/seededIds.ts'))

// More of it: `node test/shared/journey/restructure.ts ROUNDS [SEED]`.
test('people who restructure a journey at once meet in the same, valid journey, with every note', () => {
  expect(restructureRounds(120, Date.now() % 2 ** 31)).toEqual({ rounds: 120, faults: [] })
})

test('the same moves make the same journey', () => {
  const moves = MOVES.map((act, index) => ({ act, peer: index % 3, a: index, b: index * 7, c: 0 }))
  const [one, two] = [playMoves(moves), playMoves(moves)].map(({ peers }) => peers.map(contentOf))
  expect(one).toEqual(two)
})

/** Each breaks one rule, the way a command might that was written in a hurry. */
const BROKEN: Readonly<Record<string, readonly [replaces: string, act: Act, fault: string]>> = {
  'takes notes away with their step': [
    'removeSteps',
    ({ workshop, change, step }) => {
      if (!step) return
      for (const note of workshop.shapes.placement.notesOf(step.journey))
        if (note.cell?.step === step.id) change.remove(note.id)
      removeSteps(workshop, change, [step.id])
    },
    'removeSteps takes a note away',
  ],
  'takes the pictures of other frames': [
    'foldStage',
    ({ workshop, change, step }) => {
      for (const id of step ? workshop.shapes.placement.inFrame(step.id) : [])
        if (workshop.shapes.get(id)?.kind !== 'note') change.remove(id)
    },
    'foldStage takes a picture away whose frame is there',
  ],
  'gives two steps the same order': [
    'splitStep',
    ({ change, step }) => {
      if (!step) return undefined
      const half = newStep({ journey: step.journey, stage: step.stage, order: step.order })
      change.put('steps', half)
      return ({ journeys }) => {
        const all = journeys.stepsOf(step.journey).map(({ id }) => id)
        return all.indexOf(half.id) === all.indexOf(step.id) + 1
          ? undefined
          : 'steps are not where they were put'
      }
    },
    'steps are not where they were put',
  ],
  'writes what each replica makes up': [
    'turn',
    ({ workshop, journey }) => {
      // Past the document: nobody else hears of it.
      Object.assign(workshop.journeys.get('journeys', journey.id) ?? {}, { direction: 'rtl' })
    },
    'what is seen differs',
  ],
}

test.each(Object.entries(BROKEN))('the check sees a command that %s', (_, [replaces, act, fault]) => {
  expect(restructureRounds(400, 1, { ...ACTS, [replaces]: act }).faults.join()).toContain(fault)
})
