import type { Box } from '../../shared/geometry/box.ts'
import type { AssetHash, Assets } from '../../shared/model/asset.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { paintMissingImage, paintWaitingImage } from './imagePlaceholder.ts'

/** The images of a workshop, decoded as large as they are shown. */
export interface ImagePictures {
  /** Paints an image into `box` (in the context's units), or what stands for it; what lacks is asked for. */
  draw(context: CanvasRenderingContext2D, asset: AssetHash, box: Box): void
  /** Hears of each image that can be painted, or painted better, from now on. */
  onReady(listener: (asset: AssetHash) => void): Dispose
  /**
   * Resolves once all of these can be painted, or after `withinMs`, and keeps them until that is released: exports show
   * no stand-in for an image that is there.
   */
  hold(wanted: Iterable<WantedImage>, withinMs?: number): Promise<Dispose>
}

/** An image, and the longest side at which it will be painted, in pixels. */
export interface WantedImage {
  readonly asset: AssetHash
  readonly pixels: number
}

/** Bytes of decoded images kept; more only while they are on the screen. */
const MOST_DECODED_BYTES = 192 * 2 ** 20
/** Bytes of image files kept, so that zooming asks the store once. */
const MOST_FILE_BYTES = 64 * 2 ** 20
/** Images decoded at a time, off the main thread. */
const MOST_AT_ONCE = 2
/** All that is on the screen is painted within so many ms. */
const FRAME_MS = 100
/** The smallest decoded size, longest side in pixels. */
const SMALLEST = 64
/** The smallest size of this many images stays: coming back, one sees at once what was there. */
const MOST_SMALLEST = 2000
/** Painting an image up to so much larger than it was decoded does not show. */
const STRETCH = 1.25

/** One size of an image: halved `level` times. */
interface Level {
  readonly level: number
  readonly bitmap: ImageBitmap
  used: number
}

interface Entry {
  readonly asset: AssetHash
  /** Nothing before it was read. */
  file?: { readonly blob: Blob; used: number } | undefined
  size?: readonly [w: number, h: number]
  missing: boolean
  levels: Map<number, Level>
  /** When it, or what stands for it, was last painted, ms. */
  seen: number
  /** The longest side in pixels that was last asked for. */
  wanted: number
  held: number
}

