import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { STAND_ALONE } from '../../electron/host/limits.ts'
import { tokenBucket } from '../../shared/session/tokenBucket.ts'
import { createWrongTokens } from '../../electron/host/wrongTokens.ts'
import { askerOf, plainAddress } from '../../electron/host/sockets.ts'
import { CLOSED, HUB, MOST_PACKET_BYTES } from '../../shared/session/signallingFrame.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hostOn, hostRoom, KEY } from './hostOn.ts'
import { addressOf, connectTo, heard, newRoom, refusalOf } from './peers.ts'

test('a bucket lets through its burst and then so much a second', () => {
  let now = 0
  const bucket = tokenBucket(50, 300, () => now)
  const taken = (tries: number): number => Array.from({ length: tries }).filter(() => bucket.take()).length
  expect(taken(1000)).toBe(300)
  now += 1000
  expect(taken(1000)).toBe(50)
  now -= 500 // a clock that was set back gives nothing
  expect(taken(10)).toBe(0)
  now += 1e9
  expect(taken(1000)).toBe(300)
  expect(bucket.owe(50)).toBe(1000)
})

test('five wrong tokens of an address, or twenty at a room, and nobody tries there for a minute', () => {
  let now = 0
  const wrong = createWrongTokens(() => now)
  for (let i = 0; i < 5; i++) {
    expect(wrong.mayTry('a')).toBe(true)
    wrong.count('a', `room ${i}`)
    now += 1000
  }
  expect([wrong.mayTry('a'), wrong.mayTry('b')]).toEqual([false, true])
  now += 58_000
  expect(wrong.mayTry('a')).toBe(false)
  now += 2000
  expect(wrong.mayTry('a')).toBe(true)
  for (let i = 0; i < 20; i++) wrong.count(`from ${i}`, 'room')
  expect([wrong.mayTryAt('room'), wrong.mayTryAt('room 2'), wrong.mayTry('from 3')]).toEqual([
    false,
    true,
    true,
  ])
})

test('slow guessing never gets more than five tries a minute', () => {
  let [now, tries] = [0, 0]
  const wrong = createWrongTokens(() => now)
  for (; now < 3_600_000; now += 100)
    if (wrong.mayTry('a')) {
      wrong.count('a', `room ${now}`)
      tries++
    }
  expect(tries).toBeLessThanOrEqual(5 * 60 + 5)
})

test('whoever guesses is answered by 429; who was in before, and the host, still come in', async () => {
  const { url } = await hostOn({ behindProxy: true })
  const room = newRoom()
  const hub = await hostRoom(url, room, ['in'])
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
  await connectTo(addressOf(url, '/guest', room, 'in'), from('10.0.0.1'))
  for (let i = 0; i < 5; i++)
    expect(await refusalOf(addressOf(url, '/guest', room, `try ${i}`), from('10.0.0.2'))).toBe(
      CLOSED.notAllowed,
    )
  expect(await refusalOf(addressOf(url, '/guest', room, 'in'), from('10.0.0.2'))).toBe(429)
  for (let i = 0; i < 15; i++) await refusalOf(addressOf(url, '/guest', room, 'x'), from(`10.0.1.${i}`))
  expect(await refusalOf(addressOf(url, '/guest', room, 'in'), from('10.0.0.3'))).toBe(429)
  await connectTo(addressOf(url, '/guest', room, 'in'), from('10.0.0.1'))
  hub.socket.terminate()
  await hostRoom(url, room, ['in'])
})

