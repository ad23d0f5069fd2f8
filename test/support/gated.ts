import * as Y from 'yjs'
import { addFirstBoard, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import { ROOTS } from '../../shared/model/roots.ts'
import { createGate, type ClaimingGate } from '../../shared/session/gate/createGate.ts'
import type { Sender, UpdateKind, Verdict } from '../../shared/session/gate/gate.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { LinkPeer } from '../../shared/session/link.ts'
import type { Role } from '../../shared/session/role.ts'

/** All that is in a document that has records, however often its roots were asked for. */
export const contentOf = (doc: Y.Doc): unknown => ROOTS.map((root) => doc.getMap(root).toJSON())

export const personNamed = (letter: string): PersonId => letter.repeat(22) as PersonId
export const FAY = personNamed('f')
export const PAT = personNamed('p')
export const GUS = personNamed('g')
export const VIC = personNamed('v')
export const ROLES_OF: ReadonlyMap<PersonId, Role> = new Map([
  [FAY, 'facilitator'],
  [PAT, 'participant'],
  [GUS, 'participant'],
  [VIC, 'viewer'],
])

/** As a link says it: who it leads to was proven before. */
export function senderOf(person: PersonId, more: { readonly host?: boolean } = {}): Sender {
  const role = ROLES_OF.get(person) ?? 'viewer'
  const certificate: LinkPeer['certificate'] = {
    v: 1,
    room: 'r'.repeat(22) as LinkPeer['certificate']['room'],
    key: 'k'.repeat(44),
    name: person.slice(0, 1),
    kind: 'desktop',
    role,
    host: more.host ?? false,
    color: 0,
    at: 0,
    by: 'k'.repeat(44),
    signature: 's'.repeat(86),
  }
  return { peer: { person, role, certificate } }
}

interface GatedOptions {
  readonly doc?: Y.Doc
  readonly gate?: (doc: Y.Doc) => ClaimingGate
}

/** A document behind a gate, and what has come of what was sent to it. */
export class Gated {
  readonly doc: Y.Doc
  readonly gate: ClaimingGate
  /** ms. */
  clock = 0
  readonly verdicts: Verdict[] = []

  constructor({ doc = new Y.Doc(), gate }: GatedOptions = {}) {
    this.doc = doc
    addFirstBoard(doc)
    this.gate =
      gate?.(doc) ??
      createGate({
        doc,
        now: () => this.clock,
        roleOf: (person) => ROLES_OF.get(person),
        vouches: ({ certificate }) => certificate.host,
      })
  }

  send(update: Uint8Array, person: PersonId, kind: UpdateKind = 'live', origin?: unknown): Verdict {
    const verdict = this.gate.admit(new Uint8Array(update), senderOf(person), kind)
    this.verdicts.push(verdict)
    if (verdict.kind === 'accepted') Y.applyUpdate(this.doc, verdict.update, origin)
    return verdict
  }

  /** What came of what was sent, in a word each. */
  words(): string[] {
    return this.verdicts.map((verdict) => (verdict.kind === 'refused' ? verdict.why : verdict.kind))
  }
}

/** Somebody with a copy of their own, whose edits go through the gate of `gated` as they are made. */
export class Guest {
  readonly doc = new Y.Doc()
  readonly workshop: Workshop
  readonly person: PersonId
  readonly gated: Gated

  constructor(gated: Gated, person: PersonId) {
    this.person = person
    this.gated = gated
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(gated.doc), gated)
    this.workshop = openWorkshop(this.doc)
    this.workshop.signAs(person)
    this.workshop.role.set(ROLES_OF.get(person) ?? 'viewer')
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== gated) gated.send(update, person)
    })
    gated.doc.on('update', (update: Uint8Array) => Y.applyUpdate(this.doc, update, gated))
  }

  /** As an app that was tampered with: leaves out nothing of what it may not do. */
  hostile(): this {
    this.workshop.role.set('facilitator')
    return this
  }

  /** Everything that is here and not behind the gate, as an answer to being asked for it. */
  answer(): Verdict {
    return this.gated.send(
      Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.gated.doc)),
      this.person,
      'answer',
    )
  }
}
