import { randomBytes } from 'node:crypto'
import { open, realpath, rename, unlink } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a whole file so that, whatever happens meanwhile, either the old or the new one is there. On success
 * it is on the disk. `mode` says who may read it, less what the user's umask takes away. Throws what the file system throws; no temporary file stays behind.
 */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  { mode = 0o666 }: { readonly mode?: number } = {},
): Promise<void> {
  const target = await realpath(file).catch(() => file) // a link keeps pointing where it did
  const folder = path.dirname(target)
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    await writeThrough(temporary, content, mode)
    await rename(temporary, target)
  } catch (error) {
    await unlink(temporary).catch(() => undefined) // it may never have been made
    throw error
  }
  await syncFolder(folder)
}

async function writeThrough(file: string, content: string | Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the new name durable. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
