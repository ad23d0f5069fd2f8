import type * as Y from 'yjs'
import { createDocSync } from '../../../renderer/sync/createDocSync.ts'
import type { Carrier } from '../../../renderer/sync/mesh/carrier.ts'
import { decodeDocMessage } from '../../../shared/session/docMessage.ts'
import { createGate } from '../../../shared/session/gate/createGate.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Link } from '../../../shared/session/link.ts'
import type { Role } from '../../../shared/session/role.ts'

/** The lineage of all documents of peer pages: each begins empty and is the same workshop. */
const LINEAGE = 'of-peer-pages'

export interface Content {
  attach(link: Link, carrier: Carrier): void
  readonly counts: { readonly sent: number; readonly received: number; readonly presence: number }
  readonly refused: readonly string[]
  isComplete(): boolean
}

/** The document over links as the app does it, but without hello, host and guests: all know all, and nobody is relayed. */
export function carryContent(doc: Y.Doc, role: () => Role): Content {
  const counts = { sent: 0, received: 0, presence: 0 }
  const refused: string[] = []
  const roles = new Map<PersonId, Role>()
  let answered = false
  const sync = createDocSync({
    doc,
    gate: createGate({ doc, now: () => performance.now(), roleOf: (person) => roles.get(person) }),
    now: () => performance.now(),
    yieldNow,
    lineage: () => LINEAGE,
    mayWrite: () => role() !== 'viewer',
    mayEditAll: () => role() === 'facilitator',
    relays: () => false,
    isHost: () => false,
    onRefused: (_peer, why) => refused.push(why),
  })
  setInterval(() => sync.beat(), 1000)

  return {
    counts,
    refused,
    isComplete: () => answered,
    attach(link, carrier) {
      if (link.peer) roles.set(link.peer.person, link.peer.role)
      const counted = {
        get peer() {
          return link.peer
        },
        queued: link.queued.bind(link),
        strike: link.strike.bind(link),
        sendBytes(lane: 'doc' | 'presence' | 'bulk', message: Uint8Array) {
          if (decodeDocMessage(new Uint8Array(message))?.kind === 'edit') counts.sent++
          link.sendBytes(lane, message)
        },
      }
      const line = sync.attach(counted, LINEAGE, carrier)
      carrier.onAwareness = (update) => link.sendBytes('presence', update)
      link.onBytes = (lane, bytes) => {
        if (lane === 'doc') {
          const kind = decodeDocMessage(bytes)?.kind
          if (kind === 'edit') counts.received++
          if (kind === 'done') answered = true
          line.receive(bytes)
        } else if (lane === 'presence') {
          counts.presence++
          carrier.takeAwareness(bytes)
        }
      }
      link.onDrain = (lane) => {
        if (lane === 'doc') line.drained()
      }
      link.onEnd = () => line.end()
    },
  }
}

const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.addEventListener('message', () => waiting.shift()?.())
channel.port1.start()
function yieldNow(run: () => void): void {
  waiting.push(run)
  channel.port2.postMessage(0)
}
