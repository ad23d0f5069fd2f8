import { scrypt, scryptAsync } from '@noble/hashes/scrypt.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64url, toBase64url } from '../util/base64url.ts'
import { invitation as invitationSchema, type Invitation } from './invitation.ts'
import { ROLES } from './role.ts'
import { WORDS } from './words.ts'

/** Words of a spoken invitation: four of 2048 are 44 bits. The server lets nobody try often enough to guess them. */
const SPOKEN = 4

/**
 * The invitation as a link to the guest page of its first server. Everything secret is in the fragment, which browsers
 * send to nobody: `#1.<room>.<secret>.<role>.<other servers>`, with `2` in front where the server is an engine.
 */
export function linkOf({ room, secret, servers: [first, ...others], role, engine }: Invitation): string {
  const more = others.map((server) => encodeURIComponent(server))
  return `${first}/#${[engine ? '2' : '1', room, secret, String(ROLES.indexOf(role)), ...more].join('.')}`
}

/** The invitation in a link, also in one that was copied with the words around it; nothing if there is none. */
export function invitationIn(text: string): Invitation | undefined {
  const found = /(https?:\/\/[^\s#/]+)\/?#([12])\.([\w-]{22})\.([\w-]{22})\.([0-2])((?:\.[^\s]+)?)/.exec(text)
  if (!found) return undefined
  const [, server, version, room, secret, role, rest = ''] = found
  const parsed = invitationSchema.safeParse({
    v: 1,
    room,
    secret,
    servers: [server, ...serversIn(rest)],
    role: ROLES[Number(role)],
    ...(version === '2' && { engine: true }),
  })
  return parsed.success ? parsed.data : undefined
}

/** `.http%3A%2F%2F192.168.1.6%3A4242.https%3A…`: addresses have dots of their own, so each begins with its scheme. */
function serversIn(rest: string): string[] {
  return rest
    .split(/\.(?=https?%3A)/i)
    .filter((each) => each !== '')
    .map(unescaped)
}

/** As it stands if it is no percent-encoding: then it is no address either. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Words to say aloud. They stand for a secret of their own: `secretOfWords`. */
export function newWords(random: Uint8Array): string {
  const words = Array.from({ length: SPOKEN }, (_, i) => {
    const value = ((random[2 * i] ?? 0) << 8) | (random[2 * i + 1] ?? 0)
    return WORDS[value % WORDS.length] ?? ''
  })
  return words.join(' ')
}

/**
 * The secret that spoken words stand for, in the form of an invitation's. Slow on purpose (scrypt, 32 MiB): who recorded
 * what was said over the network may not try all words. `room` is said by the server that the words are typed at.
 * Nothing if these are not our words.
 */
export function secretOfWords(typed: string, room: string): string | undefined {
  const words = ownWords(typed)
  return words && toBase64url(scrypt(words, saltOf(room), STRETCH))
}

/** The same with pauses, for windows that have other things to do. */
export async function secretOfWordsInTurns(typed: string, room: string): Promise<string | undefined> {
  const words = ownWords(typed)
  return words && toBase64url(await scryptAsync(words, saltOf(room), { ...STRETCH, asyncTick: 8 }))
}

const STRETCH = { N: 2 ** 15, r: 8, p: 1, dkLen: 16 }
const saltOf = (room: string): Uint8Array => utf8ToBytes(`throughline words ${room}`)

/** As they are stretched; nothing if these are not our words. */
function ownWords(typed: string): Uint8Array | undefined {
  const words = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  if (words.length !== SPOKEN || !words.every((word) => WORDS.includes(word))) return undefined
  return utf8ToBytes(words.join(' '))
}

/** The bytes of an invitation's secret. */
export function secretBytes(secret: string): Uint8Array {
  const bytes = fromBase64url(secret)
  if (!bytes) throw new Error('Expected a secret')
  return bytes
}
