import type { NoteColor } from '../model/color.ts'
import type { Change, Workshop } from '../model/workshop.ts'
import {
  NO_ANSWERS,
  type Channel,
  type EntityKind,
  type EntityOf,
  type Phase,
  type Touchpoint,
} from './entities.ts'
import {
  channelId,
  newId,
  personaId,
  teamId,
  touchpointId,
  type ChannelId,
  type PersonaId,
  type TeamId,
  type TouchpointId,
} from './ids.ts'
import { STOCK_CHANNELS, STOCK_TOUCHPOINTS } from './stock.ts'
import { localize, type LocalText, type Template } from './template.ts'
import { ordersAfter } from './ordersAfter.ts'
import type { TemplateUse } from './templateUse.ts'

/** What all journeys of a workshop share, by its key in the template. */
export interface TemplateCast {
  readonly personas: ReadonlyMap<string, PersonaId>
  readonly teams: ReadonlyMap<string, TeamId>
  readonly channels: ReadonlyMap<string, ChannelId>
  readonly touchpoints: ReadonlyMap<string, TouchpointId>
}

/** Makes what a template needs and the workshop does not have yet: whoever is called the same is the same. */
export function makeCast(change: Change, template: Template, use: TemplateUse): TemplateCast {
  const { workshop, language } = use
  const say = (text: LocalText | undefined) => localize(text, language)
  let turn = 0
  const nextColor = (): NoteColor => TEAM_COLORS[turn++ % TEAM_COLORS.length] ?? 'grey'
  return {
    personas: ensure(change, workshop, 'personas', template.personas, (persona) => {
      const prompts = Object.entries(persona.prompts ?? {}).map(([prompt, words]) => [prompt, say(words)])
      const made = {
        ...NO_ANSWERS,
        ...(Object.fromEntries(prompts) as Partial<typeof NO_ANSWERS>),
        id: newId(personaId),
        name: say(persona.name),
        role: say(persona.role),
        summary: say(persona.summary),
        color: persona.color,
      }
      return [made, (one) => one.name === made.name && one.role === made.role]
    }),
    teams: ensure(change, workshop, 'teams', template.teams, ({ name, color = nextColor() }) => {
      const made = { id: newId(teamId), name: say(name), color }
      return [made, (one) => one.name === made.name]
    }),
    channels: ensure(change, workshop, 'channels', channelsOf(template), ({ key, name }) => {
      const named: Pick<Channel, 'name' | 'stock'> =
        name === undefined ? { name: '', stock: key } : { name: say(name) }
      return [{ id: newId(channelId), ...named }, (one) => isSame(one, named)]
    }),
    touchpoints: ensure(change, workshop, 'touchpoints', touchpointsOf(template), ({ key, name, phase }) => {
      const named: Pick<Touchpoint, 'name' | 'stock'> =
        name === undefined ? { name: '', stock: key } : { name: say(name) }
      return [{ id: newId(touchpointId), ...named, phase }, (one) => isSame(one, named)]
    }),
  }
}

/** What tells teams apart that were given no colours, in turn. */
const TEAM_COLORS: readonly NoteColor[] = ['teal', 'orange', 'purple', 'blue', 'green', 'pink', 'yellow']

/** The name a stock item was given makes it no other item. */
const isSame = (
  one: Pick<Channel, 'name' | 'stock'>,
  { name, stock }: Pick<Channel, 'name' | 'stock'>,
): boolean => (stock === undefined ? one.name === name : one.stock === stock)

interface Named {
  readonly key: string
  /** Without one it is in the stock. */
  readonly name?: LocalText
}

/** Those of the template's own, and those of the stock that it names. */
function channelsOf({ channels = [], journeys }: Template): readonly Named[] {
  const named = new Set(
    journeys.flatMap(({ steps, notes }) => [...steps, ...notes].flatMap(({ channel }) => channel ?? [])),
  )
  const stock = STOCK_CHANNELS.filter((key) => named.has(key))
  return [...channels, ...stock.map((key) => ({ key }))]
}

function touchpointsOf({
  touchpoints = [],
  journeys,
}: Template): readonly (Named & { readonly phase: Phase })[] {
  const named = new Set(journeys.flatMap(({ notes }) => notes.flatMap(({ touchpoint }) => touchpoint ?? [])))
  const stock = (['before', 'during', 'after'] as const).flatMap((phase) =>
    STOCK_TOUCHPOINTS[phase].filter((key) => named.has(key)).map((key) => ({ key, phase })),
  )
  return [...touchpoints, ...stock]
}

/** By key, the one that is there already or else a new one. `make` gives it without its order, and how to know it again. */
function ensure<K extends EntityKind, P extends { readonly key: string }>(
  change: Change,
  { journeys }: Workshop,
  kind: K,
  parts: readonly P[],
  make: (part: P) => [made: Omit<EntityOf[K], 'order'>, isSame: (one: EntityOf[K]) => boolean],
): ReadonlyMap<string, EntityOf[K]['id']> {
  const orders = ordersAfter(journeys, kind, parts.length)
  return new Map(
    parts.map((part, index) => {
      const [made, isKnown] = make(part)
      const known = journeys.all(kind).find(isKnown)
      const entity = { ...made, order: orders[index] ?? 'a0' } as EntityOf[K]
      if (!known) change.put(kind, entity)
      return [part.key, (known ?? entity).id]
    }),
  )
}
