import * as Y from 'yjs'
import { createDocSync } from '../../renderer/sync/createDocSync.ts'
import type { DocLine, DocLink, DocSync, DocSyncOptions } from '../../renderer/sync/docSync.ts'
import type { Carrier } from '../../renderer/sync/mesh/carrier.ts'
import { every } from '../../shared/session/clock.ts'
import { decodeDocMessage, type DocMessage } from '../../shared/session/docMessage.ts'
import type { Gate, Verdict } from '../../shared/session/gate/gate.ts'
import { personId, type PersonId } from '../../shared/session/ids.ts'
import type { LinkPeer } from '../../shared/session/link.ts'
import type { Role } from '../../shared/session/role.ts'
import { vectorOf } from '../../shared/session/vectors.ts'
import { toBase64url } from '../../shared/util/base64url.ts'
import type { VirtualClock } from './virtualClock.ts'

/** Somebody with a document, in a simulation. */
export interface DocPeer {
  readonly doc: Y.Doc
  readonly sync: DocSync
  readonly as: LinkPeer
  /** Whether this one is host now: passes on what its guests write. */
  hosting: boolean
  lineage: string | undefined
  /** By the other peer. */
  readonly lines: Map<DocPeer, DocLine>
  /** Most that ever waited in the document for something that was not there. */
  pending: number
  /** That this one gave to others. */
  strikes: number
}

export interface DocPeerOptions {
  readonly kind?: 'desktop' | 'phone'
  readonly role?: Role
  readonly hosting?: boolean
  readonly lineage?: string
  readonly overrides?: Partial<DocSyncOptions>
  /** Else everything is taken that rests on nothing that is missing. */
  readonly gate?: (doc: Y.Doc) => Gate
}

export interface DocNetwork {
  readonly peers: readonly DocPeer[]
  add(options?: DocPeerOptions): DocPeer
  connect(a: DocPeer, b: DocPeer, line?: LineOptions): void
  cut(a: DocPeer, b: DocPeer): void
  /** Messages of the doc lane that have been sent, of one kind. */
  sent(kind: DocMessage['kind']): number
  /** Bytes of the doc lane that have been sent. */
  bytes(): number
  /** Most bytes that ever waited in one link. */
  mostQueued(): number
}

export interface LineOptions {
  /** One way, ms. */
  readonly latency?: number
  /** Bytes a ms. */
  readonly bandwidth?: number
  /** What y-webrtc does in a mesh: it sends and applies, and is ready only after so many ms. */
  readonly carriedAfter?: number
}

const ROOM = Symbol('room')

/** Takes everything that rests on nothing that is missing. */
export function openGate(doc: Y.Doc): Gate {
  return {
    admit: (update): Verdict => (isEarly(doc, update) ? { kind: 'early' } : { kind: 'accepted', update }),
  }
}

function isEarly(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const known = new Map(vectorOf(doc))
  for (const { id, length } of structs)
    if ((known.get(id.client) ?? 0) >= id.clock)
      known.set(id.client, Math.max(known.get(id.client) ?? 0, id.clock + length))
  const lacks = (id: Y.ID | null): boolean => id !== null && id.clock >= (known.get(id.client) ?? 0)
  return (
    structs.some(
      (struct) =>
        lacks(struct.id) ||
        (struct instanceof Y.Item &&
          (lacks(struct.origin) ||
            lacks(struct.rightOrigin) ||
            (struct.parent instanceof Y.ID && lacks(struct.parent)))),
    ) ||
    [...ds.clients].some(([client, ranges]) =>
      ranges.some(({ clock, len }) => clock + len > (known.get(client) ?? 0)),
    )
  )
}

