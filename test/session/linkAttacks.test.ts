import { describe, expect, test } from 'vitest'
import { linkPair } from '../support/linkPair.ts'
import { testRoom } from '../support/sessionPeople.ts'
import { ATTACKS, breachesOf } from './linkAttacks.ts'

describe.each([
  { binding: false, shy: false },
  { binding: false, shy: true },
  { binding: true, shy: false },
  { binding: true, shy: true },
])('who is not in gets nothing from an honest end (named ends: $binding, shy: $shy)', (ground) => {
  test.each(ATTACKS)('$name', (attack) => {
    expect(breachesOf(attack, ground)).toEqual([])
  })
})

test('honest members come together on every ground', () => {
  const room = testRoom()
  const facilitator = room.person('facilitator')
  const host = room.person('participant', { host: true })
  const guest = room.admittedBy(host, 'participant')
  for (const binding of [undefined, ['sha-256 AA', 'sha-256 BB'] as const])
    for (const people of [
      [facilitator, host],
      [host, guest],
      [facilitator, room.admittedBy(facilitator, 'viewer')],
    ] as const)
      for (const shy of [undefined, 0, 1]) {
        const { clock, links } = linkPair({
          room,
          people: [people[0], people[1]],
          pipes: binding ? { binding } : {},
          ends: [{ shy: shy === 0 }, { shy: shy === 1 }],
        })
        clock.advance(100)
        expect(links.map(({ state }) => state)).toEqual(['open', 'open'])
      }
})

test('whoever shows themselves only to those who have shown themselves says nothing to strangers', () => {
  const stranger = testRoom().person('facilitator')
  for (const [shy, most] of [
    [true, 150],
    [false, 1500],
  ] as const) {
    const room = testRoom()
    const { clock, pair, links } = linkPair({
      room,
      people: [room.person('facilitator'), stranger],
      ends: [{ shy }, {}],
    })
    const ends: unknown[] = []
    links[0].onEnd = (why) => ends.push(why)
    links[1].onEnd = (why) => ends.push(why)
    clock.advance(100)
    expect(pair.arrived[1]).toBeLessThan(most)
    expect(pair.arrived[1] > 200).toBe(!shy)
    expect(ends).toContain('refused')
  }
})
