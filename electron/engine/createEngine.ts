import type {
  beforeSyncPayload,
  connectedPayload,
  Document,
  Extension,
  onAuthenticatePayload,
  onStatelessPayload,
} from '@hocuspocus/server'
import { applyUpdate } from 'yjs'
import { allowanceOf, createMeter, type Allowance } from '../../shared/session/allowance.ts'
import type { Certificate } from '../../shared/session/certificate.ts'
import { standingIn } from '../../shared/session/engine/charter.ts'
import { readMessage, toEngine, type ToEngine } from '../../shared/session/engine/engineMessage.ts'
import { createRoomImages, type RoomImages } from './roomImages.ts'
import { createGate, type ClaimingGate, type GateOptions } from '../../shared/session/gate/createGate.ts'
import { LIMITS } from '../../shared/session/gate/limits.ts'
import { roomId } from '../../shared/session/ids.ts'
import { may, type Role } from '../../shared/session/role.ts'
import { tokenBucket } from '../../shared/session/tokenBucket.ts'
import { createUsedTokens, readToken, standingBy, TurnedAway } from './admitToken.ts'
import { close, measure, sift } from './measure.ts'
import { createEngineRooms, memberOf, type EngineContext, type EngineRoom, type Seat } from './engineRoom.ts'

/** People in one room, and connections of one of them, at most. */
const MOST_SEATS = 600
const MOST_SEATS_OF_ONE = 5
const MOST_STRIKES = 3
/** Somebody is asked at most so often to bring both into step, ms. */
const ASK_EVERY = 1000
/** Of so many people besides facilitators everybody hears what their disks have. */
const MOST_WITNESSES = 8
/** Of y-protocols' sync: `0` asks, `1` answers, `2` is an edit. */
const QUESTION = 0
const ANSWER = 1

export interface EngineOptions {
  /** ms, of any clock that only goes forward. */
  readonly now: () => number
  /** ms since 1970. */
  readonly date: () => number
  /** Rooms with people at a time. */
  readonly mostRooms?: number
  /** What stands before a document; tests plant a bug. */
  readonly gate?: (options: GateOptions) => ClaimingGate
}

/**
 * Throughline's roles in a Hocuspocus server. The name of a document is the id of a session's room; whoever has an invitation
 * proves it (`engineToken.ts`). To Hocuspocus every connection is read-only: what comes from people is judged at the same gate
 * as in a mesh, and what that accepts is applied here. So nothing that goes wrong here lets anything through.
 */
