import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { ClaimingGate } from '../../shared/session/gate/createGate.ts'
import type { Verdict } from '../../shared/session/gate/gate.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import { contentOf, FAY, Gated, Guest, GUS, PAT, senderOf, VIC } from './gated.ts'
import { ATTACKS, createDice, type Dice, type Loot } from './hostile.ts'
import { noteAt } from './noteAt.ts'
import { aConnector } from './shapes.ts'
import { recordsIn, trespasses } from './trespass.ts'

/** A world is left after so many messages: what was let in of all that noise would make it ever larger. */
const MOST_PER_WORLD = 250

export interface FuzzReport {
  readonly messages: number
  readonly accepted: number
  readonly early: number
  /** By code. */
  readonly refused: Readonly<Record<string, number>>
  /** ms for one message. */
  readonly p50: number
  readonly p95: number
  readonly max: number
  /** What went wrong, with the kind of message that did it. */
  readonly faults: readonly string[]
}

interface World {
  readonly gated: Gated
  readonly gus: Guest
  /** Good messages that were sent so far. */
  readonly heard: Uint8Array[]
  /** The attacker's client, of which the gate has heard. */
  readonly attacker: number
}

type MakeGate = (doc: Y.Doc) => ClaimingGate

function createWorld(gate: MakeGate | undefined): World {
  const gated = new Gated(gate ? { gate } : {})
  const [fay, pat, gus] = [FAY, PAT, GUS].map((person) => new Guest(gated, person))
  if (!fay || !pat || !gus) throw new Error('Expected three')
  const heard: Uint8Array[] = []
  gated.doc.on('update', (update: Uint8Array) => heard.push(update))
  ;[fay, pat, gus].forEach(({ workshop, person }, who) =>
    workshop.change((change) => {
      for (let index = 0; index < 5; index++)
        change.add(noteAt(`${who}-${index}`, [index * 220, who * 220], { text: `Note ${index}` }))
      const [start, end] = [`${who}-0`, `${(who + 1) % 3}-1`].map((id) => ({
        point: [0, 0] as [number, number],
        shape: id as ShapeId,
      }))
      if (start && end) change.add({ ...aConnector({ start, end }), id: `line${who}` as ShapeId })
      change.cast({ v: 1, kind: 'feel', by: person, on: 'step', feeling: 1 })
    }),
  )
  pat.workshop.change((change) => change.setText('1-1' as ShapeId, 'Note one, and more'))
  fay.workshop.change((change) => change.update('0-1' as ShapeId, { locked: true }))
  if (gated.words().some((word) => word !== 'accepted')) throw new Error('Expected an honest beginning')
  return { gated, gus, heard, attacker: pat.doc.clientID }
}

/**
 * Sends `messages` bad messages to a gate, and after each looks whether the document is as it must be: untouched if the message
 * was refused; still valid, and nothing of others' changed, if it was let in; and whether an honest edit still arrives and
 * can be loaded. Ends early once a fault says `until`.
 */
export function fuzzGate(
  messages: number,
  seed: number,
  { gate, until }: { readonly gate?: MakeGate; readonly until?: string } = {},
): FuzzReport {
  const dice = createDice(seed)
  const [times, faults] = [[] as number[], new Set<string>()]
  const refused: Record<string, number> = {}
  let [accepted, early] = [0, 0]
  let world = createWorld(gate)
  for (let sent = 0; sent < messages; sent++) {
    if (sent % MOST_PER_WORLD === MOST_PER_WORLD - 1) world = createWorld(gate)
    const kind = dice.pick(Object.keys(ATTACKS))
    const message = new Uint8Array(ATTACKS[kind]?.(lootOf(world), dice) ?? [])
    // Whoever leads may do all of that but harm; who takes part and who looks on may not.
    const anyone = dice.pick([PAT, PAT, PAT, VIC, FAY])
    const person = anyone === FAY && kind === 'asAnother' ? PAT : anyone
    world.gated.clock += 3000
    const { verdict, ms, found } = strike(world, message, person, dice)
    times.push(ms)
    if (verdict?.kind === 'accepted') accepted++
    else if (verdict?.kind === 'early') early++
    else if (verdict) refused[verdict.why] = (refused[verdict.why] ?? 0) + 1
    for (const fault of [...found, ...honestFaults(world, sent)]) faults.add(`${kind}: ${fault}`)
    if (found.length > 0) world = createWorld(gate)
    if (until !== undefined && [...faults].some((fault) => fault.includes(until))) break
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0)
  return {
    messages,
    accepted,
    early,
    refused,
    p50: at(0.5),
    p95: at(0.95),
    max: round(times.at(-1) ?? 0),
    faults: [...faults],
  }
}

