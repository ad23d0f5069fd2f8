import { expect, test } from 'vitest'
import { pipePair } from '../support/pipePair.ts'
import { virtualClock } from '../support/virtualClock.ts'

test('packets arrive whole, in order and as late as the line is slow', () => {
  const clock = virtualClock()
  let latency = 0
  const { ends, arrived } = pipePair(clock, { latency: () => (latency += 10), bandwidth: 1000 })
  const heard: (readonly [at: number, first: number | undefined])[] = []
  ends[1].onPacket = (packet) => heard.push([clock.now(), packet[0]])
  let drained = 0
  ends[0].onDrain = () => drained++
  ends[0].send(Uint8Array.of(1, ...new Uint8Array(99)))
  ends[0].send(Uint8Array.of(2))
  expect(ends[0].buffered()).toBe(101)
  clock.advance(500)
  expect(heard).toEqual([
    [110, 1],
    [121, 2],
  ])
  expect(ends[0].buffered()).toBe(0)
  expect(arrived).toEqual([0, 101])
})

test('a line that comes apart is silent, and nothing on it is lost', () => {
  const clock = virtualClock()
  const pair = pipePair(clock)
  const heard: number[] = []
  pair.ends[1].onPacket = ([first]) => heard.push(first ?? -1)
  pair.hold()
  pair.ends[0].send(Uint8Array.of(1))
  clock.advance(60_000)
  expect(heard).toEqual([])
  pair.release()
  pair.ends[0].send(Uint8Array.of(2))
  clock.advance(1)
  expect(heard).toEqual([1, 2])
})

test('both ends hear of the end once', () => {
  const clock = virtualClock()
  const pair = pipePair(clock, { latency: 5 })
  const ended: number[] = []
  pair.ends[0].onClose = () => ended.push(0)
  pair.ends[1].onClose = () => ended.push(1)
  pair.ends[0].close()
  pair.ends[0].close()
  expect(() => pair.ends[0].send(Uint8Array.of(1))).toThrow()
  clock.advance(10)
  pair.cut()
  expect(ended).toEqual([0, 1])
})
