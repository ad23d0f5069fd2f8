import { nanoid } from 'nanoid'
import type { Platform as PlatformName } from '../../shared/actions/shortcut.ts'
import {
  MOST_IMAGE_FILE_BYTES,
  MOST_IMPORT_BYTES,
  type ChosenFile,
  type Desktop,
  type Outcome,
} from '../../shared/ipc/desktopContract.ts'

const TYPES = { png: 'image/png', json: 'application/json' } as const

/** Hands the bytes to the browser's downloads. */
export function downloadFile(
  suggestedName: string,
  extension: 'png' | 'json',
  data: Uint8Array<ArrayBuffer>,
): Outcome {
  const name = suggestedName.endsWith(`.${extension}`) ? suggestedName : `${suggestedName}.${extension}`
  const address = URL.createObjectURL(new Blob([data], { type: TYPES[extension] }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
  return { result: 'done', name }
}

/** Asks the user for one file. */
export async function chooseFile(extension: 'csv' | 'json'): Promise<ChosenFile> {
  const [file] = await askForFiles(`.${extension}`, false)
  if (!file) return { result: 'cancelled' }
  if (file.size > MOST_IMPORT_BYTES) return { result: 'failed', code: 'import-too-large', name: file.name }
  return { result: 'done', name: file.name, data: new Uint8Array(await file.arrayBuffer()) }
}

/** Choosing image files, and reading what was chosen. */
export function createFileChoice(): Pick<Desktop, 'chooseImages' | 'readChosen'> {
  let chosen = new Map<string, File>()
  return {
    async chooseImages() {
      const files = await askForFiles(IMAGES, true)
      if (files.length === 0) return { result: 'cancelled' }
      chosen = new Map(files.map((file) => [nanoid(), file]))
      return { result: 'done', files: Array.from(chosen, ([id, { name }]) => ({ id, name })) }
    },
    async readChosen({ id }) {
      const file = chosen.get(id)
      if (!file) return { result: 'failed', code: 'not-found', name: '' }
      const { name, size } = file
      if (size > MOST_IMAGE_FILE_BYTES) return { result: 'failed', code: 'image-too-large', name }
      return { result: 'done', name, data: new Uint8Array(await file.arrayBuffer()) }
    },
  }
}

const IMAGES = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml'

function askForFiles(accept: string, several: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = several
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** Whose keys to show: ⌘ or Ctrl. */
export function guessPlatform({ userAgent }: Pick<Navigator, 'userAgent'>): PlatformName {
  if (/Mac|iPhone|iPad/.test(userAgent)) return 'mac'
  return userAgent.includes('Windows') ? 'windows' : 'linux'
}
