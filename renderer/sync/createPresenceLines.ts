import { applyAwarenessUpdate, removeAwarenessStates, type Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/session/ids.ts'
import type { LinkPeer } from '../../shared/session/link.ts'
import type { Presence } from '../../shared/session/presence.ts'
import { createStore } from '../../shared/util/store.ts'
import type { Carrier } from './mesh/carrier.ts'
import { presenceEntries, presenceUpdate, type PresenceEntry } from './presenceEntry.ts'
import type { PresenceLines, PresenceLinesOptions, PresenceLink } from './presenceLines.ts'
import { createShowing, SHOW_MS } from './showPresence.ts'

/** Those of whom nobody has heard yet, of one line. */
const MOST_EARLY = 64

interface Line {
  readonly link: PresenceLink
  readonly peer: LinkPeer
  readonly carrier: Carrier | undefined
  /** Clients whose state came over this line last. */
  readonly seen: Set<number>
  readonly early: Map<number, PresenceEntry>
}

interface Changes {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

export function createPresenceLines(options: PresenceLinesOptions): PresenceLines {
  const { awareness, me } = options
  const lines = new Set<Line>()
  const others = createStore<ReadonlyMap<PersonId, Presence>>(new Map())
  const showing = createShowing(options, () => SHOW_MS)
  /** Over which line a state comes just now. */
  let taking: Line | undefined

  function entryOf(client: number): PresenceEntry {
    const clock = awareness.meta.get(client)?.clock ?? 0
    return { client, clock, state: (awareness.states.get(client) as Presence | undefined) ?? null }
  }

  /** One's own state to all; others' only where the peer has no line to them. */
  function send(line: Line, client: number, from: LinkPeer | undefined): void {
    if (
      client !== awareness.clientID &&
      !(from && from.person !== line.peer.person && options.relays(from, line.peer))
    )
      return
    line.link.sendBytes('presence', presenceUpdate(entryOf(client)), String(client))
  }

  const lineTo = (client: number): Line | undefined => [...lines].find(({ seen }) => seen.has(client))

  function onUpdate({ added, updated, removed }: Changes): void {
    for (const client of [...added, ...updated, ...removed])
      for (const line of lines)
        if (!line.carrier && line !== taking) send(line, client, (taking ?? lineTo(client))?.peer)
  }

  function onChange(): void {
    const all = [...awareness.states].flatMap(([client, state]): [PersonId, Presence][] => {
      const { person } = state as Presence
      return client === awareness.clientID || person === undefined || person === me
        ? []
        : [[person, state as Presence]]
    })
    others.set(new Map(all))
  }

  /** Whether this line may say this; nothing if that is not known yet. */
  function isTrue({ peer }: Line, { client, state }: PresenceEntry): boolean | undefined {
    const said = state ?? (awareness.states.get(client) as Presence | undefined)
    if (client === awareness.clientID || !said || said.person === me) return false
    const known = options.clientOf(said.person)
    if (known === undefined) return undefined
    return known === client && (said.person === peer.person || options.vouches(peer, said.person))
  }

  function take(line: Line, entry: PresenceEntry): void {
    const known = isTrue(line, entry)
    if (known !== undefined) line.early.delete(entry.client)
    else if (line.early.size < MOST_EARLY) line.early.set(entry.client, entry)
    if (!known) return
    for (const other of lines) other.seen.delete(entry.client)
    line.seen.add(entry.client)
    taking = line
    try {
      const update = presenceUpdate(entry)
      if (line.carrier) line.carrier.takeAwareness(update)
      else applyAwarenessUpdate(awareness, update, line)
    } finally {
      taking = undefined
    }
    if (entry.state === null) forget(awareness, entry.client)
  }

  function end(line: Line): void {
    if (!lines.delete(line)) return
    if (line.carrier) line.carrier.onAwareness = undefined
    taking = line
    try {
      removeAwarenessStates(awareness, [...line.seen], line)
    } finally {
      taking = undefined
    }
    for (const client of line.seen) forget(awareness, client)
  }

  awareness.on('update', onUpdate)
  awareness.on('change', onChange)
  return {
    others,
    show: showing.show,
    attach(link, peer, carrier) {
      const line: Line = { link, peer, carrier, seen: new Set(), early: new Map() }
      lines.add(line)
      if (carrier)
        carrier.onAwareness = (update) => {
          for (const { client } of presenceEntries(update))
            send(line, client, (taking ?? lineTo(client))?.peer)
        }
      for (const client of awareness.states.keys()) send(line, client, lineTo(client)?.peer)
      return {
        receive(message) {
          for (const entry of presenceEntries(message)) take(line, entry)
        },
        end: () => end(line),
      }
    },
    refresh() {
      for (const line of lines) for (const entry of line.early.values()) take(line, entry)
    },
    dispose() {
      showing.stop()
      awareness.off('update', onUpdate)
      awareness.off('change', onChange)
      for (const line of lines) end(line)
    },
  }
}

/** Whoever comes back begins anew, whatever their clock says. */
function forget(awareness: Awareness, client: number): void {
  if (!awareness.states.has(client)) awareness.meta.delete(client)
}
