import { beforeEach, expect, test, vi } from 'vitest'
import { createImagePictures, levelFor, nearest } from '../../renderer/canvas/imagePictures.ts'
import { createAssets, type AssetKeeper } from '../../renderer/sync/assets.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { testAsset } from '../support/testAsset.ts'

const SIZE = { w: 4000, h: 2000 }
const BOX = { x: 0, y: 0, w: 100, h: 50 }

let assets: AssetKeeper
let decoded: string[]
let open: number
beforeEach(() => {
  assets = createAssets()
  decoded = []
  open = 0
  const decode = async (_: Blob, { resizeWidth = SIZE.w, resizeHeight = SIZE.h }: ImageBitmapOptions) => {
    decoded.push(`${resizeWidth}×${resizeHeight}`)
    open += 1
    return { width: resizeWidth, height: resizeHeight, close: () => void (open -= 1) }
  }
  vi.stubGlobal('createImageBitmap', decode)
  vi.stubGlobal('Path2D', vi.fn())
  return () => vi.unstubAllGlobals()
})

/** A context that notes how wide the images are that are painted on it; 0 stands for a stand-in. */
function contextAt(scale: number) {
  const painted: number[] = []
  const unused = () => undefined
  const context = {
    getTransform: () => ({ a: scale, b: 0 }),
    drawImage: ({ width }: { width: number }) => painted.push(width),
    fillRect: () => painted.push(0),
    ...Object.fromEntries(
      ['strokeRect', 'setLineDash', 'save', 'restore', 'translate', 'scale', 'stroke'].map((name) => [
        name,
        unused,
      ]),
    ),
  }
  return { painted, context: context as unknown as CanvasRenderingContext2D }
}

async function kept(image = testAsset(100)): Promise<Asset> {
  const asset = { ...image, ...SIZE }
  await assets.add(asset)
  return asset
}

test('an image is decoded half as large as often as it is shown small enough', () => {
  expect([4000, 3300, 3100, 1650, 1550, 100, 10].map((pixels) => levelFor([4000, 2000], pixels))).toEqual([
    0, 0, 0, 1, 1, 5, 5,
  ])
  expect(levelFor([20, 10], 1)).toBe(0)
})

test('the next larger size stands in, else the largest smaller one', () => {
  const levels = new Map([1, 4].map((level) => [level, { level }]))
  expect([0, 1, 2, 3, 4, 5].map((level) => nearest(levels, level)?.level)).toEqual([1, 1, 1, 1, 4, 4])
  expect(nearest(new Map(), 2)).toBeUndefined()
})

test('something stands for an image until it is decoded at the size it is shown at', async () => {
  const { hash } = await kept()
  const images = createImagePictures(assets)
  const ready = new Promise((resolve) => images.onReady(resolve))
  const { context, painted } = contextAt(4)
  images.draw(context, hash, BOX)
  expect(painted).toEqual([0])
  expect(await ready).toBe(hash)
  images.draw(context, hash, BOX)
  expect(painted).toEqual([0, 500])
  expect(decoded).toEqual(['500×250'])
})

test('shown larger, the image is painted from what is there until the larger one is decoded', async () => {
  const { hash } = await kept()
  const images = createImagePictures(assets)
  await images.hold([{ asset: hash, pixels: 100 }])
  const { context, painted } = contextAt(30)
  images.draw(context, hash, BOX)
  await vi.waitFor(() => expect(decoded).toEqual(['125×63', '4000×2000']))
  await vi.waitFor(() => {
    images.draw(context, hash, BOX)
    expect(painted.at(-1)).toBe(4000)
  })
  expect(painted[0]).toBe(125)
})

test('an image that is not there is asked for once, and again when it was added', async () => {
  const image = { ...testAsset(100), ...SIZE }
  const getAsset = vi.fn(async () => null)
  assets.use({ getAsset, lackingAssets: async () => [] })
  const images = createImagePictures(assets)
  const heard: string[] = []
  images.onReady((asset) => heard.push(asset))
  const { context, painted } = contextAt(1)
  images.draw(context, image.hash, BOX)
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  images.draw(context, image.hash, BOX)
  images.draw(context, image.hash, BOX)
  expect(getAsset).toHaveBeenCalledTimes(1)
  await assets.add(image)
  expect(heard).toHaveLength(2)
  images.draw(context, image.hash, BOX)
  await vi.waitFor(() => expect(heard).toHaveLength(3))
  images.draw(context, image.hash, BOX)
  expect(painted).toEqual([0, 0, 0, 0, 125])
})

test('an image that cannot be decoded is missing, and stops nothing', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('broken', 'InvalidStateError')))
  const { hash } = await kept()
  const images = createImagePictures(assets)
  const release = await images.hold([{ asset: hash, pixels: 100 }])
  const { context, painted } = contextAt(1)
  images.draw(context, hash, BOX)
  expect(painted).toEqual([0])
  release()
})

test('what is not shown makes room, what is held or shown stays', async () => {
  const images = createImagePictures(assets)
  const all = await Promise.all(Array.from({ length: 12 }, () => kept(testAsset(100))))
  const release = await images.hold(all.map(({ hash }) => ({ asset: hash, pixels: 4000 })))
  expect(open).toBe(12)
  const { context, painted } = contextAt(40)
  const [first] = all
  if (first) images.draw(context, first.hash, BOX)
  release()
  // 192 MiB hold six images of 32 MB.
  expect(open).toBe(6)
  if (first) images.draw(context, first.hash, BOX)
  expect(painted).toEqual([4000, 4000])
})

test('waiting for images ends in time', async () => {
  vi.useFakeTimers()
  const images = createImagePictures(assets)
  const held = images.hold([{ asset: testAsset(10).hash, pixels: 10 }], 1500)
  await vi.advanceTimersByTimeAsync(1500)
  const release = await held
  release()
  expect(decoded).toEqual([])
  vi.useRealTimers()
})
