import type { RoomId } from '../../shared/session/ids.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hashOfToken, randomText } from '../../shared/session/seal.ts'

/** What is good at a room, what was once, and another room with what is good there. */
export interface Tokens {
  readonly key: string
  readonly room: RoomId
  readonly good: string
  readonly old: string
  readonly otherRoom: RoomId
  readonly otherGood: string
}

/** Ways to come with a token that is not good (any more, there, for that). */
export const WRONG: ReadonlyArray<(tokens: Tokens) => readonly [path: string, token: string]> = [
  () => ['/guest', randomText(32)],
  ({ old }) => ['/guest', old],
  ({ old }) => ['/signal', old],
  ({ otherGood }) => ['/guest', otherGood],
  ({ good }) => ['/guest', nearMiss(good, 'x')],
  ({ good }) => ['/signal', good.slice(0, -1)],
  ({ good }) => ['/signal', `${good}=`],
  ({ good }) => ['/guest', good.toLowerCase()],
  ({ good }) => ['/guest', hashOfToken(good)],
  ({ good }) => ['/hub', good],
  ({ key, room }) => ['/hub', ownerToken(key, room, Date.now() - 2 * 86_400_000)], // expired
  ({ key, otherRoom }) => ['/hub', ownerToken(key, otherRoom, Date.now())],
  ({ room }) => ['/hub', ownerToken('another key that is long enough', room, Date.now())],
  ({ key, room }) => ['/hub', nearMiss(ownerToken(key, room, Date.now()), 'y')],
  ({ key, room }) => ['/signal', ownerToken(key, room, Date.now()).replace(/\.\d+\./, '.99999999999.')],
  () => ['/guest', 'undefined'],
]

/** The same but for one letter. */
const nearMiss = (token: string, letter: string): string => {
  const at = token.length - 7
  return token.slice(0, at) + (token[at] === letter ? 'z' : letter) + token.slice(at + 1)
}
