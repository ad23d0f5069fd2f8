import { must } from './refusal.ts'
import type { Id, Struct, Update } from './readUpdate.ts'

/** What an update needs that is not there: the first unit of a client that was not heard of. */
export type Missing = Id

export type Ordered =
  | { readonly ok: true; readonly structs: readonly Struct[] }
  | { readonly ok: false; readonly missing: Missing }

/**
 * The structs of an update that are new, each after all that it names, so that Yjs can take them in without keeping anything
 * for later. `known` says how many units of a client are there already. Takes time in proportion to the structs.
 */
export function inOrder({ structs, deletes }: Update, known: (client: number) => number): Ordered {
  const reached = new Map<number, number>()
  const next = new Map<number, number>()
  const waiting = new Map<number, { readonly client: number; readonly clock: number }[]>()
  const found: Struct[] = []
  const ready = [...structs.keys()]
  const reach = (client: number): number => {
    const so = reached.get(client) ?? known(client)
    reached.set(client, so)
    return so
  }
  let stuck: Missing | undefined

  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const own = structs.get(client) ?? []
    let index = next.get(client) ?? 0
    for (let struct = own[index]; struct; struct = own[++index]) {
      if (struct.content === 'skip') continue
      if (struct.clock + struct.len <= reach(client)) {
        // Yjs waits for what these name, too; it was here before them, if they are what they say.
        must(!missingFor(struct, reach), 'malformed')
        continue
      }
      const missing = missingFor(struct, reach)
      if (missing) {
        const others = waiting.get(missing.client)
        const waits = { client, clock: missing.clock }
        if (others) others.push(waits)
        else waiting.set(missing.client, [waits])
        stuck = missing
        break
      }
      found.push(struct)
      reached.set(client, struct.clock + struct.len)
    }
    next.set(client, index)
    wake(waiting, client, reach(client), ready)
  }
  const unfinished = [...structs].find(([client, own]) => (next.get(client) ?? 0) < own.length)
  if (unfinished && stuck) return { ok: false, missing: firstMissing(waiting, reach) ?? stuck }
  const missing = deletes.flatMap(({ client, ranges }) => {
    const last = ranges.at(-1)
    return last && last.clock + last.len > reach(client) ? [{ client, clock: last.clock + last.len - 1 }] : []
  })[0]
  return missing ? { ok: false, missing } : { ok: true, structs: found }
}

/** What a struct needs before it, and has not: what the same client wrote before, its neighbours, what holds it. */
function missingFor({ client, clock, origin, right, parent }: Struct, reach: (client: number) => number) {
  if (clock > reach(client)) return { client, clock: clock - 1 }
  for (const id of [origin, right, parent])
    if (typeof id === 'object' && id.clock >= reach(id.client)) return id
  return undefined
}

/** Those who waited for `client` to get as far as this go on. */
function wake(
  waiting: Map<number, { readonly client: number; readonly clock: number }[]>,
  client: number,
  reached: number,
  ready: number[],
): void {
  const all = waiting.get(client)
  if (!all) return
  const still = all.filter(({ clock }) => clock >= reached)
  if (still.length === all.length) return
  for (const each of all) if (each.clock < reached) ready.push(each.client)
  waiting.set(client, still)
}

function firstMissing(
  waiting: ReadonlyMap<number, readonly { readonly clock: number }[]>,
  reach: (client: number) => number,
): Missing | undefined {
  for (const [client, all] of waiting)
    for (const { clock } of all) if (clock >= reach(client)) return { client, clock }
  return undefined
}
