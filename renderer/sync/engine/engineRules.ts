import type { Certificate } from '../../../shared/session/certificate.ts'
import {
  laterCharter,
  signCharter,
  standingIn,
  type Charter,
  type SignedCharter,
} from '../../../shared/session/engine/charter.ts'
import { identityOf, roomOf, type Identity } from '../../../shared/session/identity.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Role } from '../../../shared/session/role.ts'
import { createStore, type Store } from '../../../shared/util/store.ts'

/** What holds in an engine's session as far as is known here. */
export interface EngineRules {
  /** Nothing before the engine has said it. */
  readonly holds: Store<Charter | undefined>
  /** Enough to open the room where it is not open. */
  charters(): readonly SignedCharter[]
  /** Takes what the engine says holds; false if it is about another session. */
  take(given: readonly SignedCharter[]): boolean
  role(): Role
  /** The next charter, signed by this person or by the room where its key is here; nothing if they may not. */
  next(change: CharterChange): SignedCharter | undefined
}

export type CharterChange = Partial<Pick<Charter, 'locked' | 'over' | 'removed' | 'roles' | 'doors' | 'ways'>>

export interface EngineRulesOptions {
  readonly room: RoomId
  readonly identity: Identity
  readonly certificate: Certificate
  readonly charters: readonly SignedCharter[]
  readonly roomKey: string | undefined
}

export function createEngineRules(options: EngineRulesOptions): EngineRules {
  const { room, identity, certificate, roomKey } = options
  let known: readonly SignedCharter[] = []
  const holds = createStore<Charter | undefined>(undefined)

  function take(given: readonly SignedCharter[]): boolean {
    const [root] = given
    const newest = given.at(-1)
    if (!root || !newest || newest.charter.room !== room) return false
    // The first one is the room's own word. Who signed the last one, the engine has seen to, as it does to all roles here.
    if (roomOf(root.charter.by) !== room || !laterCharter(undefined, root, room)) return false
    const now = holds.get()
    if (now && newest.charter.seq < now.seq) return true
    known = given
    if (newest.charter.signature !== now?.signature) holds.set(newest.charter)
    return true
  }
  if (options.charters.length > 0) take(options.charters)

  return {
    holds,
    take,
    charters: () => known,
    role() {
      const now = holds.get()
      const standing = now && standingIn(now, certificate)
      return typeof standing === 'object' ? standing.role : certificate.role
    },
    next(change) {
      const now = holds.get()
      if (!now) return undefined
      const { v: _v, by: _by, signature: _signature, ...content } = now
      const signer = roomKey === undefined ? identity : identityOf(roomKey)
      return signCharter(signer, { ...content, ...change, seq: now.seq + 1 }, certificate)
    },
  }
}
