import { useRef, useState } from 'react'
import { hasText, textOf, type Shape } from '../../shared/model/shape.ts'
import type { SceneWords } from '../../shared/scene/sceneWords.ts'
import type { ImagePictures } from '../canvas/imagePictures.ts'
import type { TextMeasure } from '../canvas/textMeasure.ts'
import { pictureArea, pictureOf } from './picture.ts'
import { renderPng } from './renderPng.ts'

interface ExportOptions {
  readonly scale: number
  /** CSS colour, or nothing for transparent. */
  readonly background: string | null
  /** Notes say who wrote them. */
  readonly authors: boolean
  readonly words: SceneWords | undefined
}

/** Drawing a picture, as something to show and to cancel. */
export interface ExportWork {
  /** 0 to 1; nothing while it is not under way. */
  readonly progress: number | null
  start(shapes: readonly Shape[], options: ExportOptions): void
  cancel(): void
}

const hasItalics = (shape: Shape): boolean =>
  hasText(shape) && (shape.marks?.some(({ italic }) => italic) ?? false)

/** How much of the work is laying out texts; the rest is painting and packing. */
const LAYOUT_SHARE = 0.3

/** `save` gets the finished file; `onDone` is told when all is over, `onError` when it broke. */
export function useExportPng(
  { measure, load }: TextMeasure,
  images: ImagePictures,
  save: (png: Blob) => Promise<void>,
  onDone: () => void,
  onError: (error: unknown) => void,
): ExportWork {
  const [progress, setProgress] = useState<number | null>(null)
  const abort = useRef<AbortController>(null)

  async function run(shapes: readonly Shape[], options: ExportOptions): Promise<void> {
    const area = pictureArea(shapes)
    if (!area) return
    const controller = new AbortController()
    abort.current = controller
    setProgress(0)
    // A picture never shows a substitute font: wait for those that its texts need.
    await load(shapes.map(textOf).join(''), { italic: shapes.some(hasItalics) })
    const { signal } = controller
    const part = (from: number, to: number) => (share: number) => setProgress(from + share * (to - from))
    const picture = await pictureOf(
      shapes,
      area,
      { measure, images, authors: options.authors, words: options.words },
      { signal, onProgress: part(0, LAYOUT_SHARE) },
    )
    const png =
      picture && (await renderPng(picture, { ...options, signal, onProgress: part(LAYOUT_SHARE, 1) }))
    if (png) await save(png)
  }

  return {
    progress,
    start: (shapes, options) => void run(shapes, options).catch(onError).finally(onDone),
    cancel: () => abort.current?.abort(),
  }
}
