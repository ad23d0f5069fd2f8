import { expect, test } from 'vitest'
import { readInvitation } from '../../renderer/session/join/readInvitation.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import { linkOf } from '../../shared/session/invite.ts'
import { roomId } from '../../shared/session/ids.ts'

const invitation: Invitation = {
  v: 1,
  room: roomId.parse('r'.repeat(22)),
  secret: 's'.repeat(22),
  servers: ['http://192.168.1.5:4242', 'https://sessions.example.org'],
  role: 'participant',
}

test('a link is found whatever stands around it', () => {
  const link = linkOf(invitation)
  expect(readInvitation(` Join us: ${link} \n`)).toEqual({ kind: 'link', invitation })
  expect(readInvitation(link)).toEqual({ kind: 'link', invitation })
})

test('a link that was cut off is told from what is none', () => {
  const link = linkOf(invitation)
  expect(readInvitation(link.slice(0, 60))).toEqual({ kind: 'none', why: 'link' })
  expect(readInvitation('  ')).toEqual({ kind: 'none', why: 'empty' })
  expect(readInvitation('tomorrow at noon')).toEqual({ kind: 'none', why: 'address' })
})

test('an address and four words, as people type them', () => {
  const words = 'abandon ability able about'
  const found = { kind: 'words', server: 'http://192.168.1.5:4242', words }
  expect(readInvitation(`192.168.1.5:4242 ${words}`)).toEqual(found)
  expect(readInvitation(`HTTP://192.168.1.5:4242/  Abandon, ability,able  ABOUT`)).toEqual(found)
  expect(readInvitation(`${words} ۱۹۲.۱۶۸.۱.۵:۴۲۴۲`)).toEqual(found)
})

test('what is wrong with the words is said', () => {
  const at = '192.168.1.5:4242'
  expect(readInvitation(at)).toEqual({ kind: 'none', why: 'count' })
  expect(readInvitation(`${at} abandon ability able`)).toEqual({ kind: 'none', why: 'count' })
  expect(readInvitation(`${at} abandon ability able abuot`)).toEqual({
    kind: 'none',
    why: 'word',
    word: 'abuot',
  })
  expect(readInvitation('1.2.3.4:99999999 abandon ability able about')).toEqual({
    kind: 'none',
    why: 'address',
  })
})
