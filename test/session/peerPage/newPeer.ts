import { sha256 } from '@noble/hashes/sha2.js'
import { Awareness } from 'y-protocols/awareness'
import { WebrtcProvider } from 'y-webrtc'
import * as Y from 'yjs'
import { createMesh, type Mesh } from '../../../renderer/sync/mesh/createMesh.ts'
import type { Clock } from '../../../shared/session/clock.ts'
import { createLink } from '../../../shared/session/createLink.ts'
import { identityOf } from '../../../shared/session/identity.ts'
import type { Role } from '../../../shared/session/role.ts'
import { openWorkshop } from '../../../shared/model/workshop.ts'
import { toBase64url } from '../../../shared/util/base64url.ts'
import { carryContent } from './content.ts'
import { countConnections } from './countConnections.ts'
import { createLive } from './live.ts'
import { createNotes } from './notes.ts'
import type { PeerApi } from './peerApi.ts'
import { watchTasks } from './watchTasks.ts'

const connections = countConnections()
const tasks = watchTasks()
const clock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Somebody with an empty document who has not joined anything. */
export function newPeer(): Omit<PeerApi, 'fresh'> {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const workshop = openWorkshop(doc)
  const content = carryContent(doc, () => role)
  const live = createLive(workshop)
  const notes = createNotes(workshop, live.isSafe)
  let role: Role = 'facilitator'
  let [links, toTabs] = [0, 0]
  let mesh: Mesh | undefined
  let plain: WebrtcProvider | undefined
  let tab: BroadcastChannel | undefined
  let waving: ReturnType<typeof setInterval> | undefined

  /** Another tab, as far as y-webrtc knows. */
  function listenAsTab(room: string): void {
    tab?.close()
    tab = new BroadcastChannel(room)
    tab.addEventListener('message', () => toTabs++)
  }
  function wave(perSecond: number): void {
    clearInterval(waving)
    if (perSecond === 0) return
    let step = 0
    waving = setInterval(() => {
      step++
      awareness.setLocalState({ cursor: [step, step], filling: 'x'.repeat(150) })
      live.show(step)
    }, 1000 / perSecond)
  }

  return {
    join(ticket, where) {
      const identity = identityOf(ticket.secretKey)
      const { room, chain, secret } = ticket
      role = chain[0].role
      listenAsTab(room)
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
      listenAsTab(room)
      const peerOpts = { config: { iceServers: [] } }
      plain = new WebrtcProvider(room, doc, { signaling: [...signalling], peerOpts })
    },
    async leave() {
      wave(0)
      plain?.disconnect()
      plain?.destroy()
      await Promise.all([mesh?.dispose(), live.end()])
      mesh = plain = undefined
    },
    connections: () =>
      (mesh?.connections() ?? []).map(({ id, state, peer }) => ({ id, state, name: peer?.certificate.name })),
    ...notes,
    ...live.api,
    documentHash: () => toBase64url(sha256(Y.encodeStateAsUpdate(doc))),
    counts: () => ({
      ...content.counts,
      links,
      toTabs,
      refused: content.refused,
      complete: content.isComplete(),
      longestTask: tasks.longest(),
      openConnections: connections.open().length,
      pending: doc.store.pendingStructs !== null,
      present: awareness.getStates().size,
    }),
    wave,
    drop() {
      for (const connection of connections.open()) connection.close()
    },
    setSignalling: (addresses) => mesh?.setSignalling(addresses),
    setSecret: (secret) => mesh?.setSecret(secret),
  }
}
