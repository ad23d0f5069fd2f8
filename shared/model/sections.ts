import type { ShapeId } from './ids.ts'
import type { Section, Shape } from './shape.ts'

type Lookup = (id: ShapeId) => Shape | undefined

/** Nobody puts so many sections into each other: beyond, a broken or hostile document is not followed. */
export const MOST_DEPTH = 100

/**
 * The sections a shape lies in, the innermost first. Two people who put two sections into each other at the same time
 * make a ring: of such a ring the section with the smallest id lies in none, for everybody.
 */
export function sectionsAround(shape: Shape, lookup: Lookup): readonly Section[] {
  const way: Shape[] = [shape]
  for (let next = sectionOf(shape, lookup); next; next = sectionOf(next, lookup)) {
    const met = way.indexOf(next)
    if (met >= 0) return sectionsOf(way.slice(0, met + 1 + outermost(way.slice(met))))
    way.push(next)
    if (way.length > MOST_DEPTH) break
  }
  return sectionsOf(way)
}

/** The section a shape says it lies in, if it is there and on the same board. */
export function sectionOf(shape: Shape, lookup: Lookup): Section | undefined {
  const found = shape.section === undefined ? undefined : lookup(shape.section)
  return found?.kind === 'section' && found.board === shape.board ? found : undefined
}

const sectionsOf = (way: readonly Shape[]): readonly Section[] =>
  way.slice(1).filter((one): one is Section => one.kind === 'section')

/** Where in a ring the one with the smallest id is. */
function outermost(ring: readonly Shape[]): number {
  let least = 0
  ring.forEach(({ id }, index) => {
    if (id < (ring[least]?.id ?? id)) least = index
  })
  return least
}
