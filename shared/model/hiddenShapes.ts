import type { ShapeId } from './ids.ts'
import { MOST_DEPTH, sectionOf, sectionsAround } from './sections.ts'
import type { Connector, ConnectorEnd, Section, Shape } from './shape.ts'

/** What is known of the shapes by now: the index, as far as it has been read. */
interface Surroundings {
  readonly get: (id: ShapeId) => Shape | undefined
  /** Those that refer to a shape. */
  readonly referrers: (id: ShapeId) => Iterable<ShapeId>
}

/** A shape before and after a change. */
export interface Replaced {
  readonly id: ShapeId
  readonly old: Shape | undefined
  readonly now: Shape | undefined
}

/** What collapsed sections put out of sight, kept up to date one changed shape at a time. */
export interface HiddenShapes {
  has(id: ShapeId): boolean
  readonly size: number
  /** Looks again at what these changes may have hidden or shown. Tells what it was, and what else another section hides. */
  refresh(changes: readonly Replaced[]): ReadonlySet<ShapeId>
  /** Where a connector seems to end: what is hidden is represented by the section that hides it. */
  seenEnd(end: ConnectorEnd): ConnectorEnd
  /** How many things a section hides: sections in it, and stamps on what is in it, do not count. */
  held(section: Section): number
  /** Collapsed sections whose content was changed. */
  changedHolders(changes: readonly Replaced[]): ReadonlySet<ShapeId>
}

export function indexHidden(around: Surroundings): HiddenShapes {
  const hidden = new Set<ShapeId>()

  /** The outermost collapsed section around a shape, which is what is seen of it. */
  function hiderOf(shape: Shape): Section | undefined {
    const host = shape.kind === 'stamp' && shape.on !== undefined ? around.get(shape.on) : undefined
    const hider = sectionsAround(shape, around.get).findLast(({ collapsed }) => collapsed)
    return hider ?? (host && host.kind !== 'stamp' ? hiderOf(host) : undefined)
  }

  function isHidden(shape: Shape): boolean {
    if (shape.kind === 'connector' && isSwallowed(shape)) return true
    return (shape.section !== undefined || shape.kind === 'stamp') && hiderOf(shape) !== undefined
  }

  /** Do both its ends seem to be on the same section? */
  function isSwallowed({ start, end }: Connector): boolean {
    const [from, to] = [start, end].map(({ shape }) => (shape === undefined ? undefined : around.get(shape)))
    const hider = from && hiderOf(from)
    return hider !== undefined && to !== undefined && (hiderOf(to) ?? to).id === hider.id
  }

  /** All that lies in a section, and in the sections in it. */
  function* contentOf(id: ShapeId): Generator<Shape> {
    const met = new Set<ShapeId>([id])
    const due = [{ section: id, depth: 1 }]
    for (let next = due.pop(); next; next = due.pop()) {
      const { section, depth } = next
      for (const referrer of around.referrers(section)) {
        const member = around.get(referrer)
        if (!member || member.section !== section || met.has(referrer)) continue
        met.add(referrer)
        yield member
        if (member.kind === 'section' && depth < MOST_DEPTH) due.push({ section: referrer, depth: depth + 1 })
      }
    }
  }

  return {
    has: (id) => hidden.has(id),
    get size() {
      return hidden.size
    },
    refresh(changes) {
      const affected = new Set<ShapeId>()
      for (const { id, old, now } of changes) {
        if (foldsOtherwise(old, now)) for (const member of contentOf(id)) affected.add(member.id)
        if (old?.section !== now?.section) affected.add(id)
      }
      const due = new Set(affected)
      for (const { id } of changes) due.add(id)
      for (const id of affected) for (const referrer of around.referrers(id)) due.add(referrer)
      // What follows from a change, such as stamps on what is hidden, joins the queue behind it.
      for (const id of due) {
        const shape = around.get(id)
        const hides = shape !== undefined && isHidden(shape)
        if (hides === hidden.has(id)) continue
        affected.add(id)
        if (hides) hidden.add(id)
        else hidden.delete(id)
        for (const referrer of around.referrers(id)) due.add(referrer)
      }
      return affected
    },
    seenEnd(end) {
      const shape = end.shape === undefined ? undefined : around.get(end.shape)
      const hider = shape && hiderOf(shape)
      return hider ? { point: end.point, shape: hider.id } : end
    },
    held(section) {
      let count = 0
      for (const member of contentOf(section.id)) if (counts(member)) count++
      return count
    },
    changedHolders(changes) {
      const holders = new Set<ShapeId>()
      for (const { old, now } of changes) {
        if (now?.kind === 'section' && now.collapsed) holders.add(now.id)
        for (const shape of [old, now]) {
          const section = shape && sectionOf(shape, around.get)
          if (!section) continue
          for (const one of [section, ...sectionsAround(section, around.get)])
            if (one.collapsed) holders.add(one.id)
        }
      }
      return holders
    },
  }
}

const counts = (shape: Shape): boolean =>
  shape.kind !== 'section' && !(shape.kind === 'stamp' && shape.on !== undefined)

/** Can what lies in this section be seen otherwise than before? */
function foldsOtherwise(old: Shape | undefined, now: Shape | undefined): boolean {
  if (old?.kind !== 'section' && now?.kind !== 'section') return false
  if (old?.kind !== 'section' || now?.kind !== 'section') return true
  return old.collapsed !== now.collapsed || old.section !== now.section || old.board !== now.board
}
