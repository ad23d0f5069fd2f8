import { expect, test } from 'vitest'
import { createHosting, type Claim } from '../../../renderer/sync/live/hosting.ts'
import type { PersonId } from '../../../shared/session/ids.ts'

const [ANA, BEN] = ['a', 'b'].map((letter) => letter.repeat(22) as PersonId)

function hostingFrom(first: Claim) {
  return createHosting({
    me: ANA as PersonId,
    now: () => 0,
    first,
    able: () => true,
    heardAt: () => 0,
    candidates: () => [],
    isBetter: () => false,
    isInStep: () => true,
    hasPeers: () => true,
    doubt: () => {},
    announce: () => {},
    changed: () => {},
  })
}

test('nobody ends the count of hosts by a term after which there is none', () => {
  const hosting = hostingFrom({ term: 3, person: ANA })
  for (const person of [undefined, BEN]) {
    expect(hosting.consider({ term: Number.MAX_SAFE_INTEGER, person })).toBe(false)
    expect(hosting.consider({ term: 2 ** 40, person })).toBe(false)
  }
  expect(hosting.claim()).toEqual({ term: 3, person: ANA })
})

test('whoever was away through many changes of host is told, and whoever comes for the first time', () => {
  expect(hostingFrom({ term: 0, person: undefined }).consider({ term: 5000, person: BEN })).toBe(true)
  const hosting = hostingFrom({ term: 3, person: ANA })
  expect(hosting.consider({ term: 400, person: BEN })).toBe(true)
  expect(hosting.host).toBe(BEN)
})
