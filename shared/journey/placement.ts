import type { Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { ShapeId } from '../model/ids.ts'
import type { JourneyMap, Note, Shape, Storyboard } from '../model/shape.ts'
import { byOrder } from '../model/order.ts'
import type { JourneyId, StepId, StoryId } from './ids.ts'
import type { JourneyIndex } from './journeyIndex.ts'
import { layOutMap, type Card, type MapInput, type MapLayout } from './mapLayout.ts'
import { partViews } from './partViews.ts'
import { layOutStory, type StoryInput, type StoryLayout } from './storyLayout.ts'
import { STORY } from './storySizes.ts'
import { mapInput, storyInput } from './viewInputs.ts'

/** What the placement needs to know of all other shapes. */
interface Surroundings {
  /** Those that refer to a shape. */
  readonly referrers: (id: ShapeId) => Iterable<ShapeId>
  /** Does a collapsed section put it out of sight? */
  readonly isFolded: (id: ShapeId) => boolean
}

/** A shape as it lies in the document, before and after a change. */
export interface ReadAnew {
  readonly id: ShapeId
  readonly now: Shape | undefined
}

/** Where shapes lie whose place follows from a journey: kept up to date one change at a time, never written down. */
export interface Placement {
  /** Is its place or size worked out here? */
  has(id: ShapeId): boolean
  /** As it lies in the document, for those placed here. */
  stored(id: ShapeId): Shape | undefined
  isHidden(id: ShapeId): boolean
  /** What it puts out of sight. */
  readonly hidden: ReadonlySet<ShapeId>
  /** Takes in what was read anew; `folded` are those that a collapsed section hides or shows again. Gives what lies otherwise than before. */
  refresh(changes: readonly ReadAnew[], folded: ReadonlySet<ShapeId>): readonly Shape[]
  /** The notes of a journey, in the order in which they lie in their cells, as they are read. */
  notesOf(journey: JourneyId): readonly Note[]
  inFrame(step: StepId): readonly ShapeId[]
  /** The picture of a step's frame, page units on its board; nothing if the frame is on no board, or out of sight. */
  pictureOf(step: StepId): Box | undefined
  /** From where the geometry of what is drawn in a frame is seen, page units. */
  originOf(step: StepId): Vec
  /** The map or storyboard that decides where a shape lies: it goes wherever that goes. */
  viewOf(shape: Shape): ShapeId | undefined
  mapOf(journey: JourneyId): ShapeId | undefined
  storyboardOf(story: StoryId): ShapeId | undefined
}

type View = JourneyMap | Storyboard
interface FirstViews {
  readonly maps: ReadonlyMap<JourneyId, View>
  /** By id. */
  readonly storyboards: ReadonlyMap<StoryId, View>
}
const isView = (shape: Shape): shape is View => shape.kind === 'map' || shape.kind === 'storyboard'

/** Is it one whose place or size follows from a journey? */
const isPlaced = (shape: Shape): boolean =>
  isView(shape) || shape.frame !== undefined || (shape.kind === 'note' && shape.cell !== undefined)

/** The frame it is drawn in. Two people may put a note into a frame and into a cell at once: then it is in the cell. */
const frameOf = (shape: Shape): StepId | undefined =>
  shape.kind === 'note' && shape.cell ? undefined : shape.frame

export function createPlacement(journeys: JourneyIndex, around: Surroundings): Placement {
  /** As they lie in the document. */
  const stored = new Map<ShapeId, Shape>()
  const views = new Map<ShapeId, View>()
  const cards = new Map<JourneyId, Set<ShapeId>>()
  const frames = new Map<StepId, Set<ShapeId>>()
  const cardOf = new WeakMap<Note, Card>()
  const hidden = new Set<ShapeId>()
  /** Of what each placed shape is the placed form. */
  const sources = new WeakMap<Shape, Shape>()
  /** What was worked out last, to tell what has changed. */
  const placed = new Map<ShapeId, Shape>()
  const layouts = new Map<
    ShapeId,
    { readonly input: MapInput | StoryInput; readonly layout: MapLayout | StoryLayout }
  >()
  /** How far down views make room for others, page units. */
  let shifts: ReadonlyMap<string, number> = new Map()
  let stamps = new Set<ShapeId>()
  const allStamps = new Map<ShapeId, Shape>()
  const sortedNotes = new Map<JourneyId, readonly Note[]>()
  /** Which views hold what lies in them, until a view changes. */
  let first: FirstViews | undefined
  /** The steps that are gone but for their pictures, until anything changes. */
  let lost: ReadonlyMap<StepId, number> | undefined

  function forget(id: ShapeId): void {
    const old = stored.get(id)
    if (!old) return
    if (old.kind === 'note' && old.cell) {
      const { journey } = old.cell
      takeFrom(cards, journey, id)
      const sorted = sortedNotes.get(journey)
      if (sorted)
        sortedNotes.set(
          journey,
          sorted.filter((note) => note.id !== id),
        )
    }
    const frame = frameOf(old)
    if (frame !== undefined) takeFrom(frames, frame, id)
    if (isView(old)) first = undefined
    stored.delete(id)
    views.delete(id)
    placed.delete(id)
    hidden.delete(id)
    layouts.delete(id)
  }

  function remember(shape: Shape): void {
    stored.set(shape.id, shape)
    if (isView(shape)) {
      views.set(shape.id, shape)
      first = undefined
    }
    if (shape.kind === 'note' && shape.cell) {
      const { journey } = shape.cell
      addTo(cards, journey, shape.id)
      const sorted = sortedNotes.get(journey)
      if (sorted) sortedNotes.set(journey, sorted.toSpliced(placeAmong(sorted, shape), 0, shape))
    }
    const frame = frameOf(shape)
    if (frame !== undefined) addTo(frames, frame, shape.id)
  }

  function notesOf(journey: JourneyId): readonly Note[] {
    const known = sortedNotes.get(journey)
    if (known) return known
    const notes = [...(cards.get(journey) ?? [])]
      .flatMap((id) => stored.get(id) ?? [])
      .filter((shape): shape is Note => shape.kind === 'note')
      .sort(byOrder)
    sortedNotes.set(journey, notes)
    return notes
  }

  /** Of several views of the same thing, the one with the smallest id holds what lies in it. */
  function firstViews(): FirstViews {
    if (first) return first
    const maps = new Map<JourneyId, View>()
    const storyboards = new Map<StoryId, View>()
    for (const view of [...views.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
      if (view.kind === 'map') addFirst(maps, view.journey, view)
      else addFirst(storyboards, view.story, view)
    return (first = { maps, storyboards })
  }
  const mapOf = (journey: JourneyId) => firstViews().maps.get(journey)
  const storyboardOf = (story: StoryId) => firstViews().storyboards.get(story)

  const topOf = ({ id, geometry: [, y] }: View): number => y + (shifts.get(id) ?? 0)
  const movedTo = (view: View, box: Box): Box => ({
    ...box,
    x: box.x + view.geometry[0],
    y: box.y + topOf(view),
  })

  function toCard(note: Note): Card | undefined {
    if (!note.cell) return undefined
    const known = cardOf.get(note)
    if (known) return known
    const made = { id: note.id, cell: note.cell, h: note.geometry[3] + note.grow }
    cardOf.set(note, made)
    return made
  }

  function inputOf(view: View): MapInput | StoryInput | undefined {
    if (view.kind === 'storyboard') {
      const notes = journeys.journeysOf(view.story).flatMap(({ id }) => notesOf(id))
      return storyInput(journeys, view.story, view.overlay === true, notes)
    }
    const journey = journeys.get('journeys', view.journey)
    if (!journey) return undefined
    const holds = mapOf(view.journey)?.id === view.id
    const held = holds ? notesOf(view.journey).flatMap((note) => toCard(note) ?? []) : []
    return mapInput(journeys, journey, held)
  }

  function layoutOf(view: View): MapLayout | StoryLayout | undefined {
    const input = inputOf(view)
    if (!input) {
      layouts.delete(view.id)
      return undefined
    }
    const known = layouts.get(view.id)
    if (known && sameInput(known.input, input)) return known.layout
    const layout = 'journey' in input ? layOutMap(input) : layOutStory(input)
    layouts.set(view.id, { input, layout })
    return layout
  }

  function pictureOf(step: StepId): { readonly box: Box; readonly view: View } | undefined {
    const journey = journeys.get('journeys', journeys.get('steps', step)?.journey)
    const view = journey && storyboardOf(journey.story)
    const found = view && layouts.get(view.id)?.layout
    const box = found && 'pictures' in found ? found.pictures.get(step) : undefined
    return view && box && { box: movedTo(view, box), view }
  }

  /** Pictures whose step is gone lie below the first storyboard, each step's by itself. */
  function lostOrigin(step: StepId): Vec {
    const [board] = [...firstViews().storyboards.values()]
    const layout = board && layouts.get(board.id)?.layout
    if (!board || !layout) return [0, 0]
    lost ??= new Map(
      [...frames.keys()]
        .filter((id) => !journeys.get('steps', id))
        .sort()
        .map((id, index) => [id, index]),
    )
    const index = lost.get(step) ?? 0
    return [board.geometry[0] + index * (STORY.picture[0] + STORY.gap), topOf(board) + layout.h + 40]
  }

  const originOf = (step: StepId): Vec => {
    const found = pictureOf(step)
    return found ? [found.box.x, found.box.y] : lostOrigin(step)
  }

  function viewOf(shape: Shape): ShapeId | undefined {
    if (shape.kind === 'note' && shape.cell) return mapOf(shape.cell.journey)?.id
    if (shape.frame !== undefined) return pictureOf(shape.frame)?.view.id
    const host = shape.kind === 'stamp' && shape.on !== undefined ? stored.get(shape.on) : undefined
    return host && stamps.has(shape.id) ? viewOf(host) : undefined
  }

  /** Where a shape lies now, and whether it can be seen. */
  function* arrange(): Generator<readonly [shape: Shape, hidden: boolean]> {
    shifts = partViews(
      [...views.values()].map((view) => {
        const [x, y, w, h] = view.geometry
        const layout = layoutOf(view)
        return { id: view.id, board: view.board, box: { x, y, w: layout?.w ?? w, h: layout?.h ?? h } }
      }),
    )
    for (const view of views.values()) {
      const layout = layouts.get(view.id)?.layout
      const [x, , w, h] = view.geometry
      const at = [x, topOf(view), layout?.w ?? w, layout?.h ?? h, 0] as const
      // The pair of kind and layout is right by construction: see `inputOf`.
      yield [
        { ...view, geometry: at, ...(layout && { layout }) } as unknown as Shape,
        around.isFolded(view.id),
      ]
    }
    for (const [journey, ids] of cards) yield* arrangeCards(journey, ids)
    for (const [step, ids] of frames) yield* arrangeFrame(step, ids)
  }

  function* arrangeCards(
    journey: JourneyId,
    ids: ReadonlySet<ShapeId>,
  ): Generator<readonly [Shape, boolean]> {
    const view = mapOf(journey)
    const layout = view && (layouts.get(view.id)?.layout as MapLayout | undefined)
    const isThere = journeys.get('journeys', journey) !== undefined
    const folded = view !== undefined && around.isFolded(view.id)
    for (const id of ids) {
      const note = stored.get(id)
      if (!note) continue
      const box = layout?.cards.get(id)
      if (view && box) {
        const card = cardAt(view, note, box)
        yield [card, folded]
        if (!isEmpty(around.referrers(id))) for (const stamp of stampsOn(card)) yield [stamp, folded]
      } else {
        yield [note, isThere]
        for (const stamp of around.referrers(id)) {
          const shape = allStamps.get(stamp)
          if (shape) yield [shape, isThere]
        }
      }
    }
  }

  /** A note as it lies in its cell: the very same one as before, if it lies there as before. */
  function cardAt(view: View, note: Shape, { x, y, w }: Box): Shape {
    const [left, top] = [x + view.geometry[0], y + topOf(view)]
    const order = `${view.order}!${note.order}`
    const old = placed.get(note.id)
    if (old && sources.get(old) === note && old.board === view.board && old.order === order) {
      const { geometry } = old
      if (geometry[0] === left && geometry[1] === top && geometry[2] === w) return old
    }
    return { ...note, board: view.board, geometry: [left, top, w, note.geometry[3], 0], order }
  }

  /** Stamps on a note in a cell stand along its upper edge: wherever the note goes, they go. */
  function* stampsOn(card: Shape): Generator<Shape> {
    const [x, y, w] = card.geometry
    const on = [...around.referrers(card.id)]
      .flatMap((id) => allStamps.get(id) ?? [])
      .filter((stamp) => stamp.kind === 'stamp' && stamp.on === card.id)
      .sort(byOrder)
    const gap = Math.min(22, (w - 30) / Math.max(1, on.length - 1))
    for (const [index, stamp] of on.entries()) {
      const left = x + w - 22 - index * gap
      const geometry = [left, y - 10, 26, 26, 0] as const
      yield { ...stamp, board: card.board, geometry, order: `${card.order}!${stamp.order}` } as Shape
    }
  }

  function* arrangeFrame(step: StepId, ids: ReadonlySet<ShapeId>): Generator<readonly [Shape, boolean]> {
    if (ids.size === 0) return
    const found = pictureOf(step)
    const isThere = journeys.get('steps', step) !== undefined
    const [dx, dy] = found ? [found.box.x, found.box.y] : lostOrigin(step)
    const folded = found !== undefined && around.isFolded(found.view.id)
    for (const id of ids) {
      const shape = stored.get(id)
      if (!shape || isOnCard(shape)) continue
      const [x, y, w, h, turned] = shape.geometry
      const geometry = [x + dx, y + dy, w, h, turned] as const
      const order = found ? `${found.view.order}!${shape.order}` : shape.order
      yield [
        { ...shape, board: found?.view.board ?? shape.board, geometry, order } as Shape,
        folded || (isThere && !found),
      ]
    }
  }

  /** Whatever else it says: a stamp goes where its note goes. */
  function isOnCard(shape: Shape): boolean {
    const host = shape.kind === 'stamp' && shape.on !== undefined ? stored.get(shape.on) : undefined
    return host?.kind === 'note' && host.cell !== undefined
  }

  function take({ id, now }: ReadAnew): boolean {
    const was = stored.has(id)
    if (was) forget(id)
    if (now?.kind === 'stamp') allStamps.set(id, now)
    else allStamps.delete(id)
    if (!now || !isPlaced(now)) return was
    remember(now)
    return true
  }

  return {
    has: (id) => stored.has(id) || stamps.has(id),
    stored: (id) => stored.get(id) ?? (stamps.has(id) ? allStamps.get(id) : undefined),
    isHidden: (id) => hidden.has(id),
    hidden,
    refresh(changes, folded) {
      lost = undefined
      let due = changes.length === 0 // journeys have changed
      for (const change of changes) {
        due = take(change) || due
        if (stamps.has(change.id) || (change.now?.kind === 'stamp' && stored.has(change.now.on ?? change.id)))
          due = true
      }
      for (const id of folded) if (views.has(id)) due = true
      if (!due) return []
      const next: Shape[] = []
      const nowStamps = new Set<ShapeId>()
      for (const [shape, isHidden] of arrange()) {
        if (!stored.has(shape.id)) nowStamps.add(shape.id)
        const old = placed.get(shape.id)
        if (old === shape && hidden.has(shape.id) === isHidden) continue
        const source = stored.get(shape.id) ?? allStamps.get(shape.id)
        if (old && hidden.has(shape.id) === isHidden && sources.get(old) === source && liesAlike(old, shape))
          continue
        if (isHidden) hidden.add(shape.id)
        else hidden.delete(shape.id)
        placed.set(shape.id, shape)
        if (source) sources.set(shape, source)
        next.push(shape)
      }
      for (const id of stamps)
        if (!nowStamps.has(id)) {
          placed.delete(id)
          hidden.delete(id)
          const free = allStamps.get(id)
          if (free && !stored.has(id)) next.push(free)
        }
      stamps = nowStamps
      return next
    },
    notesOf,
    inFrame: (step) => [...(frames.get(step) ?? [])],
    pictureOf: (step) => pictureOf(step)?.box,
    originOf,
    viewOf,
    mapOf: (journey) => mapOf(journey)?.id,
    storyboardOf: (story) => storyboardOf(story)?.id,
  }
}

const isEmpty = (some: Iterable<unknown>): boolean => some[Symbol.iterator]().next().done === true

/** Where a note belongs among others that are in order, by halving. */
function placeAmong(sorted: readonly Note[], note: Note): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other && byOrder(other, note) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function addTo<K>(sets: Map<K, Set<ShapeId>>, key: K, id: ShapeId): void {
  const set = sets.get(key)
  if (set) set.add(id)
  else sets.set(key, new Set([id]))
}

function takeFrom<K>(sets: Map<K, Set<ShapeId>>, key: K, id: ShapeId): void {
  const set = sets.get(key)
  set?.delete(id)
  if (set?.size === 0) sets.delete(key)
}

const addFirst = <K>(views: Map<K, View>, key: K, view: View): void =>
  void (views.has(key) || views.set(key, view))

/** Is it at the same place, with the same to show? */
function liesAlike(a: Shape, b: Shape): boolean {
  if (a.board !== b.board || a.order !== b.order) return false
  if (isView(a) && isView(b) && a.layout !== b.layout) return false
  return a.geometry.every((value, index) => value === b.geometry[index])
}

/** Do two inputs hold the very same things, however their lists came about? */
function sameInput(a: object, b: object): boolean {
  return Object.entries(b).every(([field, value]) => sameValue(Reflect.get(a, field), value))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => sameValue(one, b[index]))
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => sameValue(value, b.get(key)))
  return isPlain(a) && isPlain(b) && Object.keys(a).length === Object.keys(b).length && sameInput(a, b)
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
