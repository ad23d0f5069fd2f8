import type * as Y from 'yjs'
import { byOrder } from '../model/order.ts'
import { changesIn, recordsOf, toRaw, type Records } from '../model/records.ts'
import { groupBy } from '../util/groupBy.ts'
import type { Dispose } from '../util/store.ts'
import { ENTITY_KINDS, type EntityKind, type EntityOf, type Lane, type Stage, type Step } from './entities.ts'
import type { JourneyId, StoryId } from './ids.ts'
import { readEntity } from './readEntity.ts'

/** What changed in one transaction: of each kind, which came, went or changed. */
export type ChangedEntities = ReadonlyMap<EntityKind, ReadonlySet<string>>

/** All journeys of a document as plain values, kept up to date one changed entity at a time. */
export interface JourneyIndex {
  get<K extends EntityKind>(kind: K, id: string | undefined): EntityOf[K] | undefined
  /** In order. The same array until one of them changes. */
  all<K extends EntityKind>(kind: K): readonly EntityOf[K][]
  /** The journeys that share a story's stages, in order. */
  journeysOf(story: StoryId): readonly EntityOf['journeys'][]
  stagesOf(story: StoryId): readonly Stage[]
  /** Stage by stage, in order; those whose stage is gone come last. */
  stepsOf(journey: JourneyId): readonly Step[]
  /** With the hidden ones. */
  lanesOf(journey: JourneyId): readonly Lane[]
  /** Entities that are kept but cannot be shown: made by a newer version, or broken. */
  unreadable(): number
  subscribe(listener: (changed: ChangedEntities) => void): Dispose
  dispose(): void
}

type Grouped<T> = ReadonlyMap<string, readonly T[]>

export function indexJourneys(doc: Y.Doc): JourneyIndex {
  const tables = new Map(ENTITY_KINDS.map((kind) => [kind, createTable(kind, recordsOf(doc, kind))]))
  const listeners = new Set<(changed: ChangedEntities) => void>()
  /** What is derived from all entities of some kinds, until one of them changes. */
  const derived = new Map<string, unknown>()

  const table = <K extends EntityKind>(kind: K): Table<K> => tables.get(kind) as unknown as Table<K>

  function once<T>(key: string, make: () => T): T {
    if (!derived.has(key)) derived.set(key, make())
    return derived.get(key) as T
  }

  const stages = (): Grouped<Stage> =>
    once('stages', () => groupBy(table('stages').all(), (one) => one.story))
  const lanes = (): Grouped<Lane> => once('lanes', () => groupBy(table('lanes').all(), (one) => one.journey))
  const steps = (): Grouped<Step> =>
    once('steps', () => {
      const rank = new Map(
        table('stages')
          .all()
          .map(({ id }, index) => [id, index]),
      )
      const rankOf = ({ stage }: Step) => rank.get(stage) ?? Infinity
      const sorted = table('steps')
        .all()
        .toSorted((a, b) => compare(rankOf(a), rankOf(b)))
      return groupBy(sorted, (one) => one.journey)
    })

  function tell(changed: ChangedEntities): void {
    derived.clear()
    for (const listener of listeners) listener(changed)
  }
  const stops = [...tables].map(([kind, { observe }]) => observe((ids) => tell(new Map([[kind, ids]]))))

  return {
    get: (kind, id) => (id === undefined ? undefined : table(kind).get(id)),
    all: (kind) => table(kind).all(),
    journeysOf: (story) =>
      once('journeys', () => groupBy(table('journeys').all(), (one) => one.story)).get(story) ?? [],
    stagesOf: (story) => stages().get(story) ?? [],
    stepsOf: (journey) => steps().get(journey) ?? [],
    lanesOf: (journey) => lanes().get(journey) ?? [],
    unreadable: () => [...tables.values()].reduce((sum, { unreadable }) => sum + unreadable(), 0),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => stops.forEach((stop) => stop()),
  }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

interface Table<K extends EntityKind> {
  get(id: string): EntityOf[K] | undefined
  all(): readonly EntityOf[K][]
  unreadable(): number
  observe(listener: (ids: ReadonlySet<string>) => void): Dispose
}

function createTable<K extends EntityKind>(kind: K, records: Records): Table<K> {
  const byId = new Map<string, EntityOf[K]>()
  const broken = new Set<string>()
  let sorted: readonly EntityOf[K][] | undefined

  function refresh(id: string): void {
    const entity = records.has(id) ? readEntity(kind, toRaw(id, records.get(id))) : undefined
    if (entity) byId.set(id, entity)
    else byId.delete(id)
    if (!entity && records.has(id)) broken.add(id)
    else broken.delete(id)
  }
  for (const id of records.keys()) refresh(id)

  return {
    get: (id) => byId.get(id),
    all: () => (sorted ??= [...byId.values()].sort(byOrder)),
    unreadable: () => broken.size,
    observe(listener) {
      // Named, so that it can be taken off again.
      function onEvents(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
        const ids = new Set(changesIn(events).keys())
        sorted = undefined
        for (const id of ids) refresh(id)
        listener(ids)
      }
      records.observeDeep(onEvents)
      return () => records.unobserveDeep(onEvents)
    },
  }
}
