import type { Awareness } from 'y-protocols/awareness'
import type { BoardId } from '../../shared/model/ids.ts'
import type { PeerKind } from '../../shared/session/certificate.ts'
import type { Knocker } from '../../shared/session/doorMessage.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { Door, Invitation } from '../../shared/session/invitation.ts'
import type { Presence } from '../../shared/session/presence.ts'
import type { Role } from '../../shared/session/role.ts'
import type { Dispose, Store } from '../../shared/util/store.ts'

/** How a member is reached from here. `relayed`: by way of the host. `gone`: was here, and is not. */
export type Reach = 'me' | 'direct' | 'relayed' | 'gone'

/** Somebody in the session, as everybody sees them. Who they are is proven; nothing here comes from what they say. */
export interface Member {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly kind: PeerKind
  /** 0 to 11 of the palette. */
  readonly color: number
  readonly reach: Reach
  /** Time there and back, ms. */
  readonly roundTrip: number | undefined
  /** Is host now: where guests are connected. */
  readonly hosting: boolean
  /** Keeps a full copy on a disk. */
  readonly disk: boolean
  /** Has all of my edits: on their disk if they keep one, else in their window. */
  readonly upToDate: boolean
}

/** Where the newest of my edits are (reliability C.6), for the lamp. */
export interface Safety {
  /** Members with a disk whose disk has all that I have, me included. */
  readonly copies: readonly PersonId[]
  /** When a disk last confirmed something, ms since 1970. */
  readonly lastSaved: number | undefined
  /** Nothing is lost if this window closes now. */
  readonly safe: boolean
}

/** `joining`: content is on its way, `have` of `of` bytes when known. `lost`: nobody is reached just now; it is tried again. */
export type SessionPhase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'knocking'; readonly waiting: boolean }
  | { readonly kind: 'joining'; readonly have: number; readonly of: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly since: number }
  | { readonly kind: 'ended'; readonly why: SessionEnd }

export type SessionEnd =
  | 'left' // this side left
  | 'ended' // the facilitator ended it for all
  | 'removed' // this person was removed
  | 'refused' // not let in
  | 'locked' // nobody new comes in
  | 'full'
  | 'old-invitation'
  | 'unreachable' // no server answered
  | 'other-workshop' // the file here is of another lineage
  | 'server' // the own server cannot be started
  | 'no-roles' // the engine enforces no roles: nothing was shared with it

/**
 * A live session as the app sees it. `hostSession` starts one, `joinSession` knocks by an invitation, `rejoinSession` comes back
 * by a membership; all three return at once, and `phase` says how far it is. Nothing is to be called once it has ended.
 */
export interface LiveSession {
  readonly phase: Store<SessionPhase>
  /** What the session is called. */
  readonly name: string
  readonly me: PersonId
  /** Whoever comes by an invitation can be made to wait until a facilitator lets them in. */
  readonly asks: boolean
  /** Of this person now. */
  readonly role: Store<Role>
  /** Everybody here, and those who were; this person first, then by name. */
  readonly members: Store<readonly Member[]>
  /** Where others are and what they do, by person; not of this person, nor of those who are gone. */
  readonly others: Store<ReadonlyMap<PersonId, Presence>>
  readonly safety: Store<Safety>
  /** Who waits at the door; empty unless this person may lead. */
  readonly knocking: Store<readonly Knocker[]>
  readonly locked: Store<boolean>
  /** The frame that the facilitator points everybody at. */
  readonly focus: Store<string | null>
  /** Images that are still on their way: how many, bytes so far and of how many. */
  readonly images: Store<{ readonly missing: number; readonly have: number; readonly of: number }>
  /** Edits that peers refused because this role does not allow them; they were taken back here, too. */
  onRefused(listener: () => void): Dispose
  /** A facilitator brings everybody to where they are. */
  onBring(
    listener: (to: { board: BoardId; middle: readonly [number, number]; zoom: number; by: PersonId }) => void,
  ): Dispose

  /** What others see of this person: merged into what is there; `undefined` takes away. Sent at most 25 times a second. */
  show(part: { readonly [K in keyof Presence]?: Presence[K] | undefined }): void

  /** The ways in, one for each role. Only for those who may lead. */
  invitations(): readonly {
    readonly invitation: Invitation
    readonly door: Door
    readonly link: string
    readonly words: string
  }[]
  setDoor(role: Role, door: Door): void
  admit(person: PersonId, role?: Role): void
  refuse(person: PersonId): void
  setRole(person: PersonId, role: Role): void
  /** Out, and not in again unless `again`. */
  remove(person: PersonId, options?: { readonly again?: boolean }): void
  lock(locked: boolean): void
  /** New invitations and a new secret: old links stop working, whoever is here stays. Resolves once that holds. */
  rotate(): Promise<void>
  bring(to: {
    readonly board: BoardId
    readonly middle: readonly [number, number]
    readonly zoom: number
  }): void
  setFocus(step: string | null): void
  /** Resolves once everything is said that must be; the workshop stays open here. */
  leave(): Promise<void>
  /** The same, for everybody. */
  end(): Promise<void>
  /** For tests and measurements. */
  readonly awareness: Awareness
}
