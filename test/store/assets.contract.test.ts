import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serveScratchWorkshop } from '../../renderer/platform/scratchStore.ts'
import type { Client } from '../../shared/ipc/contract.ts'
import { connect, serve } from '../../shared/ipc/rpc.ts'
import { workshopContract } from '../../shared/ipc/workshopContract.ts'
import { MOST_ASSET_BYTES } from '../../shared/model/asset.ts'
import { coded } from '../../electron/store/coded.ts'
import { createMemoryWorkshop } from '../support/memoryWorkshop.ts'
import { portPair } from '../support/portPair.ts'
import { assetOf, hashOf, testAsset } from '../support/testAsset.ts'
import { testWorkshop } from '../support/testWorkshop.ts'

type Workshop = Client<typeof workshopContract>

/** What every workshop promises of images, be it in a file, in a page or in a test. */
function assetContractTests(name: string, make: () => Workshop): void {
  describe(`images of a workshop ${name}`, () => {
    test('an image comes back as it was, and one that was never put does not', async () => {
      const workshop = make()
      const image = { ...testAsset(1000), mime: 'image/webp' as const, w: 640, h: 480 }
      expect(await workshop.getAsset({ hash: image.hash })).toBeNull()
      expect(await workshop.putAsset(image)).toEqual({ durable: 'file' })
      expect(await workshop.getAsset({ hash: image.hash })).toEqual(image)
      const [here, gone] = [image.hash, hashOf(Uint8Array.of(1))]
      expect(await workshop.getAsset({ hash: gone })).toBeNull()
      expect(await workshop.lackingAssets({ hashes: [here, gone] })).toEqual([gone])
    })

    test('the same image twice is kept once', async () => {
      const workshop = make()
      const image = testAsset(300_000)
      await Promise.all([workshop.putAsset(image), workshop.putAsset(image)])
      expect(await workshop.getAsset({ hash: image.hash })).toEqual(image)
    })

    test('bytes of any size come back the same', async () => {
      const workshop = make()
      const piece = 256 * 1024
      const sizes = fc.oneof(
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom(piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 7),
      )
      await fc.assert(
        fc.asyncProperty(sizes, fc.integer({ min: 1, max: 255 }), async (size, factor) => {
          const image = assetOf(Uint8Array.from({ length: size }, (_, i) => i * factor + (i >> 8)))
          await workshop.putAsset(image)
          const found = await workshop.getAsset({ hash: image.hash })
          expect(found?.bytes.length).toBe(size)
          expect(hashOf(found?.bytes ?? new Uint8Array())).toBe(image.hash)
        }),
        { numRuns: 25 },
      )
    })

    test('the largest image that is allowed comes back whole', async () => {
      const workshop = make()
      const image = assetOf(new Uint8Array(MOST_ASSET_BYTES).fill(7))
      await workshop.putAsset(image)
      const found = await workshop.getAsset({ hash: image.hash })
      expect(hashOf(found?.bytes ?? new Uint8Array())).toBe(image.hash)
    })

    test('what is too large, empty, of another kind or not what its hash says is a bad request', async () => {
      const workshop = make()
      const image = testAsset(100)
      const wrong = [
        assetOf(new Uint8Array(MOST_ASSET_BYTES + 1)),
        assetOf(new Uint8Array(0)),
        { ...image, mime: 'image/svg+xml' as never },
        { ...image, w: 0 },
        { ...image, hash: image.hash.toUpperCase() },
        { ...image, bytes: new Uint8Array(image.bytes).fill(1) },
      ]
      for (const each of wrong)
        await expect(workshop.putAsset(each)).rejects.toMatchObject({ code: 'bad-request' })
      expect(await workshop.getAsset({ hash: image.hash })).toBeNull()
    })
  })
}

function clientOf(calls: Parameters<typeof coded<typeof workshopContract>>[0]): Workshop {
  const [near, far] = portPair()
  serve(workshopContract, coded(calls), far)
  return connect(workshopContract, near).client
}

assetContractTests('in memory', () => clientOf(createMemoryWorkshop().calls))
assetContractTests('in a page', () => {
  const [near, far] = portPair()
  serveScratchWorkshop(far)
  return connect(workshopContract, near).client
})
assetContractTests('in a file', () => clientOf(testWorkshop().open().calls))
