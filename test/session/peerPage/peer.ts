import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import '../../../renderer/app/zodWithoutEval.ts'
import { createMesh, type Mesh } from '../../../renderer/sync/mesh/createMesh.ts'
import type { Clock } from '../../../shared/session/clock.ts'
import { createLink } from '../../../shared/session/createLink.ts'
import { identityOf } from '../../../shared/session/identity.ts'
import type { Ticket } from './ticket.ts'

const clock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

const doc = new Y.Doc()
const awareness = new Awareness(doc)
let mesh: Mesh | undefined
let sent = 0
const peer = {
  doc,
  awareness,
  join(ticket: Ticket, signalling: string[]) {
    const identity = identityOf(ticket.secretKey)
    mesh = createMesh({
      room: ticket.room,
      secret: ticket.secret,
      signalling,
      doc,
      awareness,
      makeLink: (pipe) =>
        createLink(pipe, {
          identity,
          chain: ticket.chain,
          room: ticket.room,
          policy: () => undefined,
          clock,
        }),
      onLink(link, _who, carrier) {
        carrier.onReady = () => link.sendBytes('doc', new Uint8Array(Y.encodeStateAsUpdate(doc)))
        carrier.onUpdate = (update) => {
          sent++
          link.sendBytes('doc', update)
        }
        carrier.onAwareness = (update) => link.sendBytes('presence', update)
        link.onBytes = (lane, bytes) => {
          if (lane === 'doc') carrier.takeUpdate(bytes)
          else if (lane === 'presence') carrier.takeAwareness(bytes)
        }
      },
    })
  },
  get mesh() {
    return mesh
  },
  get sent() {
    return sent
  },
}
Object.assign(window, { peer })
