import type { IncomingMessage } from 'node:http'
import { isOwnerToken } from '../../shared/session/ownerToken.ts'
import { CLOSED, serverQuery } from '../../shared/session/signallingFrame.ts'
import type { HostNames } from './hostNames.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import type { WrongTokens } from './wrongTokens.ts'

const PATHS = ['/signal', '/hub', '/guest'] as const
export type LinePath = (typeof PATHS)[number]

/** What comes of somebody who wants to connect. */
export type Admission =
  /** Answered by HTTP: not one of our pages, or too many tries. */
  | { readonly kind: 'status'; readonly status: 404 | 429 }
  /** Let in only to be told why not, so that a page knows. */
  | { readonly kind: 'close'; readonly code: number }
  | {
      readonly kind: 'in'
      readonly path: LinePath
      readonly room: Room
      /** Nothing for an owner. */
      readonly tokenHash: string | undefined
    }

export interface Admitting {
  readonly key: string
  readonly names: HostNames
  readonly rooms: Rooms
  readonly wrong: WrongTokens
  readonly now: () => number
}

/** Decides on a WebSocket handshake, before anything is spent on it: whose page, which room, what token. */
export function admit(
  { key, names, rooms, wrong, now }: Admitting,
  request: IncomingMessage,
  address: string,
): Admission {
  const { method, url = '', headers } = request
  const [path = '', query = ''] = url.split('?', 2)
  const linePath = PATHS.find((each) => each === path)
  // Version 8, which browsers have given up, has its Origin elsewhere.
  if (method !== 'GET' || !linePath || headers['sec-websocket-version'] !== '13') return NOT_FOUND
  if (!names.isForUs(request)) return NOT_FOUND
  const asked = serverQuery.safeParse(Object.fromEntries(new URLSearchParams(query))).data
  if (!asked) return NOT_FOUND
  const { room: id, token } = asked
  const room = rooms.get(id)
  if (!names.mayConnect(headers.origin, room?.origins ?? [])) return NOT_FOUND

  if (isOwnerToken(key, id, token, now())) {
    const own = rooms.open(id)
    return own ? { kind: 'in', path: linePath, room: own, tokenHash: undefined } : TOO_MANY_ROOMS
  }
  // Nothing can be guessed at a room that nobody has opened, and guests look for their host wherever it may be.
  const isGuess = linePath === '/hub' || token.startsWith('o.')
  if (!isGuess && !room?.isOpen) return NO_HOST
  // Who was let in here before is not kept out by what strangers try, nor by an old token of their own.
  const mayTry = room?.knows(address) === true || (wrong.mayTry(address) && wrong.mayTryAt(id))
  if (!mayTry) return TOO_MANY_TRIES
  const tokenHash = isGuess ? undefined : room?.accepted(token)
  if (!room || tokenHash === undefined) {
    wrong.count(address, id)
    return NOT_ALLOWED
  }
  if (linePath === '/guest' && !room.hub) return NO_HOST
  return { kind: 'in', path: linePath, room, tokenHash }
}

const NOT_FOUND: Admission = { kind: 'status', status: 404 }
const TOO_MANY_TRIES: Admission = { kind: 'status', status: 429 }
const TOO_MANY_ROOMS: Admission = { kind: 'close', code: CLOSED.tooMany }
const NOT_ALLOWED: Admission = { kind: 'close', code: CLOSED.notAllowed }
const NO_HOST: Admission = { kind: 'close', code: CLOSED.noHost }
