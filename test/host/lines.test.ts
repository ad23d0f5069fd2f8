import { expect, test } from 'vitest'
import { CLOSED, HUB } from '../../shared/session/signallingFrame.ts'
import { hashOfToken } from '../../shared/session/seal.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hostOn, hostRoom, KEY } from './hostOn.ts'
import { addressOf, connectTo, heard, newRoom, refusalOf } from './peers.ts'

const packet = (kind: number, guest: number, payload = ''): Buffer => {
  const head = Buffer.alloc(5)
  head.writeUInt8(kind)
  head.writeUInt32BE(guest, 1)
  return Buffer.concat([head, Buffer.from(payload)])
}

test('packets go between a host and their guest, whole and in order', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  const hub = await hostRoom(url, room, ['in'])
  const guest = await connectTo(addressOf(url, '/guest', room, 'in'))
  const open = await hub.next()
  const id = open.readUInt32BE(1)
  expect(open.readUInt8()).toBe(HUB.open)
  expect(JSON.parse(open.subarray(5).toString())).toEqual({
    address: '127.0.0.1',
    token: hashOfToken('in'),
  })
  guest.socket.send(Buffer.from('knock'))
  guest.socket.send(Buffer.from('knock again'))
  expect(await hub.next()).toEqual(packet(HUB.data, id, 'knock'))
  expect(await hub.next()).toEqual(packet(HUB.data, id, 'knock again'))
  hub.socket.send(packet(HUB.data, id, 'who is it'))
  expect((await guest.next()).toString()).toBe('who is it')
  hub.socket.send(packet(HUB.close, id))
  expect(await guest.closed).toBe(1000)
  expect(await hub.next()).toEqual(packet(HUB.close, id))
})

test('peers of a room hear each other, with how many they are, and nobody else does', async () => {
  const { url } = await hostOn()
  const [room, other] = [newRoom(), newRoom()]
  await hostRoom(url, room, ['in'])
  await hostRoom(url, other, ['in'])
  const [a, b] = [
    await connectTo(addressOf(url, '/signal', room, 'in')),
    await connectTo(addressOf(url, '/signal', room, 'in')),
  ]
  const stranger = await connectTo(addressOf(url, '/signal', other, 'in'))
  const topic = `${room}/topic`
  for (const peer of [a, b]) peer.say({ type: 'subscribe', topics: [topic] })
  await heard(a)
  await heard(b)
  a.say({ type: 'publish', topic, data: 'sealed' })
  const message = { type: 'publish', topic, data: 'sealed', clients: 2 }
  expect(await a.nextJson()).toEqual(message)
  expect(await b.nextJson()).toEqual(message)
  stranger.say({ type: 'subscribe', topics: [topic] })
  expect(await stranger.closed).toBe(CLOSED.badFrame)
})

test('who has no token that an owner has named is sent away', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  expect(await refusalOf(addressOf(url, '/hub', room, 'in'))).toBe(CLOSED.notAllowed)
  const hub = await hostRoom(url, room, ['in'])
  expect(await refusalOf(addressOf(url, '/guest', room, 'out'))).toBe(CLOSED.notAllowed)
  expect(await refusalOf(addressOf(url, '/hub', room, 'in'))).toBe(CLOSED.notAllowed)
  const guest = await connectTo(addressOf(url, '/guest', room, 'in'))
  hub.say({ type: 'accept', tokens: [] })
  expect(await guest.closed).toBe(CLOSED.revoked)
})

test('the newest owner is the host, and guests come again', async () => {
  const { url, server } = await hostOn()
  const room = newRoom()
  const first = await hostRoom(url, room, ['in'])
  const guest = await connectTo(addressOf(url, '/guest', room, 'in'))
  const second = await connectTo(addressOf(url, '/hub', room, ownerToken(KEY, room, Date.now())))
  expect(await first.closed).toBe(CLOSED.replaced)
  expect(await guest.closed).toBe(CLOSED.noHost)
  await connectTo(addressOf(url, '/guest', room, 'in')) // what was accepted still is
  expect((await second.next()).readUInt8()).toBe(HUB.open)
  expect(server.health()).toMatchObject({ rooms: 1, open: [room] })
  second.socket.terminate()
  await second.closed
  await expect.poll(() => server.health().open).toEqual([])
  expect(await refusalOf(addressOf(url, '/guest', room, 'in'))).toBe(CLOSED.noHost)
})

test('guests who look for a host that has not opened the room are told to try again, as often as they like', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  for (let i = 0; i < 10; i++)
    expect(await refusalOf(addressOf(url, '/guest', room, 'in'))).toBe(CLOSED.noHost)
  const hub = await connectTo(addressOf(url, '/hub', room, ownerToken(KEY, room, Date.now())))
  expect(await refusalOf(addressOf(url, '/guest', room, 'in'))).toBe(CLOSED.noHost)
  hub.say({ type: 'accept', tokens: [hashOfToken('in')] })
  await heard(hub)
  await connectTo(addressOf(url, '/guest', room, 'in'))
})

test('a member who comes with an old token many times is told so, and comes in with a new one', async () => {
  const { url } = await hostOn()
  const room = newRoom()
  const hub = await hostRoom(url, room, ['old'])
  await connectTo(addressOf(url, '/guest', room, 'old'))
  hub.say({ type: 'accept', tokens: [hashOfToken('new')] })
  await hub.next() // their `open`
  await heard(hub)
  for (let i = 0; i < 30; i++)
    expect(await refusalOf(addressOf(url, '/guest', room, 'old'))).toBe(CLOSED.notAllowed)
  await connectTo(addressOf(url, '/guest', room, 'new'))
})
