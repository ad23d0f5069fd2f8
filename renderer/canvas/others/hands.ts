import type { Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Geometry } from '../../../shared/model/shape.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Gesture } from '../../../shared/session/presence.ts'
import { glideTo, type Glide } from './glide.ts'

/** What one person's hand does, as it is shown here. */
export interface Hand {
  readonly person: PersonId
  readonly gesture: Gesture
  /** How far what is moved has been moved, page units. */
  readonly by: Glide | undefined
  /** When it was let go of; nothing while it goes on. */
  readonly ended: number | undefined
  /** What is moved or resized and still lies where it lay when that began. The rest has arrived with the document. */
  readonly ids: readonly ShapeId[]
}

/**
 * The hands of others. What is let go of stays in them until the document says where it lies now, which may come a little
 * later: so nothing jumps back in between. What has arrived before the hand let go is not shown moved twice.
 */
export interface Hands {
  /** Takes what everybody does now, and where things lie. */
  update(
    doing: ReadonlyMap<PersonId, Gesture | undefined>,
    geometryOf: (id: ShapeId) => Geometry | undefined,
    now: number,
  ): void
  all(): readonly Hand[]
  /** Something was drawn that is in the document now: strokes that were let go of are not needed any more. */
  inkArrived(): void
  /** When the next of them goes out by itself; nothing if none does. */
  nextEnd(): number | undefined
}

/** How long what was let go of is shown at most, ms. */
const LINGER_MS = { move: 600, resize: 600, draw: 600, type: 0 } as const
/** The laser's line goes out. */
export const LASER_MS = 350

/** Does it show something elsewhere than where it lies? */
export const isCarrying = ({ kind }: Gesture): boolean => kind === 'move' || kind === 'resize'

interface Held extends Hand {
  /** Where things lay when they were taken. */
  readonly lay: ReadonlyMap<ShapeId, Geometry>
}

export function createHands(): Hands {
  let hands = new Map<PersonId, Held>()

  return {
    all: () => [...hands.values()],
    update(doing, geometryOf, now) {
      const next = new Map<PersonId, Held>()
      for (const [person, gesture] of doing) {
        const before = hands.get(person)
        const held = gesture ? taken(person, gesture, before, geometryOf, now) : before && letGo(before, now)
        if (held) next.set(person, held)
      }
      hands = new Map([...next].flatMap(([person, held]) => stillShown(person, held, geometryOf, now)))
    },
    inkArrived() {
      for (const [person, { gesture, ended }] of hands)
        if (gesture.kind === 'draw' && gesture.tool !== 'laser' && ended !== undefined) hands.delete(person)
    },
    nextEnd() {
      const ends = [...hands.values()].flatMap(({ gesture, ended }) =>
        ended === undefined ? [] : ended + lingers(gesture),
      )
      return ends.length > 0 ? Math.min(...ends) : undefined
    },
  }
}

const lingers = (gesture: Gesture): number =>
  gesture.kind === 'draw' && gesture.tool === 'laser' ? LASER_MS : LINGER_MS[gesture.kind]

function taken(
  person: PersonId,
  gesture: Gesture,
  before: Held | undefined,
  geometryOf: (id: ShapeId) => Geometry | undefined,
  now: number,
): Held {
  const goesOn = before?.ended === undefined && before !== undefined && isSame(before.gesture, gesture)
  const by = gesture.kind === 'move' ? glideTo(goesOn ? before.by : undefined, gesture.by, now) : undefined
  // Whoever goes on moving what has been put down has taken it anew.
  const lay = goesOn && !isTakenAgain(before, gesture) ? before.lay : layOf(gesture, geometryOf)
  return { person, gesture, by, ended: undefined, ids: idsOf(gesture), lay }
}

const letGo = (before: Held, now: number): Held =>
  before.ended === undefined ? { ...before, ended: now } : before

function stillShown(
  person: PersonId,
  held: Held,
  geometryOf: (id: ShapeId) => Geometry | undefined,
  now: number,
): readonly (readonly [PersonId, Held])[] {
  const { gesture, ended, lay } = held
  if (ended !== undefined && now >= ended + lingers(gesture)) return []
  if (!isCarrying(gesture)) return [[person, held]]
  const ids = idsOf(gesture).filter((id) => sameGeometry(lay.get(id), geometryOf(id)))
  return ended !== undefined && ids.length === 0 ? [] : [[person, { ...held, ids }]]
}

function isSame(a: Gesture, b: Gesture): boolean {
  if (a.kind !== b.kind) return false
  const [before, now] = [idsOf(a), idsOf(b)]
  return before.length === now.length && before.every((id, index) => id === now[index])
}

function isTakenAgain({ gesture, ids }: Held, now: Gesture): boolean {
  if (gesture.kind !== 'move' || now.kind !== 'move' || ids.length > 0) return false
  return !sameVec(gesture.by, now.by)
}

const idsOf = (gesture: Gesture): readonly ShapeId[] => {
  switch (gesture.kind) {
    case 'move':
      return gesture.ids
    case 'resize':
      return gesture.shapes.map(([id]) => id)
    case 'type':
      return [gesture.id]
    case 'draw':
      return []
  }
}

function layOf(
  gesture: Gesture,
  geometryOf: (id: ShapeId) => Geometry | undefined,
): ReadonlyMap<ShapeId, Geometry> {
  return new Map(
    idsOf(gesture).flatMap((id) => {
      const geometry = geometryOf(id)
      return geometry ? [[id, geometry] as const] : []
    }),
  )
}

const sameVec = (a: Vec, b: Vec): boolean => a[0] === b[0] && a[1] === b[1]

const sameGeometry = (a: Geometry | undefined, b: Geometry | undefined): boolean =>
  a !== undefined && b !== undefined && a.every((value, index) => value === b[index])
