import { expect, test } from 'vitest'
import { createRules } from '../../../renderer/sync/live/rules.ts'
import { testRoom } from '../../support/sessionPeople.ts'

test('the secret of an epoch is taken also when its policy came before, and that of no other', () => {
  const { room, policy } = testRoom()
  const rules = createRules(room, { policy: policy() }, 'first')
  const next = { policy: policy({ seq: 1, epoch: 1 }) }
  expect(rules.take(next)).toBe(true)
  expect(rules.secret.get()).toBe('first')
  expect(rules.takeSecret(next, 'second')).toBe(true)
  expect([rules.secret.get(), rules.past()]).toEqual(['second', ['first']])
  expect(rules.takeSecret(next, 'third')).toBe(false)
  expect(rules.takeSecret({ policy: policy() }, 'third')).toBe(false)
  expect(rules.takeSecret({ policy: policy({ seq: 2, epoch: 1 }) }, 'third')).toBe(false)
  expect([rules.secret.get(), rules.signed.get().policy.seq]).toEqual(['second', 2])
})
