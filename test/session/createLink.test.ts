import { expect, test } from 'vitest'
import type { Lane } from '../../shared/session/link.ts'
import { linkPair, openPair } from '../support/linkPair.ts'

const bytes = (length: number, seed = 1): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed) % 251)

test('two members know each other and talk', () => {
  const { links, clock, people } = linkPair({ pipes: { latency: 20 } })
  const opened: unknown[] = []
  const heard: unknown[] = []
  links[0].onOpen = ({ person, role }) => opened.push([person, role])
  links[1].onOpen = ({ person, role }) => opened.push([person, role])
  links[1].onMessage = (message) => heard.push(message)
  links[1].onBytes = (lane, message) => heard.push([lane, message.length])
  expect(() => links[0].send({ kind: 'focus', step: null })).toThrow('not open')
  clock.advance(50)
  expect(opened).toEqual([
    [people[1].identity.person, 'participant'],
    [people[0].identity.person, 'facilitator'],
  ])
  links[0].send({ kind: 'focus', step: null })
  links[0].sendBytes('doc', bytes(100_000))
  links[0].sendBytes('bulk', bytes(0))
  clock.advance(100)
  expect(heard).toEqual([{ kind: 'focus', step: null }, ['doc', 100_000], ['bulk', 0]])
  expect(links[0].roundTrip()).toBe(40)
  expect(links[0].heardAt()).toBeGreaterThan(60)
})

test('what is urgent passes what is long', () => {
  const { links, clock } = openPair({ pipes: { bandwidth: 1_000_000 } })
  const heard: Lane[] = []
  links[1].onBytes = (lane) => heard.push(lane)
  links[1].onMessage = () => heard.push('control')
  links[0].sendBytes('bulk', bytes(5_000_000))
  links[0].sendBytes('doc', bytes(300_000))
  clock.advance(200)
  links[0].sendBytes('presence', bytes(200))
  links[0].send({ kind: 'focus', step: null })
  const asked = clock.now()
  expect(clock.until(() => heard.includes('presence'), 1000)).toBe(true)
  // No more than what waits in the pipe is before it: 96 KiB and a frame at 1 MB/s.
  expect(clock.now() - asked).toBeLessThan(120)
  clock.advance(10_000)
  expect(heard.toSorted()).toEqual(['bulk', 'control', 'doc', 'presence'])
  expect(heard.slice(2)).toEqual(['doc', 'bulk'])
})
