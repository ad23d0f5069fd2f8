import '../../../renderer/app/zodWithoutEval.ts'
import { Awareness } from 'y-protocols/awareness'
import { WebrtcProvider } from 'y-webrtc'
import * as Y from 'yjs'
import { createMesh, type Mesh } from '../../../renderer/sync/mesh/createMesh.ts'
import { createLink } from '../../../shared/session/createLink.ts'
import type { Clock } from '../../../shared/session/clock.ts'
import { identityOf } from '../../../shared/session/identity.ts'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64url } from '../../../shared/util/base64url.ts'
import type { Role } from '../../../shared/session/role.ts'
import { carryContent } from './content.ts'
import { countConnections } from './countConnections.ts'
import { watchTasks } from './watchTasks.ts'
import { createNotes } from './notes.ts'
import type { PeerApi } from './peerApi.ts'

const connections = countConnections()
const clock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

const doc = new Y.Doc()
const awareness = new Awareness(doc)
const notes = createNotes(doc)
const content = carryContent(doc, () => role)
const tasks = watchTasks()
let role: Role = 'facilitator'
let links = 0
let mesh: Mesh | undefined
let waving: ReturnType<typeof setInterval> | undefined

const peer: PeerApi = {
  join(ticket, where) {
    const identity = identityOf(ticket.secretKey)
    const { room, chain, secret } = ticket
    role = chain[0].role
    mesh = createMesh({
      ...where,
      room,
      secret,
      doc,
      awareness,
      makeLink: (pipe) => createLink(pipe, { identity, chain, room, policy: () => undefined, clock }),
      onLink(link, _who, carrier) {
        links++
        content.attach(link, carrier)
      },
    })
  },
  joinPlain(room, signalling) {
    // Kept alive by its listeners.
    void new WebrtcProvider(room, doc, {
      signaling: [...signalling],
      peerOpts: { config: { iceServers: [] } },
    })
  },
  async leave() {
    await mesh?.dispose()
    mesh = undefined
  },
  connections: () =>
    (mesh?.connections() ?? []).map(({ id, state, peer: who }) => ({
      id,
      state,
      name: who?.certificate.name,
    })),
  ...notes,
  documentHash: () => toBase64url(sha256(Y.encodeStateAsUpdate(doc))),
  counts: () => ({
    ...content.counts,
    links,
    refused: content.refused,
    complete: content.isComplete(),
    longestTask: tasks.longest(),
    openConnections: connections.open().length,
    pending: doc.store.pendingStructs !== null,
    present: awareness.getStates().size,
  }),
  wave(perSecond) {
    clearInterval(waving)
    if (perSecond === 0) return
    let step = 0
    waving = setInterval(() => {
      awareness.setLocalState({ cursor: [step++, step], filling: 'x'.repeat(150) })
    }, 1000 / perSecond)
  },
  drop() {
    for (const connection of connections.open()) connection.close()
  },
  setSignalling: (addresses) => mesh?.setSignalling(addresses),
  setSecret: (secret) => mesh?.setSecret(secret),
}
Object.assign(window, { peer })
