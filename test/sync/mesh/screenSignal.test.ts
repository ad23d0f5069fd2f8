import { describe, expect, test } from 'vitest'
import { createScreen, type PeerNow } from '../../../renderer/sync/mesh/screenSignal.ts'
import type { Signal } from '../../../renderer/sync/mesh/sealedSignal.ts'

const STRANGER: PeerNow = { known: false, offered: false }
const KNOWN: PeerNow = { known: true, offered: false }
const CALLED: PeerNow = { known: true, offered: true }

const announce = (from: string): Signal => ({ type: 'announce', from })
const signal = (from: string, to: string, type: 'offer' | 'answer', token = 1): Signal => ({
  type: 'signal',
  from,
  to,
  token,
  signal: { type, sdp: 'v=0' },
})
const candidate = (from: string, to: string): Signal => ({
  type: 'signal',
  from,
  to,
  token: 1,
  signal: { type: 'candidate', candidate: { candidate: 'x', sdpMLineIndex: 0, sdpMid: '0' } },
})

function screenOf(me: string) {
  let time = 0
  const screen = createScreen(me, () => time)
  return { ...screen, wait: (ms: number) => void (time += ms) }
}

describe('who calls whom', () => {
  test('of two that announce themselves at once exactly one calls', () => {
    expect(screenOf('a').judge(announce('b'), STRANGER)).toBe('pass')
    expect(screenOf('b').judge(announce('a'), STRANGER)).toBe('announce')
  })

  test('nobody is called twice, and nobody calls themselves', () => {
    expect(screenOf('a').judge(announce('b'), KNOWN)).toBe('drop')
    expect(screenOf('a').judge(announce('a'), STRANGER)).toBe('drop')
  })

  test('an offer of who should not call is not heard: it would meet ours', () => {
    expect(screenOf('a').judge(signal('b', 'a', 'offer'), CALLED)).toBe('drop')
  })

  test('an offer takes the place of a connection that the caller has given up', () => {
    const screen = screenOf('b')
    expect(screen.judge(signal('a', 'b', 'offer', 1), STRANGER)).toBe('pass')
    expect(screen.judge(signal('a', 'b', 'offer', 2), KNOWN)).toBe('replace')
  })

  test('an offer that was kept and is played again ends no connection', () => {
    const screen = screenOf('b')
    screen.judge(signal('a', 'b', 'offer', 5), STRANGER)
    expect(screen.judge(signal('a', 'b', 'offer', 5), KNOWN)).toBe('drop')
    expect(screen.judge(signal('a', 'b', 'offer', 4), KNOWN)).toBe('drop')
  })
})

test('answers are heard by who waits for one, and by nobody else', () => {
  const screen = screenOf('a')
  expect(screen.judge(signal('b', 'a', 'answer'), CALLED)).toBe('pass')
  expect(screen.judge(signal('b', 'a', 'answer'), KNOWN)).toBe('drop')
  expect(screen.judge(signal('b', 'a', 'answer'), STRANGER)).toBe('drop')
  expect(screen.judge(signal('b', 'c', 'answer'), CALLED)).toBe('drop')
})

test('a candidate begins no connection by itself', () => {
  const screen = screenOf('b')
  expect(screen.judge(candidate('a', 'b'), STRANGER)).toBe('drop')
  screen.judge(signal('a', 'b', 'offer'), STRANGER)
  expect(screen.judge(candidate('a', 'b'), STRANGER)).toBe('pass')
  screen.wait(8001)
  expect(screen.judge(candidate('a', 'b'), STRANGER)).toBe('drop')
})

test('who cannot prove themselves three times in a row is not answered for half a minute', () => {
  const screen = screenOf('a')
  for (let i = 0; i < 2; i++) screen.proved('b', false)
  expect(screen.judge(announce('b'), STRANGER)).toBe('pass')
  screen.proved('b', true)
  for (let i = 0; i < 3; i++) screen.proved('b', false)
  expect(screen.judge(announce('b'), STRANGER)).toBe('drop')
  expect(screen.judge(announce('c'), STRANGER)).toBe('pass')
  screen.wait(30_000)
  expect(screen.judge(announce('b'), STRANGER)).toBe('pass')
})
