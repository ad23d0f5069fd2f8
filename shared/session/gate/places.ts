import * as Y from 'yjs'
import { ROOTS } from '../../model/roots.ts'
import { LIMITS } from './limits.ts'
import { isRootName, type Content, type Id, type Struct } from './readUpdate.ts'
import { must } from './refusal.ts'

/** Where in a workshop something is: in which root, in what record of it, how many types deep. */
export interface Place {
  readonly root: string
  /** Nothing for what lies in a root without being a record: nothing of ours. */
  readonly id: string | undefined
  /** In which field of the record; nothing for the record itself. */
  readonly field: string | undefined
  readonly depth: number
}

/** A type that holds what is new: a root, a record, the text in a record. */
interface Holder extends Place {
  /** The type itself: a root's name, a type of the document, or the struct that brings it. */
  readonly of: unknown
  readonly type: Content | 'root' | 'unknown'
}

/** Where a new item came to lie. `keyed` by the name of a field or the id of a record. */
interface Lying {
  readonly holder: Holder
  readonly keyed: string | undefined
}

interface Fresh {
  readonly struct: Struct
  readonly lying: Lying | undefined
}

const KNOWN: ReadonlySet<string> = new Set(ROOTS)

/**
 * Where the structs of an update will lie, told from what they name. Refuses what no app writes: values in texts, texts in
 * records that are not their fields, types in too many types. `structs` are in an order in which each comes after all that it names.
 * Nothing is changed in `doc`.
 */
export function createPlaces(doc: Y.Doc) {
  const fresh = new Map<number, Fresh[]>()
  const holders = new WeakMap<Y.AbstractType<unknown>, Holder>()

  /** The struct of this update that has a unit; those of a client are looked for by halves. */
  function ofUpdate({ client, clock }: Id): Fresh | undefined {
    const all = fresh.get(client)
    if (!all || clock < Y.getState(doc.store, client)) return undefined
    let low = 0
    for (let high = all.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1
      if ((all[middle]?.struct.clock ?? 0) <= clock) low = middle
      else high = middle - 1
    }
    return all[low]
  }

  function holderOfType(type: Y.AbstractType<unknown>): Holder {
    const known = holders.get(type)
    if (known) return known
    const item = type._item
    const above = item?.parent instanceof Y.AbstractType ? holderOfType(item.parent) : undefined
    const holder: Holder =
      item && above
        ? { ...within(above, item.parentSub ?? undefined), of: type, type: typeOf(type) }
        : holderOfRoot(Y.findRootTypeKey(type))
    holders.set(type, holder)
    return holder
  }

  /** Where a unit lies that is known or of this update; nothing if it is in what was thrown away. */
  function placeOfUnit(id: Id): Lying | undefined {
    const own = ofUpdate(id)
    if (own) return own.lying
    const item = Y.getItem(doc.store, Y.createID(id.client, id.clock))
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return undefined
    return { holder: holderOfType(item.parent), keyed: item.parentSub ?? undefined }
  }

  /** The type that an item holds. */
  function typeAt(id: Id): Holder | undefined {
    const own = ofUpdate(id)
    if (own) {
      const { lying, struct } = own
      return lying && isType(struct.content)
        ? { ...within(lying.holder, lying.keyed), of: struct, type: struct.content }
        : undefined
    }
    const item = Y.getItem(doc.store, Y.createID(id.client, id.clock))
    return item instanceof Y.Item && item.content instanceof Y.ContentType
      ? holderOfType(item.content.type)
      : undefined
  }

  function find({ client, clock, origin, right, parent, sub }: Struct): Lying | undefined {
    const known = Y.getState(doc.store, client)
    // What is known in part goes on where that part is.
    if (clock < known) return placeOfUnit({ client, clock: known - 1 })
    if (typeof parent === 'string') {
      must(isRootName(parent), 'unknown-root')
      return { holder: holderOfRoot(parent), keyed: sub }
    }
    if (parent) {
      const holder = typeAt(parent)
      return holder && { holder, keyed: sub }
    }
    const [left, after] = [origin && placeOfUnit(origin), right && placeOfUnit(right)]
    // Yjs throws away what has a neighbour that was thrown away.
    if ((origin && !left) || (right && !after)) return undefined
    must(!left || !after || (left.holder.of === after.holder.of && left.keyed === after.keyed), 'malformed')
    return left ?? after
  }

  return {
    /** Where the next struct lies; nothing if nothing will come of it. */
    add(struct: Struct): Place | undefined {
      const lying = struct.content === 'gc' ? undefined : find(struct)
      if (lying) mustBelong(struct, lying)
      const all = fresh.get(struct.client)
      if (all) all.push({ struct, lying })
      else fresh.set(struct.client, [{ struct, lying }])
      return lying && within(lying.holder, lying.keyed)
    },
    /** Where an item of the document lies. */
    ofItem(item: Y.Item): Place | undefined {
      if (!(item.parent instanceof Y.AbstractType)) return undefined
      return within(holderOfType(item.parent), item.parentSub ?? undefined)
    },
  }
}

const holderOfRoot = (root: string): Holder => ({
  root,
  id: undefined,
  field: undefined,
  depth: 0,
  of: root,
  type: 'root',
})

/** The place of what lies in a holder. */
function within({ root, id, field, depth, type }: Holder, keyed: string | undefined): Place {
  if (type === 'root') return { root, id: keyed, field: undefined, depth: 1 }
  return { root, id, field: depth === 1 ? (keyed ?? '') : field, depth: depth + 1 }
}

const isType = (content: Content): boolean => content === 'map' || content === 'array' || content === 'text'

function typeOf(type: Y.AbstractType<unknown>): Holder['type'] {
  if (type instanceof Y.Text) return 'text'
  return type instanceof Y.Map ? 'map' : 'unknown'
}

/** What lies in what: maps hold what is named, texts hold letters and their looks. */
function mustBelong({ content, len }: Struct, { holder, keyed }: Lying): void {
  must(holder.depth < LIMITS.depth, 'too-deep')
  if (content === 'deleted' || !KNOWN.has(holder.root)) return
  if (holder.type === 'text')
    must(keyed === undefined && (content === 'string' || content === 'format'), 'malformed')
  else if (holder.type === 'root' || holder.type === 'map')
    must(keyed !== undefined && len === 1 && (content === 'value' || isType(content)), 'malformed')
}