export function createImagePictures(assets: Assets): ImagePictures {
  const entries = new Map<AssetHash, Entry>()
  const queue = new Set<Entry>()
  const listeners = new Set<(asset: AssetHash) => void>()
  const loading = new Map<string, Promise<void>>()
  let running = 0
  /** When any image was last painted, ms. */
  let lastPainted = 0

  assets.onAdded((asset) => {
    const entry = entries.get(asset)
    if (!entry?.missing) return
    entry.missing = false
    tell(entry)
  })

  function entryOf(asset: AssetHash): Entry {
    const known = entries.get(asset)
    if (known) return known
    const entry: Entry = { asset, missing: false, levels: new Map(), seen: 0, wanted: 0, held: 0 }
    entries.set(asset, entry)
    return entry
  }

  const tell = ({ asset }: Entry): void => listeners.forEach((listener) => listener(asset))

  /** Was painted when images were last painted: nothing moved since. */
  const isShown = (painted: number): boolean => painted > lastPainted - FRAME_MS

  /** The queue is served from its end: what was asked for last is most likely still on the screen. */
  function serveQueue(): void {
    while (running < MOST_AT_ONCE) {
      const entry = [...queue].at(-1)
      if (!entry) return
      queue.delete(entry)
      if (!isShown(entry.seen)) continue
      running += 1
      void load(entry, entry.wanted).finally(() => {
        running -= 1
        tell(entry)
        serveQueue()
      })
    }
  }

  /** Decodes an image for a longest side of so many pixels, unless that is there. Never rejects. */
  async function load(entry: Entry, pixels: number): Promise<void> {
    const blob = await fileOf(entry)
    if (!blob || !entry.size) return
    const level = levelFor(entry.size, pixels)
    if (entry.levels.has(level)) return
    const key = `${entry.asset} ${level}`
    const work = loading.get(key) ?? decode(entry, blob, level).finally(() => loading.delete(key))
    loading.set(key, work)
    await work
  }

  async function fileOf(entry: Entry): Promise<Blob | undefined> {
    if (entry.file || entry.missing) return entry.file?.blob
    const found = await assets.bytesOf(entry.asset)
    entry.missing = !found
    if (!found) return undefined
    const blob = new Blob([found.bytes], { type: found.mime })
    entry.size = [found.w, found.h]
    entry.file = { blob, used: performance.now() }
    return blob
  }

  async function decode(entry: Entry, blob: Blob, level: number): Promise<void> {
    try {
      const bitmap = await createImageBitmap(blob, level === 0 ? {} : resized(entry.size ?? [1, 1], level))
      entry.levels.set(level, { level, bitmap, used: entry.seen })
      if (entry.file) entry.file.used = performance.now()
      makeRoom()
    } catch (error) {
      // Bytes as they were put, but no image.
      console.warn('an image cannot be decoded:', error instanceof Error ? error.name : error)
      entry.missing = true
    }
  }

  function makeRoom(): void {
    const levels = [...entries.values()].flatMap((entry) =>
      [...entry.levels.values()].map((level) => ({ entry, level })),
    )
    const keepSmallest = levels.length <= MOST_SMALLEST
    const free = levels
      .filter(({ entry, level }) => entry.held === 0 && !isShown(level.used))
      .filter(
        ({ level: { bitmap } }) => !(keepSmallest && Math.max(bitmap.width, bitmap.height) < 2 * SMALLEST),
      )
      .sort((a, b) => a.level.used - b.level.used)
    let bytes = levels.reduce((sum, { level }) => sum + bytesOf(level), 0)
    for (const { entry, level } of free) {
      if (bytes <= MOST_DECODED_BYTES) break
      bytes -= bytesOf(level)
      entry.levels.delete(level.level)
      level.bitmap.close()
    }
    forgetFiles()
  }

  function forgetFiles(): void {
    const withFile = [...entries.values()].filter(({ file }) => file !== undefined)
    withFile.sort((a, b) => (a.file?.used ?? 0) - (b.file?.used ?? 0))
    let bytes = withFile.reduce((sum, { file }) => sum + (file?.blob.size ?? 0), 0)
    for (const entry of withFile) {
      if (bytes <= MOST_FILE_BYTES) break
      bytes -= entry.file?.blob.size ?? 0
      entry.file = undefined
    }
  }

  return {
    draw(context, asset, box) {
      const entry = entryOf(asset)
      const pixels = Math.max(box.w, box.h) * scaleOf(context)
      const level = entry.size && levelFor(entry.size, pixels)
      const best = level === undefined ? undefined : nearest(entry.levels, level)
      entry.seen = lastPainted = performance.now()
      if (best) {
        best.used = entry.seen
        context.drawImage(best.bitmap, box.x, box.y, box.w, box.h)
      } else if (entry.missing) paintMissingImage(context, box)
      else paintWaitingImage(context, box)
      if (best?.level === level && best) return
      if (entry.missing) return
      entry.wanted = pixels
      queue.delete(entry) // to its end
      queue.add(entry)
      serveQueue()
    },
    onReady(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async hold(wanted, withinMs = Infinity) {
      const held = [...wanted].map(({ asset, pixels }) => ({ entry: entryOf(asset), pixels }))
      for (const { entry } of held) entry.held += 1
      const late = new AbortController()
      async function loadAll(): Promise<void> {
        for (let from = 0; from < held.length && !late.signal.aborted; from += MOST_AT_ONCE)
          await Promise.all(
            held.slice(from, from + MOST_AT_ONCE).map(({ entry, pixels }) => load(entry, pixels)),
          )
      }
      await (withinMs === Infinity ? loadAll() : Promise.race([loadAll(), after(withinMs)]))
      late.abort()
      return () => {
        for (const { entry } of held) entry.held -= 1
        makeRoom()
      }
    },
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Pixels per unit of the context. */
function scaleOf(context: CanvasRenderingContext2D): number {
  const { a, b } = context.getTransform()
  return Math.hypot(a, b)
}

/** How often an image of this size is halved to be shown at so many pixels (longest side). */
export function levelFor([w, h]: readonly [number, number], pixels: number): number {
  const longest = Math.max(w, h)
  const least = Math.max(SMALLEST, pixels / STRETCH)
  return Math.max(0, Math.floor(Math.log2(longest / least)))
}

/** The level itself, else the next larger, else the largest of the smaller ones. */
export function nearest<L extends { readonly level: number }>(
  levels: ReadonlyMap<number, L>,
  level: number,
): L | undefined {
  for (let larger = level; larger >= 0; larger--) if (levels.has(larger)) return levels.get(larger)
  const smaller = [...levels.keys()].sort((a, b) => a - b)[0]
  return smaller === undefined ? undefined : levels.get(smaller)
}

function resized([w, h]: readonly [number, number], level: number): ImageBitmapOptions {
  const side = (pixels: number) => Math.max(1, Math.round(pixels / 2 ** level))
  return { resizeWidth: side(w), resizeHeight: side(h), resizeQuality: 'high' }
}

const bytesOf = ({ bitmap }: Level): number => bitmap.width * bitmap.height * 4
