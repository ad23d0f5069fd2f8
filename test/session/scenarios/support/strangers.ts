import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { challengeIn } from '../../../../shared/session/doorSeal.ts'
import { DOOR } from '../../../../shared/session/doorMessage.ts'
import type { Invitation } from '../../../../shared/session/invitation.ts'
import { tokenOf } from '../../../../shared/session/seal.ts'
import { serverUrl, type ServerPath } from '../../../../renderer/sync/live/serverUrls.ts'
import { fromBase64url } from '../../../../shared/util/base64url.ts'
import { inTurn } from '../../../host/inTurn.ts'

const AT_ONCE = 24
/** How long somebody waits for what comes, ms. */
const PATIENCE_MS = 400
/** Every so manyth stranger has overheard the token, which the server sees, but not the secret that it follows from. */
const OVERHEARD_EVERY = 10

export interface Tried {
  readonly tried: number
  /** Bytes that came although nothing should: anything but a challenge at the door, or one of these words. */
  readonly leaked: number
}

/** Comes without a valid invitation, again and again, from many addresses, and listens to whatever comes back. */
export async function tryToGetIn(
  invitation: Invitation,
  count: number,
  secretWords: readonly string[],
): Promise<Tried> {
  let leaked = 0
  const [server = ''] = invitation.servers
  const overheard = tokenOf(fromBase64url(invitation.secret) ?? new Uint8Array())
  const attempt = (i: number) => async (): Promise<void> => {
    const isOverheard = i % OVERHEARD_EVERY === 0
    const path: ServerPath = isOverheard ? 'guest' : ((['guest', 'signal', 'hub'] as const)[i % 3] ?? 'guest')
    const token = isOverheard ? overheard : randomBytes(24).toString('base64url')
    const packets = await listen(serverUrl(server, path, invitation.room, token), new URL(server).origin, i)
    for (const packet of packets) leaked += leakedBy(packet, isOverheard, secretWords)
  }
  await inTurn(
    Array.from({ length: count }, (_, i) => attempt(i)),
    AT_ONCE,
  )
  return { tried: count, leaked }
}

function leakedBy(packet: Buffer, mayKnock: boolean, words: readonly string[]): number {
  const isChallenge = mayKnock && challengeIn(new Uint8Array(packet)) !== undefined
  if (!isChallenge) return packet.length
  return words.some((word) => packet.includes(word)) ? packet.length : 0
}

/** What somebody hears who says all sorts of things. */
function listen(url: string, origin: string, i: number): Promise<Buffer[]> {
  return new Promise((resolve) => {
    const packets: Buffer[] = []
    const socket = new WebSocket(url, {
      origin,
      localAddress: `127.${20 + (i >> 14)}.${(i >> 6) & 255}.${1 + (i & 63)}`,
    })
    const end = (): void => {
      clearTimeout(timer)
      socket.terminate()
      resolve(packets)
    }
    const timer = setTimeout(end, PATIENCE_MS)
    socket.on('message', (data: Buffer) => {
      packets.push(data)
      const nonsense = [
        randomBytes(120),
        Buffer.concat([Buffer.from([DOOR]), randomBytes(200)]),
        data,
        Buffer.alloc(0),
      ]
      socket.send(nonsense[i % nonsense.length] ?? Buffer.alloc(1))
    })
    socket.on('error', end)
    socket.on('close', end)
  })
}
