import { answerDoor, type Knocked } from '../../../shared/session/answerDoor.ts'
import type { Chain } from '../../../shared/session/certificate.ts'
import type { Clock } from '../../../shared/session/clock.ts'
import type { Knock, Knocker } from '../../../shared/session/doorMessage.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Admitted } from '../../../shared/session/knockAt.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import type { Role } from '../../../shared/session/role.ts'
import { createStore, type Store } from '../../../shared/util/store.ts'
import type { Rules } from './rules.ts'
import type { HostEntrance } from './waysIn.ts'

/** Most lines that wait to be let in at once; the others are told that it is full. */
const MOST_WAITING = 50
/** Whoever is not host says so at most so often: for each answer keys are worked out, and many ask at once. ms */
const ELSEWHERE_MS = 200
/** Most people in a session at once. */
export const MOST_PRESENT = 500

export interface HostDoorOptions {
  readonly clock: Clock
  readonly rules: Rules
  /** By the hash of the token that a guest showed to the server. */
  readonly entrance: (token: string) => HostEntrance | undefined
  /** Where else the session is, while this side is not the host. */
  readonly elsewhere: () => readonly string[] | undefined
  readonly present: () => number
  /** Signs somebody in; nothing if nobody here may. */
  readonly certify: (knock: Knock, role: Role) => Chain | undefined
  /** What whoever is let in is told besides. */
  readonly welcome: () => Pick<Admitted, 'name' | 'lineage' | 'servers'>
  /** The pipe is the link's from now on; `heard` is what came over it meanwhile. */
  readonly onAdmitted: (pipe: Pipe, heard: readonly Uint8Array<ArrayBuffer>[]) => void
}

/** The door of whoever is host: nothing of the session passes it before somebody has been let in. */
export interface HostDoor {
  take(pipe: Pipe, token: string): void
  /** Who waits for a facilitator's word. */
  readonly waiting: Store<readonly Knocker[]>
  admit(person: PersonId, role?: Role): void
  refuse(person: PersonId): void
  /** Everybody who waits has to go elsewhere. */
  close(): void
}

interface Visitor {
  readonly pipe: Pipe
  readonly knocked: Knocked<HostEntrance>
  /** What their invitation is for. */
  readonly wants: Role
}

export function createHostDoor(options: HostDoorOptions): HostDoor {
  const { rules, clock } = options
  /** Somebody may wait over several lines, by several addresses of this host. */
  const visitors = new Set<Visitor>()
  const waiting = createStore<readonly Knocker[]>([])
  let saidElsewhere = -Infinity

  function take(pipe: Pipe, token: string): void {
    const entrance = options.entrance(token)
    if (!entrance || isTooMuch()) return pipe.close()
    answerDoor(pipe, {
      room: rules.room,
      clock,
      ways: () => [entrance],
      onKnock: (knocked) => decide(pipe, knocked),
    })
  }
  /** Those who are sent away without a word try the next server, and this one again. */
  function isTooMuch(): boolean {
    if (!options.elsewhere()) return false
    const now = clock.now()
    if (now - saidElsewhere < ELSEWHERE_MS) return true
    saidElsewhere = now
    return false
  }
  function decide(pipe: Pipe, knocked: Knocked<HostEntrance>): void {
    const { policy } = rules.signed.get()
    const { knock, person, way } = knocked
    const elsewhere = options.elsewhere()
    if (elsewhere) return knocked.refuse('not-host', [...elsewhere])
    if (policy.removed.includes(person)) return knocked.refuse('removed')
    if (options.present() >= MOST_PRESENT) return knocked.refuse('full')
    // A certificate of an earlier visit that still proves something: no need to ask again.
    if (knock.chain && rules.prove(knock.chain)) return letIn(pipe, knocked, knock.chain)
    if (!way.way) return knocked.refuse('old-invitation')
    if (policy.locked) return knocked.refuse('locked')
    const visitor = { pipe, knocked, wants: way.way.invitation.role }
    if (way.way.door === 'open') admitAs(visitor, visitor.wants)
    else askFor(visitor)
  }
  function askFor(visitor: Visitor): void {
    if (visitors.size >= MOST_WAITING) return visitor.knocked.refuse('full')
    visitors.add(visitor)
    visitor.knocked.onGone = () => {
      visitors.delete(visitor)
      showWaiting()
    }
    visitor.knocked.wait()
    showWaiting()
  }
  function admitAs({ pipe, knocked }: Visitor, role: Role): void {
    const chain = options.certify(knocked.knock, role)
    if (chain) letIn(pipe, knocked, chain)
    else knocked.refuse('locked')
  }
  function letIn(pipe: Pipe, knocked: Knocked<HostEntrance>, chain: Chain): void {
    const { policy, signer } = rules.signed.get()
    const welcome = options.welcome()
    const secret = rules.secret.get()
    const heard = knocked.admit({ chain, policy, secret, ...(signer && { signer }), ...welcome })
    if (heard) options.onAdmitted(pipe, heard)
  }
  function takeOut(person: PersonId): readonly Visitor[] {
    const theirs = [...visitors].filter(({ knocked }) => knocked.person === person)
    for (const visitor of theirs) visitors.delete(visitor)
    showWaiting()
    return theirs
  }
  function showWaiting(): void {
    const byPerson = new Map([...visitors].map((visitor) => [visitor.knocked.person, visitor]))
    if (byPerson.size > 0 || waiting.get().length > 0) waiting.set(Array.from(byPerson.values(), knockerOf))
  }
  return {
    take,
    waiting,
    admit(person, role) {
      for (const visitor of takeOut(person)) admitAs(visitor, role ?? visitor.wants)
    },
    refuse(person) {
      for (const { knocked } of takeOut(person)) knocked.refuse('refused')
    },
    close() {
      const servers = options.elsewhere()
      for (const { knocked } of visitors) knocked.refuse('not-host', servers && [...servers])
      visitors.clear()
      showWaiting()
    },
  }
}

const knockerOf = ({ knocked: { knock, person }, wants }: Visitor): Knocker => ({
  person,
  name: knock.name,
  peer: knock.peer,
  wants,
})
