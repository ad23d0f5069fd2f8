import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { sha256 } from '../../renderer/platform/sha256.ts'
import { hashOf } from '../support/testAsset.ts'

afterEach(() => vi.unstubAllGlobals())

test.each(['secure', 'plain'])('bytes have the hash that everybody computes, on a %s page', async (page) => {
  if (page === 'plain') vi.stubGlobal('crypto', {})
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await sha256(new Uint8Array(bytes))).toBe(hashOf(bytes))
    }),
  )
})
