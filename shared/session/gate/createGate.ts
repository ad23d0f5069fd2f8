import * as Y from 'yjs'
import type { PersonId } from '../ids.ts'
import type { LinkPeer } from '../link.ts'
import { may, type Role } from '../role.ts'
import { createClaims, type Claims } from './claims.ts'
import { deletedItems } from './deletedItems.ts'
import type { Gate, Sender, UpdateKind, Verdict } from './gate.ts'
import { inOrder } from './inOrder.ts'
import { judge } from './judge.ts'
import { LIMITS } from './limits.ts'
import { missedDeletes } from './missedDeletes.ts'
import { mayWriteAs, ownClients, type IsOwnClient } from './ownClients.ts'
import { ownPart, type OwnPart } from './ownPart.ts'
import { createPlaces, type Place } from './places.ts'
import { readUpdate, type Struct, type Update } from './readUpdate.ts'
import { must, Refusal, type GateCode } from './refusal.ts'
import { refusedEditOf } from './refusedEdit.ts'
import { createRemovals, type Removals } from './removals.ts'
import { applyTo, sandboxOf, type Touched } from './sandbox.ts'
import { writersOf } from './writersOf.ts'
import { writeUpdate } from './writeUpdate.ts'

export interface GateOptions {
  /** The document that is guarded. The gate only reads it, and counts on what it accepts being applied before it is asked again. */
  readonly doc: Y.Doc
  /** ms, of any clock that only goes forward. */
  readonly now: () => number
  /** What a person may do now, by certificate and policy; nothing of whom nobody has heard. */
  readonly roleOf: (person: PersonId) => Role | undefined
  /**
   * Whose word counts as a facilitator's does: that of whoever hosts just now, as long as what is here has not been
   * completed by a first answer or comes from a session without facilitators. Facilitators need not be named.
   */
  readonly trusts?: (peer: LinkPeer, kind: UpdateKind) => boolean
  /** Who may answer with what others wrote, too: it is judged as theirs. Those who keep a copy and let guests in. */
  readonly vouches?: (peer: LinkPeer) => boolean
}

/** A gate that knows who writes as which client of the document. */
export interface ClaimingGate extends Gate {
  /** Somebody's card says that they write as this client. False if it is another's: what comes as it will be refused. */
  claim(client: number, person: PersonId): boolean
}

/** Whose edit is judged, and by what. */
interface Judged {
  readonly person: PersonId
  readonly role: Role
  /** May change everything: asked only whether it is sound. */
  readonly trusted: boolean
}

interface World extends GateOptions {
  readonly claims: Claims
  readonly removals: Removals
}

/**
 * Makes the gate before a document. Every message is read without building anything of it; refused if it is unsound, or
 * written as somebody else; `early` if it rests on what is not here, so that Yjs never has to keep anything for later. A
 * participant's is then applied to a copy of the records that it touches, and judged by what it makes of them.
 * The document itself sees nothing before all of that.
 */
export function createGate(options: GateOptions): ClaimingGate {
  const world: World = { ...options, claims: createClaims(), removals: createRemovals(options.now) }
  return {
    claim: (client, person) => world.claims.claim(client, person),
    admit(message, from, kind) {
      let update: Update | undefined
      try {
        const judged = whoFor(world, from, kind)
        must(message.length <= mostBytes(judged, kind), 'too-large')
        // Whoever only looks on is asked what they have like everybody, and has nothing to bring.
        if (!may(judged.role, 'add') && kind === 'answer') return NOTHING
        must(may(judged.role, 'add'), 'viewer')
        update = readUpdate(message)
        must(judged.trusted || kind === 'answer' || message.length <= LIMITS.update, 'too-large')
        if (judged.trusted) return admitTrusted(world, message, update)
        return kind === 'answer' && world.vouches?.(from.peer) === true
          ? admitVouched(world, message, update, judged.person)
          : admitParticipant(world, message, update, judged.person, kind)
      } catch (cause) {
        const why = cause instanceof Refusal ? cause.code : 'malformed'
        const edit = update && refusedEditOf(update)
        return { kind: 'refused', why, strike: isStrike(why, kind, edit !== undefined), edit }
      }
    },
  }
}

/** What an honest app may have let somebody do in their own copy, while they were in no session. */
const ALONE: ReadonlySet<GateCode> = new Set(['structure', 'not-yours', 'unsigned', 'too-many'])

/** Nobody is blamed for what somebody honest may do: too much at once, or in their own copy what they may not do here. */
function isStrike(why: GateCode, kind: UpdateKind, isRead: boolean): boolean {
  if (why === 'frozen' || (why === 'too-large' && isRead)) return false
  return !(kind === 'answer' && ALONE.has(why))
}

const NOTHING: Verdict = { kind: 'accepted', update: new Uint8Array([0, 0]) }

/** A facilitator's word counts for whatever they pass on; anybody else's guest is judged as that guest. */
function whoFor({ roleOf, trusts }: World, { peer, onBehalf }: Sender, kind: UpdateKind): Judged {
  const trusted = may(peer.role, 'editAll') || trusts?.(peer, kind) === true
  if (trusted || onBehalf === undefined) return { person: peer.person, role: peer.role, trusted }
  // Nobody lends more than they have: a guest of theirs is a participant at most.
  const role = roleOf(onBehalf) === 'viewer' ? 'viewer' : peer.role
  return { person: onBehalf, role, trusted: false }
}

