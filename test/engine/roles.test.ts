import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { EngineOptions } from '../../electron/engine/createEngine.ts'
import { createGate, type ClaimingGate, type GateOptions } from '../../shared/session/gate/createGate.ts'
import type { Role } from '../../shared/session/role.ts'
import { contentOf } from '../support/gated.ts'
import { invitationOf, isLive, join, start, testEngine } from '../support/engineWorld.ts'
import { until } from '../support/until.ts'

/** Somebody takes away a note of the facilitator's, and says what came of it. */
async function trespass(role: Role, options: Partial<EngineOptions> = {}) {
  const engine = await testEngine(options)
  const ana = await start(engine)
  const note = ana.write()
  const ben = join('Ben', invitationOf(ana, role))
  await isLive(ben)
  await until(
    () => 'the note',
    () => ben.notes().length === 1,
  )
  let refusals = 0
  ben.session.onRefused(() => refusals++)
  ben.workshop.change((change) => change.remove(note))
  // What comes after it on the same line has been judged after it.
  const honest = role === 'viewer' ? undefined : ben.write()
  await until(
    () => 'a verdict',
    () => refusals > 0 || !ana.notes().includes(note),
  )
  return { ana, ben, note, honest, survived: ana.notes().includes(note) }
}

test('what a participant may not do is refused and taken back, and what they may do goes on', async () => {
  const { ana, ben, note, honest, survived } = await trespass('participant')
  expect(survived).toBe(true)
  await until(
    () => 'it to be taken back',
    () => ben.notes().includes(note),
  )
  await until(
    () => 'the honest note',
    () => honest !== undefined && ana.notes().includes(honest),
  )
  const later = ben.write()
  await until(
    () => 'the later note',
    () => ana.notes().includes(later),
  )
  expect(contentOf(ben.workshop.doc)).toEqual(contentOf(ana.workshop.doc))
})

test('whoever looks on changes nothing', async () => {
  const { ana, survived } = await trespass('viewer')
  expect(survived).toBe(true)
  expect(ana.notes()).toHaveLength(1)
})

test('planted: without the gate it would be seen', async () => {
  const open = (options: GateOptions): ClaimingGate => ({
    ...createGate(options),
    admit: (update) => ({ kind: 'accepted', update }),
  })
  const { survived } = await trespass('participant', { gate: open })
  expect(survived).toBe(false)
})

test('somebody who goes on breaking rules is cut off, and honest people notice nothing', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const notes = [ana.write(), ana.write(), ana.write(), ana.write()]
  const ben = join('Ben', invitationOf(ana, 'participant'))
  const cleo = join('Cleo', invitationOf(ana, 'participant'))
  await Promise.all([isLive(ben), isLive(cleo)])
  let lost = 0
  ben.session.phase.subscribe(() => (lost += ben.session.phase.get().kind === 'lost' ? 1 : 0))
  for (const note of notes) {
    ben.workshop.change((change) => change.remove(note))
    await wait(50)
  }
  await until(
    () => 'Ben to be cut off',
    () => lost > 0,
  )
  const note = cleo.write()
  await until(
    () => 'Cleo’s note',
    () => ana.notes().includes(note),
  )
  expect(notes.every((each) => ana.notes().includes(each))).toBe(true)
})