const round = (ms: number): number => Math.round(ms * 1000) / 1000

function lootOf({ gated, heard, gus, attacker }: World): Loot {
  return {
    heard,
    copy() {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(gated.doc))
      doc.clientID = attacker
      return doc
    },
    clients: [gus.doc.clientID, gated.doc.clientID, ...gated.doc.store.clients.keys()],
    shapes: [...gated.doc.getMap('shapes').keys(), '0-0'],
  }
}

interface Outcome {
  readonly verdict: Verdict | undefined
  readonly ms: number
  readonly found: readonly string[]
}

/** Sends one message, and looks at what it did. */
function strike(
  { gated, gus }: World,
  message: Uint8Array<ArrayBuffer>,
  person: PersonId,
  dice: Dice,
): Outcome {
  const { doc, gate } = gated
  const found: string[] = []
  const before = recordsIn(doc)
  const known = stateOf(doc)
  const kind = dice.roll(3) === 0 ? 'answer' : 'live'
  const host = kind === 'answer' && dice.roll(2) === 0
  const started = performance.now()
  let verdict: Verdict | undefined
  try {
    verdict = gate.admit(message, senderOf(person, { host }), kind)
  } catch {
    found.push('the gate throws')
  }
  const ms = performance.now() - started
  if (!isDeepStrictEqual(stateOf(doc), known) || !isDeepStrictEqual(recordsIn(doc), before))
    found.push('the document was touched before the gate had decided')
  if (verdict?.kind === 'accepted') {
    try {
      Y.applyUpdate(doc, verdict.update)
      const after = recordsIn(doc)
      JSON.stringify(after)
      if (person !== FAY) found.push(...trespasses(before, after, person, ...(host ? [GUS] : [])))
    } catch {
      found.push('what was let in throws')
    }
    if (doc.store.pendingStructs ?? doc.store.pendingDs) found.push('what was let in waits for something')
    if (person === PAT && !host && stateOf(doc)[gus.doc.clientID] !== known[gus.doc.clientID])
      found.push('wrote as somebody else')
  }
  return { verdict, ms, found }
}

const stateOf = (doc: Y.Doc): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
  roots: doc.share.size,
})

/** Somebody honest goes on working, and what there is can be loaded. */
function honestFaults({ gated, gus }: World, sent: number): readonly string[] {
  const id = `honest${sent}` as ShapeId
  const count = gated.verdicts.length
  try {
    gus.workshop.change((change) => {
      change.add(noteAt(id, [sent, 0], { text: 'Honest' }))
      if (sent > 0) change.remove(`honest${sent - 1}` as ShapeId)
    })
    if (gated.verdicts.slice(count).some(({ kind }) => kind !== 'accepted'))
      return ['an honest edit is refused']
    if (!gated.doc.getMap('shapes').has(id)) return ['an honest edit does not arrive']
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(gated.doc))
    if (!isDeepStrictEqual(contentOf(loaded), contentOf(gated.doc))) return ['what was saved reads otherwise']
    return isDeepStrictEqual(contentOf(gus.doc), contentOf(gated.doc)) ? [] : ['people see different boards']
  } catch {
    return ['an honest edit throws']
  }
}
