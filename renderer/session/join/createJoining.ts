import type { TFunction } from 'i18next'
import type { Desktop, Outcome } from '../../../shared/ipc/desktopContract.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import { linkOf } from '../../../shared/session/invite.ts'
import type { KeptSession } from '../../../shared/session/keptSession.ts'
import { createStore, type Dispose, type Store } from '../../../shared/util/store.ts'
import type { SessionEnd } from '../../sync/liveSession.ts'
import { invitationsFor } from './invitationsFor.ts'
import type { JoinStep } from './joinStep.ts'
import type { GivenInvitation } from './readInvitation.ts'

/** What came of asking to be let in. */
export type Knocked =
  | { readonly kind: 'in'; readonly membership: KeptSession }
  | { readonly kind: 'out'; readonly why: SessionEnd }

/** Asks to be let in, once. What it returns calls it off; nothing is heard after that. */
export type Knock = (
  invitation: Invitation,
  as: string,
  events: { readonly onWaiting: () => void; readonly onEnd: (knocked: Knocked) => void },
) => Dispose

export interface JoiningOptions {
  readonly desktop: Pick<
    Desktop,
    'askServer' | 'allowServers' | 'copiesOf' | 'createJoined' | 'openJoined' | 'keepMembership'
  >
  readonly knock: Knock
  /** The workshop of this window, if it has one that may be joined with. */
  readonly here?: { readonly lineage: string; join(membership: KeptSession, as: string): void } | undefined
  readonly t: TFunction
  /** In words of the interface. */
  readonly explain: (failed: Extract<Outcome, { result: 'failed' }>) => string
  /** Broke in a way that nobody foresaw: said elsewhere, and the dialog asks again. */
  readonly onError: (error: unknown) => void
  /** Nothing more to ask. */
  readonly onDone: () => void
}

/** Somebody on the way from an invitation to a workshop window that is in the session. */
export interface Joining {
  readonly step: Store<JoinStep>
  join(given: GivenInvitation, as: string): void
  /** With a copy of the workshop, by its id, or with a `new` one. */
  choose(copy: string): void
  /** Calls off whatever is going on. */
  cancel(): void
}

export function createJoining(options: JoiningOptions): Joining {
  const { desktop, here, t } = options
  const step = createStore<JoinStep>({ kind: 'asking' })
  let turn = 0
  let callOff: Dispose = () => {}
  let inside:
    | { readonly invitation: Invitation; readonly membership: KeptSession; readonly as: string }
    | undefined

  const askAgain = (error: string): void => step.set({ kind: 'asking', error })
  /** Runs as long as nothing else was begun or called off meanwhile. */
  function during(run: (isMine: () => boolean) => Promise<void>): void {
    const mine = ++turn
    run(() => mine === turn).catch((error: unknown) => {
      if (mine !== turn) return
      step.set({ kind: 'asking' })
      options.onError(error)
    })
  }

  function join(given: GivenInvitation, as: string): void {
    callOff()
    step.set({ kind: 'reaching' })
    during(async (isMine) => {
      const invitations = await invitationsFor(given, (origin) => desktop.askServer({ origin }))
      if (!isMine()) return
      if (!invitations) return askAgain(t('sessionEnd.unreachable'))
      if (invitations.length === 0) return askAgain(t('join.noSession'))
      await desktop.allowServers({ origins: [...new Set(invitations.flatMap(({ servers }) => servers))] })
      if (isMine()) knockAtOneOf(invitations, as)
    })
  }

  /** Words may belong to any session of that computer: whoever does not know them says so, and the next is asked. */
  function knockAtOneOf([invitation, ...others]: readonly Invitation[], as: string): void {
    if (!invitation) return askAgain(t('join.noSession'))
    callOff = options.knock(invitation, as, {
      onWaiting: () => step.set({ kind: 'waiting' }),
      onEnd(knocked) {
        if (knocked.kind === 'in') letIn(invitation, knocked.membership, as)
        else if (others.length > 0) knockAtOneOf(others, as)
        else askAgain(t(`sessionEnd.${knocked.why}`))
      },
    })
  }

  function letIn(invitation: Invitation, membership: KeptSession, as: string): void {
    if (here?.lineage === membership.lineage) {
      options.onDone()
      return here.join(membership, as)
    }
    inside = { invitation, membership, as }
    step.set({ kind: 'reaching' })
    during(async (isMine) => {
      const { lineage, name } = membership
      // So that the window that opens next need not ask again.
      await desktop.keepMembership({ lineage, value: JSON.stringify(membership) })
      const copies = await desktop.copiesOf({ lineage })
      if (!isMine()) return
      if (copies.length > 0 || here)
        step.set({ kind: 'choosing', name, copies, otherHere: here !== undefined })
      else choose('new')
    })
  }

  function choose(copy: string): void {
    if (!inside) return
    const { invitation, membership, as } = inside
    const wish = { invitation: linkOf(invitation), as }
    step.set({ kind: 'reaching' })
    during(async (isMine) => {
      const outcome = await (copy === 'new'
        ? desktop.createJoined({
            name: membership.name.trim() || t('main.untitled'),
            lineage: membership.lineage,
            join: wish,
          })
        : desktop.openJoined({ id: copy, join: wish }))
      if (!isMine()) return
      if (outcome.result === 'done') options.onDone()
      else if (outcome.result === 'failed') askAgain(options.explain(outcome))
      else askAgain(t('join.notKept'))
    })
  }

  return {
    step,
    join,
    choose,
    cancel() {
      turn++
      callOff()
      inside = undefined
      step.set({ kind: 'asking' })
    },
  }
}
