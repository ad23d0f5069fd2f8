import type { Vec } from '../../geometry/vec.ts'
import { mapPath, type Path } from './pen.ts'

/**
 * What a part of a figure is painted with: `color` is the chosen one and `deep` a strong shade of it, `paper` is skin and
 * everything left blank, `pale` a light grey, `glass` screens and windows, `blush` cheeks.
 */
export type Tone = 'ink' | 'color' | 'deep' | 'dark' | 'paper' | 'pale' | 'glass' | 'blush'

/** One stroke of the pen and what it fills, in units of its figure. */
export interface Part {
  readonly d: Path
  readonly fill?: Tone
  readonly line?: Tone
  /** Of the line; `PEN` without. */
  readonly width?: number
}

/** The one width of the pen, in units of a figure. */
export const PEN = 3

/** Filled, with a line around it. */
export const filled = (d: Path, fill: Tone): Part => ({ d, fill, line: 'ink' })
/** Filled, with nothing around it. */
export const patch = (d: Path, fill: Tone): Part => ({ d, fill })
/** Just a line. */
export const inked = (d: Path, width = PEN): Part => ({ d, line: 'ink', width })
/** A line in another tone. */
export const toned = (d: Path, line: Tone, width = PEN): Part => ({ d, line, width })

/** Sleeves, legs and handles: a line so thick that it has an outline itself. Its outline comes first: see `tubes`. */
export interface Tube {
  readonly d: Path
  readonly width: number
  readonly tone: Tone
}

/** Tubes grown together: no outline shows where one meets the other. */
export const tubes = (all: readonly Tube[]): readonly Part[] => [
  ...all.map(({ d, width }) => toned(d, 'ink', width + 2 * PEN)),
  ...all.map(({ d, width, tone }) => toned(d, tone, width)),
]

/** As in a mirror, within a width. */
export const mirrored = (parts: readonly Part[], width: number): readonly Part[] =>
  parts.map((part) => ({ ...part, d: mapPath(part.d, ([x, y]) => [width - x, y]) }))

/** Smaller, and moved by units after that. */
export const shrunk = (parts: readonly Part[], factor: number, [dx, dy]: Vec): readonly Part[] =>
  parts.map((part) => ({
    ...part,
    d: mapPath(part.d, ([x, y]) => [x * factor + dx, y * factor + dy]),
    width: (part.width ?? PEN) * factor,
  }))

/** Moved by units. */
export const moved = (parts: readonly Part[], [dx, dy]: Vec): readonly Part[] =>
  parts.map((part) => ({ ...part, d: mapPath(part.d, ([x, y]) => [x + dx, y + dy]) }))

/** Hair, by name. */
export const HAIRS = ['short', 'bob', 'bun', 'curls', 'long', 'scarf', 'bald'] as const
export type Hair = (typeof HAIRS)[number]
/** That of people of whom nothing is said. */
export const FIRST_HAIR: Hair = 'short'

/** What a person looks like besides the pose. */
export interface Person {
  /** -2 (upset) to 2 (delighted). */
  readonly mood: number
  readonly hair: Hair
}

/** A drawing in a box of its own units, from 0, 0 to its size. */
export interface Figure {
  /** Width and height: what it is placed with on a board, in page units. */
  readonly size: Vec
  readonly draw: (person: Person) => readonly Part[]
}

/** What looks the same whoever it belongs to. */
export const still = (size: Vec, parts: readonly Part[]): Figure => ({ size, draw: () => parts })
