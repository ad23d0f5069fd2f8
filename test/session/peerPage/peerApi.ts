import type { SessionPhase } from '../../../renderer/sync/liveSession.ts'
import type { Safety, Member } from '../../../renderer/sync/liveSession.ts'
import type { PeerKind } from '../../../shared/session/certificate.ts'
import type { Door, Invitation } from '../../../shared/session/invitation.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import type { Role } from '../../../shared/session/role.ts'
import type { Ticket } from './ticket.ts'

/**
 * What a peer page does when it is told: `page.evaluate(() => window.peer.host(…))`. It runs what a window of the app runs, but for
 * canvas and store. There are two ways to take part: in a whole session, as the app does (`LiveApi`), or in a mesh alone, where
 * everybody has a ticket of the runner (`MeshApi`). All times in ms.
 */
export interface PeerApi extends LiveApi, MeshApi, NotesApi {
  /** Leaves whatever it is in, as a window does that is closed in peace. */
  leave(): Promise<void>
  /** Leaves, and begins anew as somebody else with an empty document. */
  fresh(): Promise<void>
  counts(): Counts
  /** Closes all RTCPeerConnections below everything, as a network that comes apart does. */
  drop(): void
  /** One hash of everything in the document: equal in all that have the same. */
  documentHash(): string
  /** Shows a cursor that moves so many times a second; 0 stops. */
  wave(perSecond: number): void
}

/** Whole sessions. */
export interface LiveApi {
  /** Starts a session. Resolves to its invitations by role once it is live; rejects with the reason if it ends before. */
  host(options: HostPeer): Promise<Readonly<Record<Role, Invitation>>>
  /** Joins by invitation. Resolves to how long it took until it was live; rejects with the reason if it ends before. */
  enter(invitation: Invitation, options: LivePeer): Promise<number>
  /** Comes back with what `membership` gave, maybe on another page. Resolves like `enter`. */
  reenter(membership: Membership, options: LivePeer & { readonly secretKey: string }): Promise<number>
  /** Comes back with what the disk has: workshop, membership and person. Resolves like `enter`. */
  comeBack(options: LivePeer & { readonly storePort: number }): Promise<number>
  /** What is needed to come back, and the key of this person. */
  membership(): { readonly membership: Membership | undefined; readonly secretKey: string }
  session(): SessionNow
  /** Since it was live last: when it was lost and live again, by `performance.timeOrigin + performance.now()`. */
  /** As an evil client would: throws so many messages at everybody who is linked, and resolves to how many it were. */
  attack(count: number, seed: number): Promise<number>
  phases(): readonly { readonly at: number; readonly kind: SessionPhase['kind'] }[]
}

export interface LivePeer {
  readonly name: string
  readonly kind?: PeerKind
  /** This peer's own server: what `openOwnServer` of the runner gives, if it exposed that function to the page. */
  readonly ownServer?: boolean
  /** A stand-alone server where this peer may open rooms. */
  readonly standAlone?: { readonly origin: string; readonly key: string }
  /** Takes this long to put an edit on its disk; nothing for those who have none. */
  readonly diskMs?: number
  /** Keeps everything at the real store of a desk (`openDesk`), which listens here on loopback. */
  readonly storePort?: number
  readonly iceServers?: readonly RTCIceServer[]
  readonly relayOnly?: boolean
  /** To see it found: whatever anybody sends is let through. */
  readonly openGate?: boolean
}

export interface HostPeer extends LivePeer {
  readonly door?: Door
}

export interface SessionNow {
  readonly phase: SessionPhase
  readonly me: string
  readonly role: Role
  readonly members: readonly Member[]
  readonly safety: Safety
  /** Persons whose presence is seen. */
  readonly others: readonly string[]
  /** Edits of this peer that others refused. */
  readonly refused: number
  /** What was refused here: whose, and why. */
  readonly refusals: readonly string[]
  /** Moves of others' cursors, so far. */
  readonly seen: number
}

/** The mesh alone. */
interface MeshApi {
  /** Joins the mesh of a session, once until it has left. */
  join(ticket: Ticket, where: Where): void
  /** Joins a room with y-webrtc as it comes, none of ours below or above it: what tests of ours must fail with. */
  joinPlain(room: string, signalling: readonly string[]): void
  /** y-webrtc's connections; `name` of whoever has proven themselves. */
  connections(): readonly { readonly id: string; readonly state: string; readonly name: string | undefined }[]
  setSignalling(addresses: readonly string[]): void
  setSecret(secret: string): void
}

/** Notes of a real workshop. */
export interface NotesApi {
  /** A note with this text. Its id. */
  addNote(text: string): string
  moveNote(id: string, x: number, y: number): void
  /** So many notes with texts of so many characters, in one transaction. */
  fill(notes: number, characters: number): void
  /** How many notes there are. */
  size(): number
  /** The texts of all notes, sorted. */
  texts(): readonly string[]
  /** One hash of everything that is on the board: equal for all who see the same. */
  contentHash(): string
  /** Everything in the workshop but probes, root after root: equal for all who have the same. */
  workshopText(): string
  /** Adds a note every so many ms, each with a text of its own that begins with this; 0 stops. */
  keepWriting(prefix: string, everyMs: number): void
  /** Adds a note that says when it was made; the others remember how long it took to get there. */
  probe(): void
  /** How long probes of others took, in the order of their arrival. */
  delays(): readonly number[]
  /** The same, with when each was made. */
  arrivals(): readonly { readonly at: number; readonly took: number }[]
  /** Texts of this peer's notes of which it was said that they are safe: on a disk, be it somebody else's. */
  acknowledged(): readonly string[]
}

export interface Where {
  /** Whole addresses of signalling servers. */
  readonly signalling: readonly string[]
  readonly iceServers?: readonly RTCIceServer[]
  readonly relayOnly?: boolean
}

export interface Counts {
  /** Messages that carried an edit, sent and received. */
  readonly sent: number
  readonly received: number
  /** Presence messages received. */
  readonly presence: number
  /** Messages to other tabs of this origin, which nobody should send. */
  readonly toTabs: number
  /** Links that opened since the page began. */
  readonly links: number
  /** RTCPeerConnections that are not closed. */
  readonly openConnections: number
  readonly pending: boolean
  /** The whole workshop of somebody has arrived. */
  readonly complete: boolean
  /** Messages of others that were refused here. */
  readonly refused: readonly string[]
  /** Longest task since the page began, ms. */
  readonly longestTask: number
  /** What awareness knows: this page and who is seen. */
  readonly present: number
}