/** Peers with lines between them whose messages take time, all of it virtual. */
export function docNetwork(clock: VirtualClock, seed = 1): DocNetwork {
  const peers: DocPeer[] = []
  const sent: DocMessage['kind'][] = []
  const wires = new Map<DocPeer, Map<DocPeer, () => void>>()
  let [bytes, mostQueued] = [0, 0]

  /** One end of a line: what `from` sends to `to`. */
  function wire(from: DocPeer, to: DocPeer, { latency = 10, bandwidth = Infinity }: LineOptions) {
    let [queued, freeAt, open] = [0, 0, true]
    const link: DocLink = {
      get peer() {
        return to.as
      },
      sendBytes(_lane, message) {
        if (!open) return
        const copy = new Uint8Array(message)
        const decoded = decodeDocMessage(copy)
        if (decoded) sent.push(decoded.kind)
        bytes += copy.length
        queued += copy.length
        mostQueued = Math.max(mostQueued, queued)
        freeAt = Math.max(freeAt, clock.now()) + copy.length / bandwidth
        clock.after(freeAt - clock.now(), () => {
          queued -= copy.length
          if (open && queued === 0) from.lines.get(to)?.drained()
        })
        clock.after(freeAt + latency - clock.now(), () => {
          if (!open) return
          to.lines.get(from)?.receive(copy)
          to.pending = Math.max(to.pending, to.doc.store.pendingStructs?.update.length ?? 0)
        })
      },
      queued: () => queued,
      strike: () => void (from.strikes += 1),
    }
    return { link, close: () => void (open = false) }
  }

  /** As a tamed room does: what it was given by peers it does not pass on. */
  function carrierFor(doc: Y.Doc, readyAfter: number | undefined): Carrier | undefined {
    if (readyAfter === undefined) return undefined
    let ready = false
    const carrier: Carrier = {
      onUpdate: undefined,
      onReady: undefined,
      onAwareness: undefined,
      takeUpdate: (update) => Y.applyUpdate(doc, update, ROOM),
      takeAwareness: () => {},
    }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (ready && origin !== ROOM) carrier.onUpdate?.(new Uint8Array(update))
    })
    clock.after(readyAfter, () => {
      ready = true
      carrier.onReady?.()
    })
    return carrier
  }

  return {
    peers,
    add({
      kind = 'desktop',
      role = 'facilitator',
      hosting = false,
      lineage,
      overrides,
      gate = openGate,
    } = {}) {
      const doc = new Y.Doc()
      // Who has the larger one wins conflicts: the same in every run of a simulation.
      doc.clientID = seed + ((peers.length * 0x9e3779b1) % 2 ** 31)
      const person = personId.parse(toBase64url(Uint8Array.from({ length: 16 }, () => peers.length)))
      const certificate = { kind, host: kind === 'desktop' } as LinkPeer['certificate']
      const byPerson = (who: PersonId): DocPeer | undefined => peers.find(({ as }) => as.person === who)
      const state = { doc, hosting, lineage, lines: new Map<DocPeer, DocLine>(), pending: 0, strikes: 0 }
      const sync = createDocSync({
        doc,
        gate: gate(doc),
        now: () => clock.now(),
        yieldNow: (run) => void clock.after(0, run),
        lineage: () => state.lineage,
        mayEditAll: () => role === 'facilitator',
        mayWrite: () => role !== 'viewer',
        isHost: (who) => byPerson(who)?.hosting ?? false,
        // Guests have a line to the host only.
        relays: (from, to) =>
          state.hosting && (from.certificate.kind === 'phone' || to.certificate.kind === 'phone'),
        ...overrides,
      })
      const peer: DocPeer = Object.assign(state, { sync, as: { person, role, certificate } })
      sync.complete.subscribe(() => {
        peer.lineage ??= peers.find((other) => other.lineage !== undefined)?.lineage
        sync.refresh()
        // Their new card reaches the others.
        for (const other of peer.lines.keys()) other.lines.get(peer)?.setLineage(peer.lineage)
      })
      every(clock, 1000, () => sync.beat())
      peers.push(peer)
      return peer
    },
    connect(a, b, options = {}) {
      this.cut(a, b)
      const ends = [wire(a, b, options), wire(b, a, options)] as const
      const closers = () => {
        for (const end of ends) end.close()
        for (const [from, to] of [[a, b] as const, [b, a] as const]) {
          const line = from.lines.get(to)
          from.lines.delete(to)
          line?.end()
        }
      }
      wires.set(a, (wires.get(a) ?? new Map<DocPeer, () => void>()).set(b, closers))
      wires.set(b, (wires.get(b) ?? new Map<DocPeer, () => void>()).set(a, closers))
      const carriers = [
        carrierFor(a.doc, options.carriedAfter),
        carrierFor(b.doc, options.carriedAfter),
      ] as const
      a.lines.set(b, a.sync.attach(ends[0].link, b.lineage, carriers[0]))
      b.lines.set(a, b.sync.attach(ends[1].link, a.lineage, carriers[1]))
    },
    cut: (a, b) => wires.get(a)?.get(b)?.(),
    sent: (kind) => sent.filter((each) => each === kind).length,
    bytes: () => bytes,
    mostQueued: () => mostQueued,
  }
}

/** What is wrong at the end, when everybody should have everything. */
export function faultsAmong(peers: readonly DocPeer[]): string[] {
  const faults = new Set<string>()
  const [first] = peers
  for (const { doc, pending, strikes } of peers) {
    if (strikes > 0) faults.add('somebody was taken for a liar')
    if (doc.store.pendingStructs || doc.store.pendingDs) faults.add('something is pending')
    if (pending > 0) faults.add('something was pending')
    if (first && stateOf(doc) !== stateOf(first.doc)) faults.add('documents differ')
  }
  return [...faults]
}

const stateOf = (doc: Y.Doc): string =>
  JSON.stringify([
    [...vectorOf(doc)].toSorted(([a], [b]) => a - b),
    [...Y.createDeleteSetFromStructStore(doc.store).clients].toSorted(([a], [b]) => a - b),
    ...['notes', 'list'].map((root) =>
      canonicalJson(root === 'list' ? doc.getArray(root) : doc.getMap(root)),
    ),
  ])

function canonicalJson(json: unknown): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
