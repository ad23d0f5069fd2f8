import * as Y from 'yjs'
import { jsonBytes } from '../../shared/session/json.ts'
import type { DocMessage } from '../../shared/session/docMessage.ts'
import type { Gate, UpdateKind, Verdict } from '../../shared/session/gate/gate.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { LinkPeer } from '../../shared/session/link.ts'
import { may } from '../../shared/session/role.ts'
import type { Outcome } from './docInbox.ts'
import type { DocLine, DocLink, FromPeer } from './docSync.ts'
import type { Carrier } from './mesh/carrier.ts'

export interface DocIntakeOptions {
  readonly doc: Y.Doc
  readonly gate: Gate
  readonly link: DocLink
  /** y-webrtc, if it is what applies. */
  readonly carrier: Carrier | undefined
  readonly isHost: (person: PersonId) => boolean
  /** Applies: whoever hears of the change knows whose it is. */
  readonly apply: (from: FromPeer, run: () => void) => void
  readonly send: (message: DocMessage) => void
  readonly onRefused: ((peer: LinkPeer, why: string, strike: boolean) => void) | undefined
}

/** What comes in over one line: judged at the gate, then applied. */
export interface DocIntake {
  admit(update: Uint8Array<ArrayBuffer>, kind: UpdateKind, onBehalf: PersonId | undefined): Outcome
  /** Something came that makes no sense at all. */
  malformed(): void
}

type Refused = Omit<Extract<Verdict, { kind: 'refused' }>, 'kind'>

/** `line`: the origin of what is applied names it. */
export function createDocIntake(line: DocLine, options: DocIntakeOptions): DocIntake {
  const { doc, gate, link, carrier, send, isHost, onRefused } = options
  const origins = new Map<PersonId, FromPeer>()

  function originOf(person: PersonId): FromPeer {
    const known = origins.get(person)
    if (known) return known
    const origin: FromPeer = { line, person }
    origins.set(person, origin)
    return origin
  }

  function refuse({ why, strike, edit }: Refused, answer: boolean): void {
    if (link.peer) onRefused?.(link.peer, why, strike)
    send({ kind: 'refused', answer, edit: edit ? jsonBytes(edit) : new Uint8Array() })
    if (strike) link.strike()
  }

  function apply(update: Uint8Array, origin: FromPeer): void {
    try {
      options.apply(origin, () => {
        if (carrier) carrier.takeUpdate(update)
        else Y.applyUpdate(doc, update, origin)
      })
    } catch (error) {
      console.error('an update that was admitted cannot be applied:', error)
      refuse({ why: 'malformed', strike: true }, false)
    }
  }

  return {
    admit(update, kind, onBehalf) {
      const { peer } = link
      if (!peer) return 'done'
      // Nobody else has guests whose edits they pass on. What an honest one does who is not host any more is asked for.
      if (onBehalf !== undefined && !may(peer.role, 'editAll') && !isHost(peer.person)) return 'done'
      const verdict = gate.admit(update, { peer, onBehalf }, kind)
      if (verdict.kind === 'early') return 'early'
      if (verdict.kind === 'refused') refuse(verdict, kind === 'answer')
      else apply(verdict.update, originOf(onBehalf ?? peer.person))
      return 'done'
    },
    malformed: () => refuse({ why: 'malformed', strike: true }, false),
  }
}
