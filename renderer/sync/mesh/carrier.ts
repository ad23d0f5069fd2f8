/**
 * Where y-webrtc and our own document sync meet, one for each link of the mesh.
 *
 * y-webrtc is unmodified and holds the real document and awareness. What it has to say to one peer arrives here instead of on a
 * data channel, and what that peer says is given back to it once it has passed the gate:
 * - its updates of the document are what is sent, in our envelope on the doc lane. Nobody else sends edits over a link that
 *   has a carrier, so each edit crosses each link once;
 * - its step 1 is only a sign that it is ready: the question is asked by our sync (one at a time, the host first), and answered in
 *   slices. Neither step 1 nor step 2 ever reaches y-webrtc, which would answer with the whole document in one message;
 * - its awareness updates are what is sent on the presence lane.
 * It relays nothing that it was given itself: in the mesh everybody has a link to everybody. What came another way, such as
 * from a browser guest at the host, it does pass on: its origin is not the room.
 */
export interface Carrier {
  /** An update for this peer. Called within the transaction's `update` event: whoever applied it still knows whose it is. */
  onUpdate: ((update: Uint8Array<ArrayBuffer>) => void) | undefined
  /**
   * y-webrtc is ready to be synced with this peer. Called once, some milliseconds after the link has opened, or if it is set
   * later as soon as it is set.
   */
  onReady: (() => void) | undefined
  /** An awareness update (`encodeAwarenessUpdate` of y-protocols) for this peer. */
  onAwareness: ((update: Uint8Array<ArrayBuffer>) => void) | undefined
  /**
   * Gives y-webrtc an update that passed the gate: it applies it before this returns, with its room as origin. Throws what
   * Yjs throws on malformed bytes.
   */
  takeUpdate(update: Uint8Array): void
  /** The same with an awareness update. */
  takeAwareness(update: Uint8Array): void
}
