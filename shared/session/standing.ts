import { allowanceOf, createMeter, createPace, type Allowance, type Meter } from './allowance.ts'
import type { Chain } from './certificate.ts'
import { provenBy, roleUnder } from './certify.ts'
import type { LinkPeer } from './link.ts'
import type { LinkOptions } from './linkOptions.ts'
import type { Policy } from './policy.ts'

/** ms for which somebody whose role was changed may send as before: they do not know of it yet. */
const GRACE = 10_000

/** What the two ends of an open link are under the policy that holds just now. */
export interface Standing {
  /** Nothing once they have no place in the session any more. */
  peer(): LinkPeer | undefined
  /** What the peer may send. */
  allowance(): Allowance
  incoming(): Meter
  /** What this side may send. */
  own(): Allowance
  outgoing(): Meter
}

export function createStanding(options: LinkOptions, first: LinkPeer, chain: Chain): Standing {
  const { clock, room, identity } = options
  const now = (): number => clock.now()
  const [own] = options.chain
  const ownAllowance = (policy: Policy | undefined): Allowance =>
    allowanceOf({ certificate: own, role: roleUnder(policy, identity.person, own.role) })
  let policy = options.policy()
  let peer: LinkPeer | undefined = first
  let theirs = metered(allowanceOf(first), (allowed) => createMeter(allowed, now))
  let ours = metered(ownAllowance(policy), (allowed) => createPace(allowed, now))
  let graceUntil = 0

  function refresh(): void {
    const holds = options.policy()
    if (holds !== policy) {
      policy = holds
      peer = provenBy(chain, room, policy)
      graceUntil = now() + GRACE
      ours = ours.under(ownAllowance(policy))
    }
    if (!peer) return
    const allowed = allowanceOf(peer)
    if (allowed.bytes >= theirs.allowed.bytes || now() >= graceUntil) theirs = theirs.under(allowed)
  }
  const after = <T>(read: () => T): T => {
    refresh()
    return read()
  }
  return {
    peer: () => after(() => peer),
    allowance: () => after(() => theirs.allowed),
    incoming: () => after(() => theirs.meter),
    own: () => after(() => ours.allowed),
    outgoing: () => after(() => ours.meter),
  }
}

interface Metered {
  readonly allowed: Allowance
  readonly meter: Meter
  under(allowed: Allowance): Metered
}

/** A new meter only where something else is allowed. */
function metered(allowed: Allowance, create: (allowed: Allowance) => Meter): Metered {
  const self: Metered = {
    allowed,
    meter: create(allowed),
    under: (next) => (next === allowed ? self : metered(next, create)),
  }
  return self
}
