import { expect, test } from 'vitest'
import { forgetInvitation, rememberGuest } from '../../renderer/app/guest/rememberGuest.ts'
import type { Invitation } from '../../shared/session/invitation.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}
const invitation: Invitation = {
  v: 1,
  room: 'A'.repeat(22) as Invitation['room'],
  secret: 'B'.repeat(22),
  servers: ['http://10.0.0.1:4242'],
  role: 'participant',
}

test('a page that is loaded again knows its guest, in their language, and the session', () => {
  const storages = { forGood: storage(), forTab: storage() }
  const first = rememberGuest(storages, invitation)
  first.setLanguage('fa')
  first.setName('Sara')
  const again = rememberGuest(storages, undefined)
  expect([again.name(), again.language(), again.invitation()]).toEqual(['Sara', 'fa', invitation])
})

test('an invitation that leads nowhere is forgotten, the guest is not', () => {
  const storages = { forGood: storage(), forTab: storage() }
  const first = rememberGuest(storages, undefined)
  first.setName('Sara')
  first.setInvitation(invitation)
  forgetInvitation(storages.forTab)
  const again = rememberGuest(storages, undefined)
  expect([again.name(), again.invitation()]).toEqual(['Sara', undefined])
})

test('a browser that keeps nothing is no reason to fail', () => {
  const memory = rememberGuest({ forGood: undefined, forTab: undefined }, undefined)
  memory.setName('Sara')
  forgetInvitation(undefined)
  expect([memory.name(), memory.language()]).toEqual(['Sara', undefined])
})
