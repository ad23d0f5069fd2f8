import { z } from 'zod'
import { identityOf, newSecretKey } from '../../shared/session/identity.ts'
import type { SealedFile } from './sealedFile.ts'

const isSecretKey = (text: string): boolean => {
  try {
    return identityOf(text).key !== ''
  } catch {
    return false
  }
}

/** What is kept of this installation's person. */
export const keptIdentity = z.object({ secretKey: z.string().refine(isSecretKey) })
export type KeptIdentity = z.infer<typeof keptIdentity>

/** The secret key of this installation's person: read once, and made when there is none. One that cannot be kept is an error. */
export function ownIdentity(file: SealedFile<KeptIdentity>): () => Promise<KeptIdentity> {
  let known: Promise<KeptIdentity> | undefined

  async function readOrMake(): Promise<KeptIdentity> {
    const kept = await file.read()
    if (kept) return kept
    const made = { secretKey: newSecretKey() }
    await file.write(made)
    return made
  }

  return () => {
    known ??= readOrMake().catch((error: unknown) => {
      known = undefined // the disk may have room the next time
      throw error
    })
    return known
  }
}
