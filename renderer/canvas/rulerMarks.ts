/** A stroke of a ruler. */
export interface RulerMark {
  /** Screen units from the ruler's beginning. */
  readonly at: number
  /** Page units. */
  readonly value: number
  readonly labelled: boolean
}

/** Labels are at least this far apart, screen units. */
const LEAST_LABEL_GAP = 70
const PARTS = 5

/** The strokes of a ruler that begins at `from` (page units) and is `length` screen units long. */
export function rulerMarks(from: number, length: number, zoom: number): readonly RulerMark[] {
  const step = niceStep(LEAST_LABEL_GAP / zoom)
  const small = step / PARTS
  const first = Math.ceil(from / small)
  const last = Math.floor((from + length / zoom) / small)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = (first + index) * small
    return { at: (value - from) * zoom, value, labelled: (first + index) % PARTS === 0 }
  })
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is at least `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power
}
