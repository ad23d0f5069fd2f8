import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { challengePacket, newChallenge } from '../../shared/session/doorSeal.ts'
import { roomId } from '../../shared/session/ids.ts'
import { randomText } from '../../shared/session/seal.ts'
import { tryToGetIn } from './scenarios/support/strangers.ts'

/** What strangers get from a server that answers like this. */
async function gotFrom(answer: (socket: WebSocket, token: string) => void): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, request) => answer(socket, request.url ?? ''))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const room = roomId.parse(randomText(16))
  const servers = [`http://127.0.0.1:${port}`]
  const invitation = { v: 1, room, secret: randomText(16), servers, role: 'participant' } as const
  const { leaked } = await tryToGetIn(invitation, 20, ['the title'])
  server.close()
  return leaked
}

test('strangers who are sent away got nothing', async () => {
  expect(await gotFrom((socket) => socket.close())).toBe(0)
})

test('a title that is told at the door is found out', async () => {
  expect(
    await gotFrom((socket) => {
      socket.send(challengePacket(newChallenge()))
      socket.send(Buffer.from('{"name":"the title"}'))
    }),
  ).toBeGreaterThan(0)
})
