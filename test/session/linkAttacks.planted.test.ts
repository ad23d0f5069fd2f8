import { expect, test, vi } from 'vitest'
import type * as IdentityModule from '../../shared/session/identity.ts'
import { ATTACKS, breachesOf } from './linkAttacks.ts'

// The planted bug: signatures are not looked at.
vi.mock(import('../../shared/session/identity.ts'), async (original) => ({
  ...(await original<typeof IdentityModule>()),
  isSignedBy: () => true,
}))

test.each([
  "somebody with the facilitator's certificate and another key",
  'somebody whose role was written over',
])('an end that does not look at signatures is found out by %s', (name) => {
  const attack = ATTACKS.find((each) => each.name === name)
  expect(attack && breachesOf(attack, { binding: false, shy: false })).toContain('opened')
})

test('an end that does not look at signatures on a line with named ends is found out by replay and middle', () => {
  const found = ATTACKS.filter((attack) => breachesOf(attack, { binding: true, shy: false }).length > 0)
  expect(found.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['a replay of an honest guest', 'somebody in the middle']),
  )
})
