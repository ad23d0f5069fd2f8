import { readFile, rename } from 'node:fs/promises'
import { z } from 'zod'
import { errnoCode } from './errnoCode.ts'
import { writeAtomically } from './writeAtomically.ts'

/** Electron's `safeStorage`, as far as it is needed: a key that the system keeps for this user. */
export interface SystemCipher {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
}

/** Either form: a system may have no place for keys, or get one later. */
const envelope = z.union([z.object({ sealed: z.base64() }), z.object({ open: z.string() })])

/** A secret in a file that only this user can read, encrypted where the system can. */
export interface SealedFile<T> {
  /** Nothing if there is no file. One that makes no sense is set aside and counts as not there. */
  read(): Promise<T | undefined>
  write(value: T): Promise<void>
}

/** `onError` is told why a file was set aside. */
export function sealedFile<T>(
  file: string,
  schema: z.ZodType<T>,
  cipher: SystemCipher,
  onError: (error: unknown) => void,
): SealedFile<T> {
  const open = (text: string): T => {
    const kept = envelope.parse(JSON.parse(text))
    const plain = 'open' in kept ? kept.open : cipher.decryptString(Buffer.from(kept.sealed, 'base64'))
    return schema.parse(JSON.parse(plain))
  }
  return {
    async read() {
      try {
        return open(await readFile(file, 'utf8'))
      } catch (error) {
        if (errnoCode(error) === 'not-found') return undefined
        onError(error)
        // What cannot be read now may be readable once the system's keys are back.
        await rename(file, `${file}.unreadable-${Date.now()}`).catch(onError)
        return undefined
      }
    },
    async write(value) {
      const plain = JSON.stringify(value)
      const kept: z.infer<typeof envelope> = cipher.isEncryptionAvailable()
        ? { sealed: cipher.encryptString(plain).toString('base64') }
        : { open: plain }
      await writeAtomically(file, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
    },
  }
}
