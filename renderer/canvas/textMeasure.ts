import { createStore, type Store } from '../../shared/util/store.ts'
import { cssFont } from '../../shared/scene/paint.ts'
import type { Font, Measure } from '../../shared/scene/ops.ts'
import { forgetParagraphs, textFont } from '../../shared/scene/paragraphs.ts'

/** Measures text as the canvas will paint it, and tells when fonts arrived and earlier widths no longer hold. */
export interface TextMeasure {
  readonly measure: Measure
  /** Counts up whenever a font has arrived: what was laid out before must be laid out again. */
  readonly generation: Store<number>
  /** Resolves once the fonts for these characters are there, so that an export never shows a substitute. */
  load(text: string, options?: { readonly italic?: boolean }): Promise<void>
}

/** Words remembered before the memory is emptied and filled anew. */
const MOST_WORDS = 100_000

export function createTextMeasure(): TextMeasure {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) throw new Error('Expected a 2D canvas')
  // Without rounding to pixels, widths grow in proportion to the size, which the layout relies on.
  context.textRendering = 'geometricPrecision'
  let fonts = new Map<string, Map<string, number>>()
  let count = 0
  let font: Font | undefined
  let widths = new Map<string, number>()
  const generation = createStore(0)

  function forget(): void {
    fonts = new Map()
    font = undefined
    count = 0
  }

  document.fonts.addEventListener('loadingdone', () => {
    forget()
    forgetParagraphs()
    generation.set(generation.get() + 1)
  })

  /** Many words in a row are of one font: it is looked up once for all of them. */
  function setFont(next: Font): void {
    const css = cssFont(next)
    if (context) context.font = css
    font = next
    const known = fonts.get(css)
    widths = known ?? new Map()
    if (!known) fonts.set(css, widths)
  }

  function measure(text: string, next: Font): number {
    if (next !== font) setFont(next)
    const known = widths.get(text)
    if (known !== undefined) return known
    const width = context?.measureText(text).width ?? 0
    if (++count > MOST_WORDS) {
      forget()
      setFont(next)
    }
    widths.set(text, width)
    return width
  }

  return {
    measure,
    generation,
    async load(text, { italic = false } = {}) {
      const characters = [...new Set(text)].join('')
      const faces = [textFont(16, 450), ...(italic ? [textFont(16, 450, true)] : [])]
      await Promise.all(faces.map((face) => document.fonts.load(cssFont(face), characters || 'a')))
    },
  }
}
