import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MOST_PRESENCE_BYTES, presence, type Presence } from '../../shared/session/presence.ts'

/** One client's part of an awareness update of y-protocols. `null`: gone. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly state: Presence | null
}

/** Most clients in one message: as many as are in a session of one host. */
const MOST_ENTRIES = 64

/** What is sound in an awareness update; nothing at all if it is not one, or too much. Never throws. */
export function presenceEntries(update: Uint8Array): readonly PresenceEntry[] {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MOST_ENTRIES) return []
    return Array.from({ length: count }, () => {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      return { client, clock, state: stateIn(bytes) }
    }).flatMap(({ client, clock, state }) => (state === undefined ? [] : [{ client, clock, state }]))
  } catch {
    return []
  }
}

function stateIn(bytes: Uint8Array): Presence | null | undefined {
  if (bytes.length > MOST_PRESENCE_BYTES) return undefined
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return value === null ? null : presence.safeParse(value).data
}

/** An awareness update of one client, with nothing in it but what was checked. */
export function presenceUpdate({ client, clock, state }: PresenceEntry): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return new Uint8Array(encoding.toUint8Array(encoder))
}

/** The state, or as much of it as may be sent. */
export function shortened(state: Presence): Presence {
  const { selection: _selection, ...unselected } = state
  const { gesture: _gesture, ...still } = unselected
  return [state, unselected].find(isShort) ?? still
}

const isShort = (state: Presence): boolean =>
  new TextEncoder().encode(JSON.stringify(state)).length <= MOST_PRESENCE_BYTES