export function createEngine(options: EngineOptions): Extension<EngineContext> {
  const { now, date, mostRooms = Infinity, gate: makeGate = createGate } = options
  const rooms = createEngineRooms()
  const used = createUsedTokens(date)
  const gates = new WeakMap<Document, ClaimingGate>()
  const roomOf = (name: string): EngineRoom => {
    const id = roomId.safeParse(name).data
    if (id === undefined) throw new TurnedAway('refused')
    return rooms.of(id)
  }

  function gateOf(document: Document, room: EngineRoom): ClaimingGate {
    const known = gates.get(document)
    if (known) return known
    const gate = makeGate({
      doc: document,
      now,
      roleOf: (person) => [...room.seats].find((seat) => seat.person === person)?.role,
    })
    gates.set(document, gate)
    return gate
  }

  function letIn({ token: text, documentName, requestHeaders, connectionConfig }: Authenticating): Seat {
    // First of all, so that nothing below has to go well for it.
    connectionConfig.readOnly = true
    const id = roomId.safeParse(documentName).data
    if (id === undefined) throw new TurnedAway('refused')
    const token = readToken(text, id, { date, used, host: requestHeaders.get('host') })
    const room = rooms.of(id)
    if (token.charters && room.take(token.charters)) holdsAnew(room)
    const { person, role } = standingBy(token, room)
    // After a restart hundreds would bring what only facilitators may.
    if (!room.state.awake && !may(role, 'lead')) throw new TurnedAway('not-open')
    if (room.seats.size === 0 && rooms.open() >= mostRooms) throw new TurnedAway('full')
    const own = [...room.seats].filter((seat) => seat.person === person)
    if (room.seats.size >= MOST_SEATS || own.length >= MOST_SEATS_OF_ONE) throw new TurnedAway('full')
    const allowed = allowanceIn(role, token.certificate)
    return {
      person,
      role,
      certificate: token.certificate,
      client: token.client,
      connection: undefined,
      allowed,
      meter: createMeter(allowed, now),
      strikes: 0,
      over: false,
      questions: tokenBucket(1, 10, now),
      news: tokenBucket(5, 20, now),
      askedAt: -Infinity,
    }
  }

  function connected({ connection, documentName, context: { seat } }: Connected): void {
    const room = roomOf(documentName)
    seat.connection = connection
    room.seats.add(seat)
    // What holds may have changed while the document was being loaded.
    if (!isStillIn(room, seat)) return
    if (!gateOf(connection.document, room).claim(seat.client, seat.person)) return close(seat, 'misbehaved')
    room.tell({ kind: 'hello', v: 1, charters: [...room.charters()], focus: room.focus.step }, [seat])
    room.tell({ kind: 'members', first: true, here: room.members(), gone: [] }, [seat])
    imagesOf(room, connection.document).join(seat)
    for (const [person, vector] of room.disks) room.tell({ kind: 'persisted', person, vector }, [seat])
    const others = [...room.seats].filter((other) => other !== seat)
    room.tell({ kind: 'members', first: false, here: [memberOf(seat)], gone: [] }, others)
  }

  function imagesOf(room: EngineRoom, document: Document): RoomImages {
    room.state.images ??= createRoomImages({
      document,
      now,
      isHost: (person) => [...room.seats].some((seat) => seat.person === person && may(seat.role, 'lead')),
      onStrike: strike,
    })
    return room.state.images
  }
  function strike(seat: Seat): void {
    if (++seat.strikes >= MOST_STRIKES) close(seat, 'misbehaved')
  }

  /** Whoever is removed goes; whoever has another role now is told, with everybody else. */
  function isStillIn(room: EngineRoom, seat: Seat): boolean {
    const holds = room.holds()
    const standing = holds ? standingIn(holds, seat.certificate) : 'refused'
    if (standing === 'removed' || standing === 'ended') {
      close(seat, standing)
      return false
    }
    if (typeof standing === 'object' && standing.role !== seat.role) {
      seat.role = standing.role
      seat.allowed = allowanceIn(seat.role, seat.certificate)
      seat.meter = createMeter(seat.allowed, now)
    }
    return true
  }
  function holdsAnew(room: EngineRoom): void {
    room.tell({ kind: 'charter', charters: [...room.charters()] })
    const before = new Map([...room.seats].map((seat) => [seat, seat.role]))
    for (const seat of room.seats) isStillIn(room, seat)
    const changed = [...room.seats].filter((seat) => before.get(seat) !== seat.role)
    if (changed.length > 0)
      room.tell({ kind: 'members', first: false, here: changed.map(memberOf), gone: [] })
  }

  function left(room: EngineRoom, seat: Seat): void {
    room.early.delete(seat)
    if (!room.seats.delete(seat)) return
    room.state.images?.leave(seat)
    if (room.seats.size === 0) {
      room.state.awake = false
      room.state.images?.dispose()
      room.state.images = undefined
    }
    if ([...room.seats].some(({ person }) => person === seat.person)) return
    room.disks.delete(seat.person)
    room.tell({ kind: 'members', first: false, here: [], gone: [seat.person] })
  }

  function judge({ type, payload, document, documentName, connection, context: { seat } }: Syncing): void {
    if (seat.over) return
    const room = roomOf(documentName)
    if (type === QUESTION) {
      if (!seat.questions.take(1)) close(seat, 'flooded')
      return
    }
    const kind = type === ANSWER ? 'answer' : 'live'
    const { person, role, certificate } = seat
    const peer = { person, role, certificate: { ...certificate, host: false } }
    const verdict = gateOf(document, room).admit(new Uint8Array(payload), { peer }, kind)
    if (verdict.kind === 'accepted') {
      room.early.delete(seat)
      if (kind === 'answer' && may(role, 'lead')) room.state.awake = true
      if (verdict.update.length <= EMPTY) return
      applyUpdate(document, verdict.update, { source: 'connection', connection })
      for (const other of room.early) if (other !== seat && ask(room, other)) room.early.delete(other)
      return
    }
    if (verdict.kind === 'early') {
      room.early.add(seat)
      // An answer that is too early has all there is: only others can help.
      if (kind === 'live') ask(room, seat)
      return
    }
    room.tell({ kind: 'refused', ...(verdict.edit && { edit: verdict.edit }) }, [seat])
    if (verdict.strike) strike(seat)
  }
  function ask(room: EngineRoom, seat: Seat): boolean {
    if (now() - seat.askedAt < ASK_EVERY) return false
    seat.askedAt = now()
    room.tell({ kind: 'again' }, [seat])
    return true
  }

  function hear(room: EngineRoom, seat: Seat, said: ToEngine): void {
    if (said.kind === 'image') return room.state.images?.receive(seat, said.bytes)
    if (said.kind === 'persisted') {
      const isWitness =
        may(seat.role, 'lead') || room.disks.has(seat.person) || room.disks.size < MOST_WITNESSES
      if (!isWitness || seat.certificate.kind !== 'desktop' || !seat.news.take(1)) return
      room.disks.set(seat.person, said.vector)
      return room.tell({ ...said, person: seat.person })
    }
    if (!may(seat.role, 'lead') || !seat.news.take(1)) return
    if (said.kind === 'out') {
      for (const other of room.seats) if (other.person === said.person) close(other, 'removed')
    } else if (said.kind === 'charter') {
      if (room.take([said.signed])) holdsAnew(room)
    } else if (said.kind === 'bring') room.tell({ ...said, by: seat.person })
    else {
      room.focus.step = said.step
      room.tell(said)
    }
  }

  return {
    extensionName: 'throughline',
    // Before all others: a persisting extension must not be asked for rooms that nobody may enter.
    priority: 1000,
    onAuthenticate: async (payload) => ({ seat: letIn(payload) }),
    connected: async (payload) => connected(payload),
    beforeHandleMessage: async ({ update, context: { seat } }) => measure(update, seat),
    beforeSync: async (payload) => judge(payload),
    beforeHandleAwareness: async (payload) => sift(payload),
    async onStateless({ connection, documentName, payload }: onStatelessPayload) {
      const { seat } = connection.context as EngineContext
      const said = readMessage(toEngine, payload)
      if (said && !seat.over) hear(roomOf(documentName), seat, said)
    },
    async onDisconnect({ documentName, context: { seat } }) {
      left(roomOf(documentName), seat)
    },
  }
}

type Authenticating = onAuthenticatePayload<EngineContext>
type Connected = connectedPayload<EngineContext>
type Syncing = beforeSyncPayload<EngineContext>

/** As over a link, but answers come in one piece. Nobody is host here, whatever their certificate says. */
function allowanceIn(role: Role, certificate: Certificate): Allowance {
  const allowed = allowanceOf({ role, certificate: { ...certificate, host: false } })
  return {
    ...allowed,
    most: { ...allowed.most, doc: Math.max(allowed.most.doc, LIMITS.answer), bulk: MOST_WORDS },
  }
}

/** The longest that is said besides the document, bytes: what holds in a session of a thousand people. */
const MOST_WORDS = 512 * 1024

/** Bytes of an update with nothing in it. */
const EMPTY = 2
