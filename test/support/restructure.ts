import * as Y from 'yjs'
import { addJourney } from '../../shared/journey/structure/addJourney.ts'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { ROOTS } from '../../shared/model/roots.ts'
import type { Shape } from '../../shared/model/shape.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import { addMapView, addStoryboardView } from '../../shared/journey/structure/addView.ts'
import { ACTS, sceneOf, type Act, type Picks } from './restructureActs.ts'
import { seedIds } from './seededIds.ts'

export type Move = Picks & {
  readonly peer: number
  /** One of ACTS, or undo, redo, or `deliver` from `a`. */
  readonly act: string
}
export const MOVES: readonly string[] = [...Object.keys(ACTS), 'undo', 'undo', 'redo', 'deliver', 'deliver']

/** Three people with the same journey, who restructure it, mostly without hearing from each other. */
export interface Play {
  readonly peers: readonly Workshop[]
  /** Notes that have to be there in the end: made, and not taken back by whoever made them. */
  readonly notes: ReadonlySet<ShapeId>
  /** Pictures that nobody removed with their frame. */
  readonly pictures: ReadonlySet<ShapeId>
  /** What went wrong on the way, in words. */
  readonly faults: readonly string[]
}

/** Plays moves one by one, and lets all hear everything in the end. `acts` may hold a faulty one. */
export function playMoves(moves: readonly Move[], acts: Readonly<Record<string, Act>> = ACTS): Play {
  seedIds(moves.length)
  const peers = startPeers()
  const owner = new Map<ShapeId, number>()
  const notes = new Set<ShapeId>()
  const pictures = new Set<ShapeId>()
  const faults: string[] = []
  for (const move of moves) {
    const index = move.peer % peers.length
    const workshop = peers[index]
    if (!workshop) continue
    if (move.act === 'deliver') {
      const from = peers[move.a % peers.length]
      if (from) deliver(workshop, from)
      continue
    }
    const before = kept(workshop)
    faults.push(...act(workshop, move, acts))
    const after = kept(workshop)
    const travels = move.act === 'undo' || move.act === 'redo'
    for (const [id, shape] of after)
      if (!before.has(id)) {
        if (!owner.has(id)) owner.set(id, index)
        if (shape.kind === 'note') notes.add(id)
        else pictures.add(id)
      }
    for (const [id, shape] of before) {
      if (after.has(id)) continue
      const own = travels && owner.get(id) === index
      if (shape.kind !== 'note') pictures.delete(id)
      else if (own) notes.delete(id)
      else faults.push(`${move.act} takes a note away`)
      if (shape.kind !== 'note' && !travels && !frameIsGone(workshop, shape))
        faults.push(`${move.act} takes a picture away whose frame is there`)
    }
  }
  for (let round = 0; round < 2; round++) for (const to of peers) for (const from of peers) deliver(to, from)
  return { peers, notes, pictures, faults }
}

/** They begin with two stages, three steps, two lanes, a map and a storyboard. */
function startPeers(): readonly Workshop[] {
  const first = new Y.Doc()
  first.clientID = 1
  addFirstBoard(first)
  const origin = openWorkshop(first)
  origin.change((change) => {
    const { journey, story } = addJourney(origin, change, {
      name: 'Guest',
      stages: [
        { name: 'one', steps: [{}, {}] },
        { name: 'two', steps: [{}] },
      ],
      lanes: ['pain', 'action'],
    })
    addMapView(origin, change, { journey, board: FIRST_BOARD, at: [0, 0] })
    addStoryboardView(origin, change, { story, board: FIRST_BOARD, at: [0, -2000] })
  })
  const start = Y.encodeStateAsUpdate(first)
  return [2, 3, 4].map((client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    Y.applyUpdate(doc, start)
    return openWorkshop(doc)
  })
}

/** Gives what is wrong right after it. */
function act(workshop: Workshop, move: Move, acts: Readonly<Record<string, Act>>): readonly string[] {
  if (move.act === 'undo') workshop.history.undo()
  else if (move.act === 'redo') workshop.history.redo()
  else {
    let expectation: ReturnType<Act>
    workshop.change((change) => {
      const scene = sceneOf(workshop, change, move)
      if (scene) expectation = acts[move.act]?.(scene)
    })
    const wrong = expectation ? expectation(workshop) : undefined
    if (wrong) return [wrong]
  }
  return []
}

/** Notes wherever they are, and what is drawn in frames. */
function kept({ shapes }: Workshop): ReadonlyMap<ShapeId, Shape> {
  const found = shapes.all(FIRST_BOARD).filter((shape) => shape.kind === 'note' || shape.frame !== undefined)
  return new Map(found.map((shape) => [shape.id, shape]))
}

const frameIsGone = ({ journeys }: Workshop, { frame }: Shape): boolean =>
  journeys.get('steps', frame) === undefined

function deliver(to: Workshop, from: Workshop): void {
  if (to !== from) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'peer')
}

/** All that lies in a document. */
export const contentOf = ({ doc }: Workshop): unknown => ROOTS.map((root) => doc.getMap(root).toJSON())

/** All that is worked out of it: where everything lies, and what can be seen. */
export function seenIn({ shapes, journeys }: Workshop): unknown {
  const all = shapes.all(FIRST_BOARD)
  return {
    all,
    hidden: all.map(({ id }) => shapes.isHidden(id)),
    shown: shapes.shown(FIRST_BOARD).map(({ id }) => id),
    found: shapes.within(FIRST_BOARD, { x: -1e6, y: -1e6, w: 2e6, h: 2e6 }).map(({ id }) => id),
    steps: journeys.all('journeys').map(({ id }) => journeys.stepsOf(id)),
  }
}

/** The same document, opened anew. */
export function reopened({ doc }: Workshop): Workshop {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return openWorkshop(copy)
}
