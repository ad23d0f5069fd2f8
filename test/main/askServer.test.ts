import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { askServer } from '../../electron/main/askServer.ts'
import { hostOn } from '../host/hostOn.ts'

async function answering(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a server of ours says of itself which rooms are open', async () => {
  const { url } = await hostOn()
  expect(await askServer(url)).toEqual({ ok: true, rooms: 0, connections: 0, open: [] })
})

test('whoever answers something else, too much, from elsewhere, or not at all is nobody', async () => {
  const ok = JSON.stringify({ ok: true, rooms: 0, connections: 0, open: [] })
  const elsewhere = await answering((_, response) => response.end(ok))
  const answers: readonly RequestListener[] = [
    (_, response) => response.end('hello'),
    (_, response) => response.end('{"ok":true}'),
    (_, response) => response.end(ok.padEnd(5000)),
    (_, response) => void response.writeHead(500).end(ok),
    (_, response) => void response.writeHead(302, { location: elsewhere }).end(),
    (request) => request.socket.destroy(),
  ]
  for (const answer of answers) expect(await askServer(await answering(answer))).toBeNull()
  expect(await askServer('http://127.0.0.1:1')).toBeNull()
  expect(await askServer(elsewhere)).not.toBeNull()
})
