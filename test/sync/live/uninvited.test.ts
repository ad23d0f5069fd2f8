import { describe, expect, it } from 'vitest'
import { serverUrl } from '../../../renderer/sync/live/serverUrls.ts'
import { entranceBy } from '../../../renderer/sync/live/waysIn.ts'
import { certify } from '../../../shared/session/certify.ts'
import { challengeIn, sealKnock } from '../../../shared/session/doorSeal.ts'
import { identityOf, newSecretKey, roomOf } from '../../../shared/session/identity.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import { randomText } from '../../../shared/session/seal.ts'
import { newMachine } from '../../support/fakeServer.ts'
import { seededRandom } from '../../support/seededRandom.ts'
import { sessionWorld, wayFor, type SessionWorld, type Somebody } from '../../support/sessionWorld.ts'

const isLive = (who: Somebody) => who.session.phase.get().kind === 'live'
/** All that a stranger may get: the challenge. */
const MOST_BYTES = 120

/** Somebody who sends what they like over a line of their own; and all that came back. */
function intruder(world: SessionWorld, host: Somebody, room: string, token: string) {
  const received: Uint8Array<ArrayBuffer>[] = []
  const socket = world.network.connect(
    serverUrl(host.server?.origin ?? '', 'guest', room as Invitation['room'], token),
    newMachine(),
  )
  socket.onBytes = (bytes) => void received.push(bytes)
  return { socket, received, bytes: () => received.reduce((sum, { length }) => sum + length, 0) }
}

async function roomWithBen(seed: number) {
  const world = sessionWorld(seededRandom(seed))
  const host = await world.start('Ana', {
    doors: { facilitator: 'knock', participant: 'knock', viewer: 'knock' },
  })
  const way = wayFor(host, 'participant')
  const ben = world.join('Ben', way)
  await world.until('Ben waits', () => host.session.knocking.get().length === 1, 2000)
  host.session.admit(ben.identity.person)
  await world.until('Ben is in', () => isLive(ben), 2000)
  host.write()
  await world.pass(500)
  return { world, host, way, ben }
}

describe('who was not invited', () => {
  it('does not get past the server without a token', async () => {
    const { world, host, way } = await roomWithBen(41)
    const before = host.server?.letThrough
    const wrong = Array.from({ length: 300 }, () => intruder(world, host, way.room, randomText(32)))
    await world.pass(2000)
    expect(wrong.map(({ bytes }) => bytes())).toEqual(wrong.map(() => 0))
    expect(host.server?.letThrough).toBe(before)
  })

  it('gets a challenge and no more with a token, but without the secret that it follows from', async () => {
    const { world, host, way } = await roomWithBen(42)
    const eve = intruder(world, host, way.room, entranceBy(way.secret).token)
    await world.pass(100)
    const challenge = challengeIn(eve.received[0] ?? new Uint8Array()) ?? ''
    const knock = { room: way.room, name: 'Eve', peer: 'laptop', challenge } as const
    eve.socket.send(sealKnock(randomText(16), identityOf(newSecretKey()), knock))
    await world.pass(20_000)
    expect(eve.bytes()).toBeLessThan(MOST_BYTES)
    expect(host.session.knocking.get()).toEqual([])
  })

  it('has to wait like everybody with a certificate of another room, and with one that nobody may give', async () => {
    const { world, host, way, ben } = await roomWithBen(43)
    const [eve, otherRoom] = [identityOf(newSecretKey()), identityOf(newSecretKey())]
    const claims = {
      key: eve.key,
      name: 'Eve',
      kind: 'laptop',
      color: 0,
      at: 0,
      host: false,
      role: 'facilitator',
    } as const
    const [benChain] = [ben.membership?.chain]
    if (!benChain) throw new Error('Ben has no certificate')
    const chains = [
      [certify(otherRoom, { ...claims, room: roomOf(otherRoom.key) })],
      [certify(otherRoom, { ...claims, room: way.room })],
      [certify(eve, { ...claims, room: way.room })],
      [certify(ben.identity, { ...claims, room: way.room }), benChain[0]],
    ] as const
    for (const chain of chains) {
      const line = intruder(world, host, way.room, entranceBy(way.secret).token)
      await world.pass(100)
      const challenge = challengeIn(line.received[0] ?? new Uint8Array()) ?? ''
      line.socket.send(
        sealKnock(way.secret, eve, {
          room: way.room,
          name: 'Eve',
          peer: 'laptop',
          challenge,
          chain: [...chain],
        }),
      )
      await world.pass(1000)
      expect(host.session.knocking.get().map(({ name }) => name)).toEqual(['Eve'])
      line.socket.close()
      await world.pass(1000)
    }
    expect(host.session.members.get().map(({ name }) => name)).toEqual(['Ana', 'Ben'])
  })

  it('gets nothing by saying again what somebody who is in has said', async () => {
    const { world, host, way } = await roomWithBen(44)
    const said = [...world.network.heard]
    const notes = host.notes()
    const replay = intruder(world, host, way.room, entranceBy(way.secret).token)
    await world.pass(100)
    for (const packet of said) replay.socket.send(packet.slice())
    await world.pass(10_000)
    expect(replay.bytes()).toBeLessThan(MOST_BYTES)
    expect(host.notes()).toEqual(notes)
    expect(host.session.members.get().map(({ name }) => name)).toEqual(['Ana', 'Ben'])
  })

  it('would be noticed: who is let in gets more than a challenge', async () => {
    const { world, host, way } = await roomWithBen(46)
    host.session.setDoor('participant', 'open')
    const eve = intruder(world, host, way.room, entranceBy(way.secret).token)
    await world.pass(100)
    eve.socket.send(
      sealKnock(way.secret, identityOf(newSecretKey()), {
        room: way.room,
        name: 'Eve',
        peer: 'laptop',
        challenge: challengeIn(eve.received[0] ?? new Uint8Array()) ?? '',
      }),
    )
    await world.pass(1000)
    expect(eve.bytes()).toBeGreaterThan(MOST_BYTES)
    expect(intruder(world, host, way.room, entranceBy(way.secret).token).bytes()).toBe(0)
  })

  it('reads nothing on the network', async () => {
    const { world, host } = await roomWithBen(45)
    host.workshop.change((change) =>
      change.update(host.notes()[0] ?? ('' as never), { geometry: [0, 0, 300, 300, 0] }),
    )
    await world.pass(1000)
    const all = Buffer.concat(world.network.heard).toString('latin1')
    for (const secret of ['Ben', 'Kickoff', 'note', 'geometry', host.identity.person])
      expect(all).not.toContain(secret)
    expect(all).toContain('challenge')
  })
})