test.each<[string, unknown]>([
  ['no frame', { type: 'shout' }],
  ['no object', [1, 2]],
  ['null', null],
  ['topics that are no list', { type: 'subscribe', topics: 'all' }],
  ['too many topics at once', { type: 'subscribe', topics: ['a', 'b', 'c', 'd', 'e'] }],
  ['a topic of another room', { type: 'subscribe', topics: ['another/topic'] }],
  ['a message to another room', { type: 'publish', topic: 'another/topic', data: 'x' }],
  ['a number as a message', { type: 'publish', topic: 'ROOM/x', data: 1 }],
  ['no topic', { type: 'publish', data: 'x' }],
])('on /signal %s ends the line', async (_, frame) => {
  const { url } = await hostOn()
  const room = newRoom()
  await hostRoom(url, room, ['in'])
  const peer = await connectTo(addressOf(url, '/signal', room, 'in'))
  peer.socket.send(JSON.stringify(frame).replace('ROOM', room))
  expect(await peer.closed).toBe(CLOSED.badFrame)
})

test('on /signal what is no JSON, binary, too long, too deep or too much ends the line', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  await hostRoom(url, room, ['in'])
  const closedBy = async (send: (socket: WebSocket) => void): Promise<number> => {
    const peer = await connectTo(addressOf(url, '/signal', room, 'in'))
    send(peer.socket)
    return peer.closed
  }
  expect(await closedBy((socket) => socket.send('{'))).toBe(CLOSED.badFrame)
  expect(await closedBy((socket) => socket.send(Buffer.from('{"type":"ping"}')))).toBe(CLOSED.badFrame)
  expect(await closedBy((socket) => socket.send('['.repeat(60_000)))).toBe(CLOSED.badFrame)
  // As RFC 6455 says of messages that are too big.
  expect(await closedBy((socket) => socket.send('x'.repeat(70_000)))).toBe(1009)
  const flood = (socket: WebSocket): void => {
    for (let i = 0; i < 400; i++) socket.send('{"type":"ping"}')
  }
  expect(await closedBy(flood)).toBe(CLOSED.tooMany)
})

test('who has said who they are cannot be somebody else, and has at most 16 topics', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  await hostRoom(url, room, ['in'])
  const peer = await connectTo(addressOf(url, '/signal', room, 'in'))
  for (let i = 0; i < 16; i++) peer.say({ type: 'subscribe', topics: [`${room}/${i}`] })
  const announce = (from: string) => ({
    type: 'publish',
    topic: `${room}/1`,
    data: { type: 'announce', from },
  })
  peer.say(announce('me'))
  expect(await peer.nextJson()).toEqual({ ...announce('me'), clients: 1 })
  peer.say(announce('you'))
  expect(await peer.closed).toBe(CLOSED.badFrame)
  const greedy = await connectTo(addressOf(url, '/signal', room, 'in'))
  for (let i = 0; i < 17; i++) greedy.say({ type: 'subscribe', topics: [`${room}/${i}`] })
  expect(await greedy.closed).toBe(CLOSED.badFrame)
})

test('one address has so many connections and no more, and a host always comes in', async () => {
  const { url } = await hostOn({ limits: { ...STAND_ALONE, connectionsByAddress: 5, rooms: 2 } })
  const room = newRoom()
  await hostRoom(url, room, ['in'])
  for (let i = 0; i < 4; i++) await connectTo(addressOf(url, '/signal', room, 'in'))
  expect(await refusalOf(addressOf(url, '/signal', room, 'in'))).toBe(CLOSED.tooMany)
  await hostRoom(url, newRoom())
  const third = newRoom()
  const token = ownerToken(KEY, third, Date.now())
  expect(await refusalOf(addressOf(url, '/hub', third, token))).toBe(CLOSED.tooMany)
})

