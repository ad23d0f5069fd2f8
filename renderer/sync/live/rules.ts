import type { Chain } from '../../../shared/session/certificate.ts'
import { laterPolicy, provenBy, signPolicy, validPolicy } from '../../../shared/session/certify.ts'
import type { Identity } from '../../../shared/session/identity.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import type { Policy } from '../../../shared/session/policy.ts'
import { createStore, type Store } from '../../../shared/util/store.ts'

/** A policy, and whoever signed it unless that was the room's key. */
export interface SignedPolicy {
  readonly policy: Policy
  readonly signer?: Chain | undefined
}

/** What holds in a session as far as is known here: the newest policy, and the secret of its epoch. */
export interface Rules {
  readonly room: RoomId
  readonly signed: Store<SignedPolicy>
  readonly secret: Store<string>
  /** Secrets of the epochs before: with them members who missed the change come back, and nobody else. */
  past(): readonly string[]
  /** Whom a chain proves to be under what holds now. */
  prove(chain: unknown): LinkPeer | undefined
  /** Takes a policy if it is genuine and newer; says whether it was. */
  take(given: SignedPolicy): boolean
  /** The same with the secret of its epoch; says whether that was new. */
  takeSecret(given: SignedPolicy, secret: string): boolean
}

const MOST_PAST = 2

export function createRules(room: RoomId, first: SignedPolicy, secret: string): Rules {
  const signed = createStore(first)
  const secrets = createStore(secret)
  /** Of the newest secret that is known here. */
  let { epoch } = first.policy
  let past: readonly string[] = []
  const known = (given: SignedPolicy): Policy | undefined =>
    validPolicy(given.policy, room, given.signer ? [given.signer] : [], signed.get().policy)

  function take(given: SignedPolicy): boolean {
    const now = signed.get().policy
    if (given.policy.seq < now.seq) return false
    if (given.policy.signature === now.signature) return false
    const policy = known(given)
    if (!policy || laterPolicy(now, policy) === now) return false
    signed.set({ policy, signer: given.signer })
    return true
  }
  return {
    room,
    signed,
    secret: secrets,
    past: () => past,
    prove: (chain) => provenBy(chain, room, signed.get().policy),
    take,
    takeSecret(given, next) {
      take(given)
      const { policy } = signed.get()
      // The policy may have come before, from somebody who says what holds.
      if (given.policy.signature !== policy.signature || policy.epoch <= epoch) return false
      epoch = policy.epoch
      past = [secrets.get(), ...past].slice(0, MOST_PAST)
      secrets.set(next)
      return true
    },
  }
}

/** The parts of a policy that a facilitator decides. */
export type PolicyChange = Partial<Pick<Policy, 'locked' | 'removed' | 'roles' | 'epoch'>>

/** The next policy after `now`, signed: by the room itself where that key is here, else by the facilitator. */
export function nextPolicy(
  now: Policy,
  change: PolicyChange,
  by: { readonly room: Identity | undefined; readonly me: Identity; readonly chain: Chain },
): SignedPolicy {
  const { v: _v, by: _by, signature: _signature, ...content } = now
  const policy = signPolicy(by.room ?? by.me, { ...content, ...change, seq: now.seq + 1 })
  return by.room ? { policy } : { policy, signer: by.chain }
}
