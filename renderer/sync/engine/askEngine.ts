import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import type { EngineMembership } from '../../../shared/session/engine/engineMembership.ts'
import { newEngineToken } from '../../../shared/session/engine/engineToken.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { SessionEnd } from '../liveSession.ts'
import { ENGINE_ENDS } from './engineEnds.ts'
import { openEngineLine } from './engineLine.ts'
import type { EngineSessionOptions } from './engineOptions.ts'
import { createEngineRules } from './engineRules.ts'
import { ownCertificate } from './ownCertificate.ts'

/** How long it is tried, ms. */
const GIVE_UP_MS = 15_000

type AskOptions = Pick<EngineSessionOptions, 'identity' | 'displayName' | 'kind' | 'surroundings'> & {
  readonly invitation: Invitation
}

/** Comes in by an invitation just to learn which workshop it is about, and goes again. */
export function askEngine(
  options: AskOptions,
  onEnd: (came: EngineMembership | SessionEnd) => void,
): Dispose {
  const { identity, invitation, surroundings } = options
  const { room, secret, servers } = invitation
  const engine = servers[0] ?? ''
  const certificate = ownCertificate(options, invitation)
  const rules = createEngineRules({ room, identity, certificate, charters: [], roomKey: undefined })
  const doc = new Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const giveUp = surroundings.clock.after(GIVE_UP_MS, () => end('unreachable'))
  const line = openEngineLine(
    {
      engine,
      room,
      doc,
      awareness,
      ...surroundings,
      token(host, apart) {
        const at = Math.round(surroundings.date() + apart)
        const client = doc.clientID
        return JSON.stringify(newEngineToken({ identity, certificate, charters: [], client, host, at }))
      },
    },
    {
      onHello({ charters }) {
        const holds = rules.take(charters) ? rules.holds.get() : undefined
        const { name, lineage } = holds ?? { name: '', lineage: '' }
        end(holds ? { v: 1, room, engine, certificate, charters, name, lineage, secret } : 'unreachable')
        return false
      },
      onMessage: () => {},
      onSynced: () => {},
      onLost: () => {},
      onRefused(why) {
        if (why !== 'not-open') end(ENGINE_ENDS[why])
      },
    },
  )
  function stop(): void {
    giveUp()
    line.close()
    doc.destroy()
  }
  function end(came: EngineMembership | SessionEnd): void {
    stop()
    onEnd(came)
  }
  return stop
}