function mostBytes({ trusted }: Judged, kind: UpdateKind): number {
  if (trusted) return LIMITS.trusted
  return kind === 'answer' ? LIMITS.answer : LIMITS.told
}

function admitTrusted(world: World, message: Uint8Array<ArrayBuffer>, update: Update): Verdict {
  const fresh = soundIn(world.doc, update)
  return fresh ? { kind: 'accepted', update: message } : { kind: 'early' }
}

/** What is new of an update, and where it will lie; nothing if it rests on what is not here. */
function soundIn(doc: Y.Doc, update: Update): readonly Place[] | undefined {
  mustNotBeMine(doc, update)
  const ordered = inOrder(update, (client) => Y.getState(doc.store, client))
  if (!ordered.ok) return undefined
  const places = createPlaces(doc)
  return ordered.structs.flatMap((struct) => places.add(struct) ?? [])
}

/** Nobody else writes as this window's client: what it has written is all here. */
function mustNotBeMine(doc: Y.Doc, { structs }: Update): void {
  const own = structs.get(doc.clientID)
  must(!own || endOf(own) <= Y.getState(doc.store, doc.clientID), 'own-client')
}

function endOf(structs: readonly Struct[]): number {
  const last = structs.at(-1)
  return last ? last.clock + last.len : 0
}

function admitParticipant(
  world: World,
  message: Uint8Array<ArrayBuffer>,
  whole: Update,
  person: PersonId,
  kind: UpdateKind,
): Verdict {
  const { doc, claims } = world
  if (kind === 'live') {
    must(whole.structs.size <= LIMITS.clients, 'too-large')
    return admitOwn(world, message, whole, person, mayWriteAs(person, claims))
  }
  const isOwn = ownClients(doc, claims, message, whole, person)
  const admitPart = ({ update }: OwnPart) =>
    admitOwn(world, writeUpdate(message, update), update, person, isOwn)
  const part = ownPart(doc, whole, person, isOwn, true)
  try {
    return admitPart(part)
  } catch (cause) {
    // A value may be deleted whose place somebody else's has taken, and that comes from them.
    if (!part.leftOut || !(cause instanceof Refusal)) throw cause
    return admitPart(ownPart(doc, whole, person, isOwn, false))
  }
}

function admitOwn(
  { doc, claims, removals }: World,
  bytes: Uint8Array<ArrayBuffer>,
  update: Update,
  person: PersonId,
  isOwn: IsOwnClient,
): Verdict {
  const writers = [...update.structs].flatMap(([client, own]) => {
    const known = Y.getState(doc.store, client)
    if (endOf(own) <= known) return []
    must(isOwn(client, known), 'foreign-client')
    return [client]
  })
  const fresh = soundIn(doc, update)
  if (!fresh) return { kind: 'early' }
  const touched = touchedBy(doc, update, fresh)
  const sandbox = sandboxOf(doc, touched)
  applyTo(sandbox, bytes)
  const removed = judge(doc, sandbox, touched, person, (root, id) => removals.was(person, root, id))
  must(!removals.areTooMany(person, removed, () => doc.getMap('shapes').size), 'frozen')
  for (const client of writers) must(claims.claim(client, person), 'foreign-client')
  removals.add(person, removed)
  sandbox.destroy()
  return { kind: 'accepted', update: bytes }
}

/**
 * An answer of somebody who passes on what others wrote: of each of these what they may, all that cannot be judged left out.
 * What facilitators wrote comes from facilitators only.
 */
function admitVouched(
  world: World,
  message: Uint8Array<ArrayBuffer>,
  whole: Update,
  person: PersonId,
): Verdict {
  const writers = writersOf(world.doc, message, whole, world.claims, { remember: true })
  const { deletes, owners } = missedDeletes(world.doc, whole)
  const persons = new Set([person, ...writers.values(), ...owners])
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (const each of persons) {
    const role = world.roleOf(each) ?? 'participant'
    if (role === 'viewer' || may(role, 'editAll')) continue
    const structs = new Map([...whole.structs].filter(([client]) => writers.get(client) === each))
    const part = partOf(world, message, { structs, deletes }, each)
    if (part) parts.push(part)
  }
  return { kind: 'accepted', update: new Uint8Array(Y.mergeUpdates([new Uint8Array([0, 0]), ...parts])) }
}

function partOf(
  world: World,
  message: Uint8Array<ArrayBuffer>,
  whole: Update,
  person: PersonId,
): Uint8Array<ArrayBuffer> | undefined {
  try {
    const verdict = admitParticipant(world, message, whole, person, 'answer')
    return verdict.kind === 'accepted' ? verdict.update : undefined
  } catch (cause) {
    if (cause instanceof Refusal) return undefined
    throw cause
  }
}

function touchedBy(doc: Y.Doc, update: Update, fresh: readonly Place[]): Touched {
  const touched = new Map<string, Map<string, Set<string> | 'all'>>()
  const add = (place: Place | undefined) => {
    if (!place) return
    const { root, id, field } = place
    must(id !== undefined, 'structure')
    const records = touched.get(root) ?? new Map<string, Set<string> | 'all'>()
    touched.set(root, records)
    const fields = records.get(id)
    if (field === undefined) records.set(id, 'all')
    else if (fields === undefined) records.set(id, new Set([field]))
    else if (fields !== 'all') fields.add(field)
  }
  fresh.forEach(add)
  const places = createPlaces(doc)
  for (const { item } of deletedItems(doc, update.deletes)) add(places.ofItem(item))
  return touched
}
