import type { Platform as PlatformName } from '../../shared/actions/shortcut.ts'
import { MOST_IMPORT_BYTES, type ChosenFile, type Outcome } from '../../shared/ipc/desktopContract.ts'

/** Hands the bytes to the browser's downloads. */
export function downloadFile(
  suggestedName: string,
  extension: 'png',
  data: Uint8Array<ArrayBuffer>,
): Outcome {
  const name = suggestedName.endsWith(`.${extension}`) ? suggestedName : `${suggestedName}.${extension}`
  const address = URL.createObjectURL(new Blob([data], { type: `image/${extension}` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
  return { result: 'done', name }
}

/** Asks the user for one file. */
export async function chooseFile(extension: 'csv'): Promise<ChosenFile> {
  const file = await askForFile(`.${extension}`)
  if (!file) return { result: 'cancelled' }
  if (file.size > MOST_IMPORT_BYTES) return { result: 'failed', code: 'import-too-large', name: file.name }
  return { result: 'done', name: file.name, data: new Uint8Array(await file.arrayBuffer()) }
}

function askForFile(accept: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** Whose keys to show: ⌘ or Ctrl. */
export function guessPlatform({ userAgent }: Pick<Navigator, 'userAgent'>): PlatformName {
  if (/Mac|iPhone|iPad/.test(userAgent)) return 'mac'
  return userAgent.includes('Windows') ? 'windows' : 'linux'
}