test('who gives no sign of life is ended, and a room without a host is forgotten after ten minutes', async () => {
  let now = Date.now()
  const { url, server } = await hostOn({ now: () => now })
  const room = newRoom()
  await hostRoom(url, room, ['in'])
  const lively = await connectTo(addressOf(url, '/signal', room, 'in'))
  const dead = new WebSocket(addressOf(url, '/signal', room, 'in'), {
    origin: 'app://throughline',
    autoPong: false,
  })
  const ended = new Promise((resolve) => dead.on('close', resolve))
  await new Promise((resolve) => dead.once('open', resolve))
  dead.on('error', () => undefined)
  for (let i = 0; i < 3; i++) {
    now += 5000 // no longer, or it is this computer that slept
    const pinged = new Promise((resolve) => lively.socket.once('ping', resolve))
    server.sweep()
    await pinged
    await heard(lively)
  }
  expect(await ended).toBe(1006)
  expect(server.health()).toMatchObject({ rooms: 1, open: [room] })
  now += 3_600_000
  server.sweep()
  expect(server.health().connections).toBe(2) // a computer that slept heard nobody
  for (const step of [4000, 4000, 4000, 4000]) {
    now += step
    server.sweep() // nobody has time to answer
  }
  await expect.poll(() => server.health()).toMatchObject({ rooms: 1, connections: 0, open: [] })
  now += 599_000
  server.sweep()
  expect(server.health().rooms).toBe(1)
  now += 2000
  server.sweep()
  expect(server.health().rooms).toBe(0)
})

test('a guest who reads nothing stops nobody else, and is given up if the host goes on', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  const hub = await hostRoom(url, room, ['in'])
  const stalled = await connectTo(addressOf(url, '/guest', room, 'in'))
  const stalledId = (await hub.next()).readUInt32BE(1)
  const lively = await connectTo(addressOf(url, '/guest', room, 'in'))
  const livelyId = (await hub.next()).readUInt32BE(1)
  const to = (guest: number, size: number): Buffer => {
    const packet = Buffer.alloc(5 + size)
    packet.writeUInt8(HUB.data)
    packet.writeUInt32BE(guest, 1)
    return packet
  }
  /** Goes on sending to the one who reads nothing until the host hears something; the other gets theirs all the while. */
  const sendUntilHeard = async (): Promise<number> => {
    let message: Buffer | undefined
    void hub.next().then((next) => (message = next))
    for (let i = 0; i < 2000 && message === undefined; i++) {
      hub.socket.send(to(stalledId, MOST_PACKET_BYTES))
      hub.socket.send(to(livelyId, 1))
      await lively.next()
    }
    expect(message?.readUInt32BE(1)).toBe(stalledId)
    return message?.readUInt8() ?? 0
  }

  stalled.socket.pause()
  expect(await sendUntilHeard()).toBe(HUB.full)
  stalled.socket.resume()
  expect((await hub.next()).readUInt8()).toBe(HUB.room)
  stalled.socket.pause()
  expect(await sendUntilHeard()).toBe(HUB.full)
  expect(await sendUntilHeard()).toBe(HUB.close)
  stalled.socket.resume()
  expect(await stalled.closed).toBe(CLOSED.tooMany)
})

test('guests of a host who reads nothing wait, and lose nothing', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  const hub = await hostRoom(url, room, ['in'])
  const guest = await connectTo(addressOf(url, '/guest', room, 'in'))
  await hub.next()
  hub.socket.pause()
  const packets = 400
  for (let i = 0; i < packets; i++) {
    const packet = Buffer.alloc(MOST_PACKET_BYTES)
    packet.writeUInt32BE(i)
    guest.socket.send(packet)
  }
  const before = process.memoryUsage().arrayBuffers
  hub.socket.resume()
  for (let i = 0; i < packets; i++) expect((await hub.next()).readUInt32BE(5)).toBe(i)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20)
})

test('an address is one, however it is written; behind a proxy of ours it is the one that it names last', () => {
  expect(plainAddress('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(plainAddress('2001:db8::1')).toBe(plainAddress('2001:DB8:0:0:ffff::2'))
  expect(plainAddress('2001:db8::1')).not.toBe(plainAddress('2001:db8:0:1::1'))
  const asked = (headers: Record<string, string>, behindProxy: boolean): string =>
    askerOf({ socket: { remoteAddress: '10.0.0.9' }, headers }, behindProxy)
  expect(asked({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' }, true)).toBe('2.2.2.2')
  expect(asked({ 'x-forwarded-for': '1.1.1.1' }, false)).toBe('10.0.0.9')
  expect(asked({ 'x-forwarded-for': 'x'.repeat(50) }, true)).toBe('10.0.0.9')
})
