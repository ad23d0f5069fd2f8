import { STAND_ALONE } from '../../electron/host/limits.ts'
import { createHostServer } from '../../electron/host/createHostServer.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hashOfToken, randomText, tokenOf } from '../../shared/session/seal.ts'
import { CLOSED } from '../../shared/session/signallingFrame.ts'
import { inTurn } from './inTurn.ts'
import { addressOf, connectTo, heard, newRoom, refusalOf } from './peers.ts'
import { WRONG, type Tokens } from './wrongTokens.ts'

/** A server with rooms that have hosts, each of which has taken back a token. */
export interface Joinable {
  readonly url: string
  readonly tokens: readonly Tokens[]
  connections(): number
  isLetInWithGoodToken(): Promise<boolean>
  close(): Promise<void>
}

/** Whom a proxy of ours would name. */
const from = (address: number) => ({
  headers: { 'x-forwarded-for': `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}` },
})

/** As many rooms as needed, because after twenty wrong tokens nobody is listened to at a room. */
export async function startJoinable(rooms: number): Promise<Joinable> {
  const key = randomText(32)
  const limits = { ...STAND_ALONE, rooms }
  const server = createHostServer({ key, page: new Map(), behindProxy: true, limits })
  const url = `ws://127.0.0.1:${await server.listen(0)}`
  const ids = Array.from({ length: rooms }, newRoom)
  const goodOf = (room: RoomId): string => tokenOf(Buffer.from(room))
  const tokens = ids.map((room, i): Tokens => {
    const otherRoom = ids[(i + 1) % rooms] ?? room
    return { key, room, good: goodOf(room), old: `old ${room}`, otherRoom, otherGood: goodOf(otherRoom) }
  })
  await inTurn(
    tokens.map(({ room, old, good }, i) => async () => {
      const hub = await connectTo(
        addressOf(url, '/hub', room, ownerToken(key, room, Date.now())),
        from(1e6 + i),
      )
      for (const token of [old, good]) hub.say({ type: 'accept', tokens: [hashOfToken(token)] })
      await heard(hub)
    }),
    20,
  )
  return {
    url,
    tokens,
    connections: () => server.health().connections,
    async isLetInWithGoodToken() {
      const [{ room, good }] = tokens as [Tokens]
      const guest = await connectTo(addressOf(url, '/guest', room, good), from(2e6))
      guest.socket.send(Buffer.from('knock'))
      const first = await Promise.race([
        guest.closed,
        new Promise((resolve) => guest.socket.ping(() => resolve('in'))),
      ])
      return first === 'in'
    },
    close: server.close,
  }
}

/** Comes with tokens that are not good, of every kind in turn and from many addresses. */
export async function tryWrongJoins(
  { url, tokens }: Joinable,
  count: number,
): Promise<{ tried: number; admitted: number; limited: number }> {
  let [admitted, limited] = [0, 0]
  await inTurn(
    Array.from({ length: count }, (_, i) => async () => {
      const of = tokens[i % tokens.length] as Tokens
      const [path, token] = WRONG[i % WRONG.length]?.(of) ?? ['', '']
      const answer = await refusalOf(addressOf(url, path, of.room, token), from(i >> 2))
      if (answer === 429) limited++
      else if (answer !== CLOSED.notAllowed) admitted++
    }),
    40,
  )
  return { tried: count, admitted, limited }
}
