import type { Member, Safety } from '../../sync/liveSession.ts'

/** What the lamp says of the newest edits while others are here. */
export interface SafetyFacts {
  /** This window's own edits are on no disk yet. */
  readonly unsafe: boolean
  /** This computer keeps a copy itself: its own lamp says whether it is saved. */
  readonly keepsCopy: boolean
  /** Who keeps a full copy, and whether all of this window's edits are in it. */
  readonly copies: readonly { readonly member: Member; readonly complete: boolean }[]
  /** How many disks have everything. */
  readonly complete: number
  /** How this window reaches others: people directly, people by way of the host, people who are gone. */
  readonly direct: number
  readonly relayed: number
}

export function safetyFacts(members: readonly Member[], { copies, safe }: Safety): SafetyFacts {
  const complete = new Set(copies)
  const disks = members.filter(({ disk }) => disk)
  return {
    unsafe: !safe,
    keepsCopy: disks.some(({ reach }) => reach === 'me'),
    copies: disks.map((member) => ({ member, complete: complete.has(member.person) })),
    complete: complete.size,
    direct: members.filter(({ reach }) => reach === 'direct').length,
    relayed: members.filter(({ reach }) => reach === 'relayed').length,
  }
}
