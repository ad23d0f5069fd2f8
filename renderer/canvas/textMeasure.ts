import { createStore, type Store } from '../../shared/util/store.ts'
import { cssFont } from '../../shared/scene/paint.ts'
import type { Font, Measure } from '../../shared/scene/ops.ts'
import { textFont } from '../../shared/scene/textLayout.ts'

/** Measures text as the canvas will paint it, and tells when fonts arrived and earlier widths no longer hold. */
export interface TextMeasure {
  readonly measure: Measure
  /** Counts up whenever a font has arrived: what was laid out before must be laid out again. */
  readonly generation: Store<number>
  /** Resolves once the fonts for these characters are there, so that an export never shows a substitute. */
  load(text: string): Promise<void>
}

/** Words remembered before the memory is emptied and filled anew. */
const MOST_WORDS = 100_000

export function createTextMeasure(): TextMeasure {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('Expected a 2D canvas')
  // Without rounding to pixels, widths grow in proportion to the size, which the layout relies on.
  context.textRendering = 'geometricPrecision'
  let widths = new Map<string, number>()
  let current = ''
  const generation = createStore(0)

  document.fonts.addEventListener('loadingdone', () => {
    widths = new Map()
    generation.set(generation.get() + 1)
  })

  function measure(text: string, font: Font): number {
    const css = cssFont(font)
    const key = `${font.size === 100 ? '' : css}\n${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    if (css !== current && context) context.font = current = css
    const width = context?.measureText(text).width ?? 0
    if (widths.size >= MOST_WORDS) widths = new Map()
    widths.set(key, width)
    return width
  }

  return {
    measure,
    generation,
    async load(text) {
      const characters = [...new Set(text)].join('')
      await document.fonts.load(cssFont(textFont(16, 450)), characters || 'a')
    },
  }
}
