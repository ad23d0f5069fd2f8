import { statSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { answerSaveDialog, desktopOf, expect, newWorkshop, test } from './support/app.ts'
import type { DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { randomText } from '../../shared/session/seal.ts'

const room = randomText(16) as RoomId

/** Can the page open a WebSocket there? */
const opens = (page: Page, url: string): Promise<boolean> =>
  page.evaluate(
    (address) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address)
        socket.addEventListener('open', () => resolve(true))
        socket.addEventListener('error', () => resolve(false))
        socket.addEventListener('close', () => socket.close())
      }),
    url,
  )

async function killHost(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron }) => {
    const host = electron
      .getAppMetrics()
      .find(({ serviceName, name }) => [serviceName, name].includes('host'))
    if (!host) throw new Error('no host runs')
    process.kill(host.pid, 'SIGKILL')
  })
}

test('a window hosts a session: pages come from it, it comes back when killed, and nothing else is reached', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch()
  await newWorkshop(page)
  const desktop = await desktopOf(page)
  const started = await desktop.evaluate((api, id) => api.startHost({ room: id }), room)
  if (started.result !== 'hosting') throw new Error(started.code)
  const { origins, ownerToken, local } = started
  const port = new URL(local).port
  expect(origins.at(-1)).toBe(`http://127.0.0.1:${port}`)

  const guest = await fetch(`${origins.at(-1)}/`)
  expect([guest.status, guest.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect((await fetch(`${origins.at(-1)}/guest.html`)).status).toBe(404)

  const hub = (origin: string) => `${origin.replace('http', 'ws')}/hub?room=${room}&token=${ownerToken}`
  expect(await opens(page, hub(local))).toBe(true)
  const [lan = ''] = origins
  if (lan !== origins.at(-1)) {
    expect(await opens(page, hub(lan))).toBe(false)
    await desktop.evaluate((api, origin) => api.allowServers({ origins: [origin] }), lan)
    expect(await opens(page, hub(lan))).toBe(true)
  }
  expect(await opens(page, hub('ws://127.0.0.2:9'))).toBe(false)

  const back = desktop.evaluate(
    (api) =>
      new Promise<{ events: readonly DesktopEvent[]; ms: number }>((resolve) => {
        const events: DesktopEvent[] = []
        let lostAt = 0
        api.onEvent((event) => {
          events.push(event)
          if (event.event === 'hostLost') lostAt = performance.now()
          if (event.event === 'hostBack') resolve({ events, ms: performance.now() - lostAt })
        })
      }),
  )
  await killHost(app)
  const { events, ms } = await back
  expect(events.map(({ event }) => event)).toEqual(['hostLost', 'hostBack'])
  expect(events[1]).toMatchObject({ room, local, origins })
  expect(ms).toBeLessThan(3000) // less than one on a machine that does nothing else
  expect(await opens(page, hub(local))).toBe(true)

  const { secretKey } = await desktop.evaluate((api) => api.identity())
  expect(await desktop.evaluate((api) => api.identity())).toEqual({ secretKey })
  const kept = statSync(path.join(folder, 'profile/identity.json'))
  if (process.platform !== 'win32') expect(kept.mode & 0o777).toBe(0o600)
})

test('a copy of a session’s workshop is kept where its user says, and found the next time', async ({
  launch,
  documents,
}) => {
  const { app, page } = await launch()
  const desktop = await desktopOf(page)
  const lineage = 'ab'.repeat(16)
  const join = { invitation: 'http://192.0.2.1:4242/#1.x', as: 'Ana' }
  const wish = { name: 'Guests: arrival', lineage, join }

  await answerSaveDialog(app, null)
  expect(await desktop.evaluate((api, given) => api.createJoined(given), wish)).toEqual({
    result: 'cancelled',
  })
  const file = path.join(documents, 'Throughline/Guests.journey')
  await answerSaveDialog(app, file)
  const loaded = page.waitForEvent('load')
  await desktop.evaluate((api, given) => void api.createJoined(given), wish)
  await loaded
  const workshop = await desktopOf(page)
  expect((await workshop.evaluate((api) => api.context())).role).toMatchObject({
    kind: 'workshop',
    name: 'Guests',
    join,
  })
  expect(await workshop.evaluate((api, given) => api.createJoined(given), wish)).toEqual({
    result: 'failed',
    code: 'already-exists',
    name: 'Guests',
  })

  const copies = await workshop.evaluate((api, of) => api.copiesOf({ lineage: of }), lineage)
  expect(copies).toEqual([{ id: expect.any(String), name: 'Guests', folder: path.dirname(file) }])
  const asked = workshop.evaluate(
    (api) =>
      new Promise<DesktopEvent>((resolve) =>
        api.onEvent((event) => event.event === 'join' && resolve(event)),
      ),
  )
  const id = copies[0]?.id ?? ''
  await workshop.evaluate((api, given) => api.openJoined(given), { id, join: { ...join, as: 'Iva' } })
  expect(await asked).toEqual({ event: 'join', wish: { ...join, as: 'Iva' } })
})
