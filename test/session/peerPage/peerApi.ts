import type { Ticket } from './ticket.ts'

/** What a peer page does when it is told: `page.evaluate(() => window.peer.join(…))`. All times in ms. */
export interface PeerApi {
  /** Joins the mesh of a session, once until it has left. */
  join(ticket: Ticket, where: Where): void
  /** Joins a room with y-webrtc as it comes, none of ours below or above it: what tests of ours must fail with. */
  joinPlain(room: string, signalling: readonly string[]): void
  /** Leaves as a window does that is closed in peace. */
  leave(): Promise<void>
  /** Leaves, and begins anew as somebody else with an empty document. */
  fresh(): Promise<void>
  /** y-webrtc's connections; `name` of whoever has proven themselves. */
  connections(): readonly { readonly id: string; readonly state: string; readonly name: string | undefined }[]
  /** A note with this text. Its id. */
  addNote(text: string): string
  moveNote(id: string, x: number, y: number): void
  /** So many notes with texts of so many characters, in one transaction. */
  fill(notes: number, characters: number): void
  /** How many notes there are. */
  size(): number
  /** The texts of all notes, sorted. */
  texts(): readonly string[]
  /** Adds a note that says when it was made; the others remember how long it took to get there. */
  probe(): void
  /** How long probes of others took, in the order of their arrival. */
  delays(): readonly number[]
  /** One hash of everything in the document: equal in all that have the same. */
  documentHash(): string
  counts(): Counts
  /** Sets this page's presence to something of 200 bytes so many times a second; 0 stops. */
  wave(perSecond: number): void
  /** Closes all connections below y-webrtc, as a network that comes apart does. */
  drop(): void
  setSignalling(addresses: readonly string[]): void
  setSecret(secret: string): void
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
