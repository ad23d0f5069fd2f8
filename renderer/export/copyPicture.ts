import type { Assets } from '../../shared/model/asset.ts'
import { textOf, type Shape } from '../../shared/model/shape.ts'
import type { SceneWords } from '../../shared/scene/sceneWords.ts'
import { svgOf } from '../../shared/scene/svg.ts'
import type { ImagePictures } from '../canvas/imagePictures.ts'
import type { TextMeasure } from '../canvas/textMeasure.ts'
import { pictureArea, pictureOf, type Picture } from './picture.ts'
import { canRender, renderPng } from './renderPng.ts'

export interface PictureSources {
  /** Notes say who wrote them. */
  readonly authors: boolean
  readonly words: SceneWords | undefined
  readonly text: TextMeasure
  readonly assets: Assets
  readonly images: ImagePictures
}

/** Pixels per page unit of a copied picture: sharp on any screen. */
const SCALE = 2

/** Is there a clipboard that takes pictures? There is none on pages that came over plain http. */
export const canCopyPictures = (): boolean => 'clipboard' in navigator && 'ClipboardItem' in globalThis

/** Puts a PNG of `shapes` on the clipboard, transparent where the board is empty. Resolves to whether it did. */
export async function copyAsPng(shapes: readonly Shape[], sources: PictureSources): Promise<boolean> {
  const picture = await pictureFor(shapes, sources)
  if (!picture) return false
  const scale = canRender(picture.area, SCALE) ? SCALE : 1
  if (!canRender(picture.area, scale)) return false
  const png = await renderPng(picture, { scale, background: null })
  if (!png) return false
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
  return true
}

/** Puts `shapes` as SVG on the clipboard: as a picture where that is known, and as markup. */
export async function copyAsSvg(shapes: readonly Shape[], sources: PictureSources): Promise<boolean> {
  const picture = await pictureFor(shapes, sources)
  if (!picture) return false
  const svg = await svgFor(picture, shapes, sources.assets)
  const types = ['text/plain', ...(ClipboardItem.supports?.('image/svg+xml') ? ['image/svg+xml'] : [])]
  const item = Object.fromEntries(types.map((type) => [type, new Blob([svg], { type })]))
  await navigator.clipboard.write([new ClipboardItem(item)])
  return true
}

async function pictureFor(
  shapes: readonly Shape[],
  { text, images, authors, words }: PictureSources,
): Promise<Picture | undefined> {
  const area = pictureArea(shapes)
  if (!area) return undefined
  await text.load(shapes.map(textOf).join(''))
  return pictureOf(shapes, area, { measure: text.measure, images, authors, words }, {})
}

async function svgFor({ area, parts }: Picture, shapes: readonly Shape[], assets: Assets): Promise<string> {
  const urls = new Map<string, string>()
  for (const shape of shapes) {
    if (shape.kind !== 'image' || urls.has(shape.asset)) continue
    const found = await assets.bytesOf(shape.asset)
    if (found) urls.set(shape.asset, await dataUrl(found.bytes, found.mime))
  }
  const ops = parts.flatMap((part) => part.ops)
  return svgOf(ops, { area, background: null, imageUrl: (asset) => urls.get(asset) })
}

function dataUrl(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(new Blob([bytes], { type: mime }))
  })
}
