import * as Y from 'yjs'
import { addFirstBoard, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { FIRST_BOARD, newShapeId } from '../../../shared/model/ids.ts'
import { encodeDocMessage } from '../../../shared/session/docMessage.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Link } from '../../../shared/session/link.ts'
import { seededRandom } from '../../support/seededRandom.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** So many are thrown at a time; then the page gets to hear what came of it. */
const BURST = 25
/** How long a way in is waited for when all have been shut, ms. */
const PATIENCE_MS = 8000
const MOST_KEPT = 200

/** What somebody sees and has who was let in and whose client is evil. */
export interface Evil {
  /** A link that has been proven. */
  linked(link: Link): void
  /** The wire below a link. */
  wired(channel: RTCDataChannel): void
  /** What arrived, to be sent again. */
  heard(message: Bytes): void
  /** Throws so many messages at everybody; resolves to how many were thrown. */
  attack(count: number, seed: number): Promise<number>
}

export function createEvil(workshop: Workshop, me: () => PersonId): Evil {
  const links = new Set<Link>()
  const channels = new Set<RTCDataChannel>()
  const kept: Bytes[] = []

  async function attack(count: number, seed: number): Promise<number> {
    const random = seededRandom(seed)
    let thrown = 0
    let waited = performance.now()
    while (thrown < count) {
      const open = [...links].filter(({ state }) => state === 'open')
      const wires = [...channels].filter(({ readyState }) => readyState === 'open')
      if (open.length > 0 || wires.length > 0) {
        waited = performance.now()
        for (let i = 0; i < BURST && thrown < count; i++, thrown++) throwOne(random, open, wires)
      } else if (performance.now() - waited > PATIENCE_MS) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return thrown
  }

  function throwOne(random: () => number, open: readonly Link[], wires: readonly RTCDataChannel[]): void {
    const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)]
    const link = pick(open)
    const wire = pick(wires)
    const noise = (most: number): Bytes =>
      Uint8Array.from({ length: 1 + Math.floor(random() * most) }, () => random() * 256)
    const spoiled = (): Bytes => {
      const copy = new Uint8Array(pick(kept) ?? noise(50))
      for (let i = 0; i < 3; i++) copy[Math.floor(random() * copy.length)] = random() * 256
      return copy
    }
    const edit = (update: Uint8Array): Bytes =>
      encodeDocMessage({ kind: 'edit', update: new Uint8Array(update) })
    const ways = [
      () => link?.sendBytes('doc', noise(300)),
      () => link?.sendBytes('presence', noise(300)),
      () => link?.sendBytes('bulk', noise(60_000)),
      () => link?.sendBytes('doc', spoiled()),
      () => link?.sendBytes('doc', pick(kept) ?? noise(10)),
      () => link?.sendBytes('doc', edit(noise(400))),
      () => link?.sendBytes('doc', edit(breakRole(workshop, me(), random))),
      () => link?.sendBytes('doc', edit(breakRole(workshop, me(), random))),
      () => link?.send(pick(forgeries(me(), random)) as Parameters<Link['send']>[0]),
      () => wire?.send(noise(200)),
      () => wire?.send(noise(16_000)),
      // A frame of any kind and lane, whose content makes no sense.
      () => wire?.send(Uint8Array.of(3 + Math.floor(random() * 8), Math.floor(random() * 5), ...noise(100))),
    ]
    try {
      pick(ways)?.()
    } catch {
      // A wire that has just been shut.
    }
  }

  return {
    linked: (link) => void links.add(link),
    wired: (channel) => void channels.add(channel),
    heard(message) {
      if (kept.length < MOST_KEPT) kept.push(new Uint8Array(message))
    },
    attack,
  }
}

/** An edit that nobody may make who is no facilitator, made on a copy. */
function breakRole({ doc }: Workshop, me: PersonId, random: () => number): Uint8Array {
  const copy = new Y.Doc()
  // Sometimes as another's client.
  const clients = [...doc.store.clients.keys()]
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  if (random() < 0.3) copy.clientID = clients[Math.floor(random() * clients.length)] ?? copy.clientID
  const before = Y.encodeStateVector(copy)
  const evil = openWorkshop(copy)
  const others = evil.shapes.all(FIRST_BOARD).filter((shape) => !('by' in shape) || shape.by !== me)
  const victim = others[Math.floor(random() * others.length)]?.id
  const breaks = [
    () => victim && evil.change((change) => change.update(victim, { geometry: [0, 0, 9, 9, 0] })),
    () => victim && evil.change((change) => change.remove(victim)),
    () => victim && copy.getMap('shapes').set(victim, new Y.Map()),
    () => victim && copy.getMap('shapes').delete(victim),
    () => copy.getMap('shapes').clear(),
    () => copy.getMap('boards').delete(FIRST_BOARD),
    () => copy.getMap('boards').set('evil', new Y.Map([['name', 'evil']])),
    () => copy.getMap('agenda').set('evil', 'x'.repeat(2000)),
    () => copy.getMap('nobody knows').set('evil', 1),
    () => copy.getMap('shapes').set(newShapeId(), new Y.Map([['kind', 'section']])),
    () => copy.getMap('shapes').set(newShapeId(), 'no record'),
    () => copy.getArray('evil').push([1]),
    () => addFirstBoard(copy),
  ]
  breaks[Math.floor(random() * breaks.length)]?.()
  const update = Y.encodeStateAsUpdate(copy, before)
  evil.dispose()
  copy.destroy()
  return update
}

/** What only a facilitator or the host may say, said by somebody else. */
const forgeries = (me: PersonId, random: () => number): readonly unknown[] => [
  { kind: 'bring', board: FIRST_BOARD, middle: [1e9, 1e9], zoom: 1 },
  { kind: 'focus', step: 'evil' },
  { kind: 'decide', person: me, admit: true, role: 'facilitator' },
  { kind: 'members', first: true, cards: [], gone: [] },
  { kind: 'keys', secret: 'x'.repeat(43), ways: [], name: 'evil' },
  { kind: 'knocks', waiting: [] },
  { kind: 'policy', policy: { seq: 1e6, locked: true, removed: [], roles: [], epoch: 9 } },
  { kind: 'persisted', person: me, vector: 'AAAA' },
  { kind: 'nobody knows', at: random() },
]
