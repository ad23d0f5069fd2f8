/** What one server takes at most. Stated once, so that an operator can see it all; see the README. */
export interface Limits {
  readonly rooms: number
  /** WebSockets, all together. */
  readonly connections: number
  /** WebSockets of one address. */
  readonly connectionsByAddress: number
  /** TCP connections of one address that have no room (yet): a browser uses six. */
  readonly plainByAddress: number
  /** TCP connections, all together. */
  readonly sockets: number
}

export const EMBEDDED: Limits = {
  rooms: 8,
  connections: 300,
  connectionsByAddress: 64,
  plainByAddress: 32,
  sockets: 600,
}

export const STAND_ALONE: Limits = {
  rooms: 200,
  connections: 2000,
  connectionsByAddress: 64,
  plainByAddress: 32,
  sockets: 3000,
}

/** Bytes that wait for one guest before the host is told `full`, before it is told `room` again, and before the guest is given up. */
export const GUEST_FULL = 2 ** 20
export const GUEST_ROOM = 2 ** 18
export const GUEST_GIVEN_UP = 2 ** 21
/** Bytes that wait for a host before guests are not read from any more, and until they are again. */
export const HUB_FULL = 2 ** 22
export const HUB_ROOM = 2 ** 20
/** Bytes that wait for all guests and hosts of the server together; then the fullest go first. */
export const MOST_WAITING = 48 * 2 ** 20
/** Bytes that wait for somebody on /signal before they are given up. */
export const SIGNAL_GIVEN_UP = 2 ** 20

/** Messages a second and at once on /signal, and bytes. */
export const SIGNAL_RATE = { messages: 50, burst: 300, bytes: 2 ** 19, bytesBurst: 2 ** 22 } as const
/** What a host says about its room, a second and at once. */
export const OWNER_RATE = { messages: 20, burst: 200 } as const
/** Packets of one guest a second and at once, and bytes; who sends more is read more slowly. */
export const GUEST_RATE = { packets: 1000, burst: 4000, bytes: 2 ** 23, bytesBurst: 2 ** 24 } as const
/** Connections that one address opens a second and at once: behind one there may be a whole office that looks for its host. */
export const OPENING_RATE = { perSecond: 30, burst: 200 } as const

/** A WebSocket is asked for a sign of life this often, and given up when there was none for so long. ms */
export const PING_EVERY = 5000
export const DEAD_AFTER = 12_000
/** A room without a host is forgotten after this. ms */
export const ROOM_KEPT = 10 * 60_000
/** Most topics of one connection on /signal. */
export const MOST_TOPICS = 16
