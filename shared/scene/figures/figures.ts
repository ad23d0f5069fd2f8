import type { Vec } from '../../geometry/vec.ts'
import { DEVICES } from './devices.ts'
import { HAIRS, type Figure, type Hair, type Part } from './part.ts'
import { PEOPLE } from './people.ts'
import { PLACES } from './places.ts'
import { THINGS } from './things.ts'

const SETS = { person: PEOPLE, place: PLACES, device: DEVICES, thing: THINGS } as const

/** What figures are of: a person, a place, a device or a thing. */
export type FigureSet = keyof typeof SETS
export const FIGURE_SETS = Object.keys(SETS) as readonly FigureSet[]

/** The set and the name in it, such as `person.waving`. Ids are kept in documents: none is ever renamed. */
export type FigureId = {
  [S in FigureSet]: `${S}.${Extract<keyof (typeof SETS)[S], string>}`
}[FigureSet]

export interface ListedFigure extends Figure {
  readonly id: FigureId
  readonly set: FigureSet
}

/** All figures, in the order in which they are offered. */
export const FIGURES: readonly ListedFigure[] = FIGURE_SETS.flatMap((set) =>
  Object.entries<Figure>(SETS[set]).map(([name, figure]): ListedFigure => ({
    ...figure,
    id: `${set}.${name}` as FigureId,
    set,
  })),
)

const BY_ID: ReadonlyMap<string, ListedFigure> = new Map(FIGURES.map((figure) => [figure.id, figure]))

/** The figure of that id; nothing for one that only a newer version knows. */
export const figureOf = (id: string): ListedFigure | undefined => BY_ID.get(id)

/** People have moods and hair. */
export const isPerson = (id: string): boolean => figureOf(id)?.set === 'person'

/** Width and height that a figure is placed with, in page units. */
export const figureSize = (id: FigureId): Vec => figureOf(id)?.size ?? [100, 100]

const drawn = new Map<string, readonly Part[]>()

/** The parts of a figure, each way of it drawn once. Unknown hair is short. */
export function partsOf(figure: ListedFigure, mood = 0, hair = 'short'): readonly Part[] {
  if (figure.set !== 'person') return figure.draw({ mood: 0, hair: 'short' })
  const known: Hair = HAIRS.find((one) => one === hair) ?? 'short'
  const key = `${figure.id} ${mood} ${known}`
  const parts = drawn.get(key) ?? figure.draw({ mood, hair: known })
  drawn.set(key, parts)
  return parts
}
