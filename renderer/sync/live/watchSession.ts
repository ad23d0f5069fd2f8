import { every } from '../../../shared/session/clock.ts'
import { createLink } from '../../../shared/session/createLink.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { SessionCore } from './core.ts'
import type { MeshLines } from './parts.ts'
import { serverUrl } from './serverUrls.ts'
import { follow } from './sessionStores.ts'
import { showSafety } from './showSession.ts'
import { entranceBy } from './waysIn.ts'
import { tellKnocks, tellPersisted } from './welcome.ts'

/** Between looks at who is host, and between all that is done about once a second. ms */
const QUICK_MS = 250
const BEAT_MS = 1000
/** Who is with a host that nobody hears is not known any more after so long, ms. */
const STALE_MS = 20_000
/** What is on the disk is told at most so often, ms. */
const PERSISTED_MS = 200
/** Most servers besides those of members that this window may speak to. */
const MOST_FOUND = 12

export interface Watch {
  /** Servers were named by those who are not the host. */
  found(servers: readonly string[]): void
  leaveMesh(): Promise<void>
  dispose: Dispose
}

/** What a session does by itself: as time passes, and when what it rests on has changed. */
export function watchSession(core: SessionCore): Watch {
  const { options, rules } = core
  const mesh = openMesh(core)
  let [reached, found]: [string, readonly string[]] = ['', []]

  function rulesChanged(): void {
    core.peers.recheck()
    core.roster.proveAgain((chain) => rules.prove(chain))
    core.docSync.refresh()
    core.keep()
    core.show()
    if (!core.peerOf(core.me)) void core.end('removed')
  }
  function secretChanged(): void {
    core.openEntrances()
    mesh?.setSecret(rules.secret.get())
    mesh?.setSignalling(signallingOf(core))
  }
  function knocked(): void {
    if (core.hosting.isMine()) tellKnocks(core)
    core.show()
  }
  function beat(): void {
    const now = options.surroundings.clock.now()
    core.docSync.beat()
    core.imageSync.beat()
    core.roster.beat()
    const { host } = core.hosting
    if (core.hosting.isMine() || (host !== undefined && core.hosting.hears(host))) core.heardHost()
    else if (now - core.connectedAt > STALE_MS) core.roster.untold()
    reachServers()
    core.show()
  }
  function reachServers(): void {
    const origins = [...new Set([...core.servers(), ...found])]
    if (origins.join() === reached) return
    reached = origins.join()
    options.allow?.(origins)
    core.hostSide.refresh()
    mesh?.setSignalling(signallingOf(core))
    core.uplink.refresh()
    core.keep()
  }
  const disposes = [
    rules.signed.subscribe(rulesChanged),
    rules.secret.subscribe(secretChanged),
    core.door.waiting.subscribe(knocked),
    every(options.surroundings.clock, BEAT_MS, beat),
    ...listen(core),
  ]
  return {
    found(servers) {
      found = [...servers, ...found].slice(0, MOST_FOUND)
      reachServers()
    },
    leaveMesh: async () => mesh?.dispose(),
    dispose() {
      for (const dispose of disposes) dispose()
    },
  }
}

function listen(core: SessionCore): Dispose[] {
  const { stores, surroundings, workshop } = core.options
  // Nobody may believe that what they have just written is safe.
  const edited = (): void => showSafety(core)
  workshop.doc.on('update', edited)
  return [
    core.docSync.complete.subscribe(() => core.whole()),
    core.docSync.progress.subscribe(() => core.show()),
    follow(core.imageSync.progress, stores.images),
    follow(core.presence.others, stores.others),
    every(surroundings.clock, QUICK_MS, () => {
      core.hosting.beat()
      core.uplink.beat()
    }),
    surroundings.onOnline(() => core.uplink.hurry()),
    () => workshop.doc.off('update', edited),
    followDisk(core),
  ]
}

function followDisk(core: SessionCore): Dispose {
  const { persisted, surroundings } = core.options
  if (!persisted) return () => {}
  let telling: Dispose | undefined
  function saved(): void {
    const vector = persisted?.get()
    if (vector !== undefined) core.tookPersisted(core.me, vector)
    telling ??= surroundings.clock.after(PERSISTED_MS, () => {
      telling = undefined
      tellPersisted(core)
    })
  }
  saved()
  const stop = persisted.subscribe(saved)
  return () => {
    stop()
    telling?.()
  }
}

function signallingOf(core: SessionCore): string[] {
  const { token } = entranceBy(core.rules.secret.get())
  return core.servers().map((origin) => serverUrl(origin, 'signal', core.rules.room, token))
}

function openMesh(core: SessionCore): MeshLines | undefined {
  const { parts, kind, workshop } = core.options
  if (kind !== 'desktop') return undefined
  return parts.openMesh?.({
    room: core.rules.room,
    secret: core.rules.secret.get(),
    signalling: signallingOf(core),
    doc: workshop.doc,
    awareness: core.awareness,
    makeLink: (pipe) => createLink(pipe, core.linkOptions(false)),
    onLink: (link, carrier) => core.peers.add(link, 'mesh', carrier),
  })
}
