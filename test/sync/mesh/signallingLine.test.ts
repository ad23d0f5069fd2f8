import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import { SignalingConn } from 'y-webrtc'
import { expect, onTestFinished, test } from 'vitest'
import { signallingLine } from '../../../renderer/sync/mesh/signallingLine.ts'

/** A real server, and one of y-webrtc's real lines to it. */
async function lineToServer(admit: (data: string) => Promise<boolean> = async () => true) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const frames: { type: string; topic?: string; topics?: string[]; data?: string }[] = []
  const sockets: ServerSocket[] = []
  server.on('connection', (socket) => {
    sockets.push(socket)
    socket.on('message', (text: Buffer) => frames.push(JSON.parse(text.toString())))
  })
  const conn = new SignalingConn(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const heard: unknown[] = []
  conn.on('message', (message: unknown) => heard.push(message))
  const line = signallingLine(conn, {
    room: 'room',
    topic: () => 'room/1',
    admit,
    sendElsewhere: () => undefined,
  })
  onTestFinished(() => {
    line.dispose()
    conn.destroy()
    for (const socket of sockets) socket.terminate()
    server.close()
  })
  await expect.poll(() => sockets.length).toBe(1)
  await expect.poll(() => line.isOpen()).toBe(true)
  return { server, frames, sockets, conn, heard, line, last: () => sockets.at(-1) }
}

const publish = (data: unknown, topic = 'room/1'): string => JSON.stringify({ type: 'publish', topic, data })

test('y-webrtc calls the room by its name, servers by the topic of the epoch', async () => {
  const { conn, frames, heard, last } = await lineToServer()
  conn.send({ type: 'subscribe', topics: ['other', 'room'] })
  conn.send({ type: 'subscribe', topics: ['other'] })
  conn.send({ type: 'publish', topic: 'room', data: 'x' })
  conn.send({ type: 'publish', topic: 'other', data: 'x' })
  const said = () => frames.filter(({ type }) => type !== 'ping')
  await expect.poll(said).toHaveLength(2)
  expect(said()).toEqual([
    { type: 'subscribe', topics: ['room/1'] },
    { type: 'publish', topic: 'room/1', data: 'x' },
  ])
  last()?.send(publish('y'))
  await expect.poll(() => heard).toEqual([{ type: 'publish', topic: 'room', data: 'y' }])
})

test('it hears nothing that is no frame, is of another topic or is not admitted, and goes on', async () => {
  const { heard, last } = await lineToServer(async (data) => data !== 'bad')
  const garbage = ['not json', '5', 'null', '[]', '{"type":"publish"}', publish({ type: 'announce' })]
  for (const text of [...garbage, publish('x', 'room'), publish('bad'), publish('good')]) last()?.send(text)
  last()?.send(Buffer.from([1, 2, 3]))
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  expect(heard).toEqual([{ type: 'publish', topic: 'room', data: 'good' }])
})

test('what is said while the line is down is said once it is back, if that is soon', async () => {
  const { conn, frames, last } = await lineToServer()
  const said = new Promise<void>((resolve) => {
    conn.on('disconnect', () => resolve(conn.send({ type: 'publish', topic: 'room', data: 'held' })))
  })
  last()?.terminate()
  await said
  // Once at once, and once more when the other side's line should be back, too.
  await expect.poll(() => frames.filter(({ data }) => data === 'held')).toHaveLength(2)
})

test('a server that says nothing is asked, and left once it does not answer', async () => {
  const { frames, sockets, line } = await lineToServer()
  const now = performance.now()
  line.beat(now)
  line.beat(now + 2500)
  await expect.poll(() => frames.filter(({ type }) => type === 'ping')).toHaveLength(1)
  expect(sockets).toHaveLength(1)
  line.beat(now + 6500)
  await expect.poll(() => sockets).toHaveLength(2)
  await expect.poll(() => line.isOpen()).toBe(true)
})
