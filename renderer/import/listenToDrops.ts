import { MOST_IMPORT_BYTES } from '../../shared/ipc/desktopContract.ts'
import type { Dispose } from '../../shared/util/store.ts'
import type { CsvFile } from './ImportCsvDialog.tsx'

/** What was dropped on the window. */
export type Dropped =
  | { readonly kind: 'table'; readonly file: CsvFile }
  | { readonly kind: 'tooLarge' | 'other'; readonly name: string }

const TABLE = /\.(csv|tsv|txt)$/i

/** Files dropped anywhere on the window. Without this, the page would be asked to go to the file. */
export function listenToDrops(target: Window, onDrop: (dropped: Dropped) => void): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

  target.addEventListener(
    'dragover',
    (event) => {
      if (hasFiles(event)) event.preventDefault()
    },
    options,
  )
  target.addEventListener(
    'drop',
    (event) => {
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      void read(file).then(onDrop)
    },
    options,
  )
  return () => stop.abort()
}

async function read(file: File): Promise<Dropped> {
  if (!TABLE.test(file.name)) return { kind: 'other', name: file.name }
  if (file.size > MOST_IMPORT_BYTES) return { kind: 'tooLarge', name: file.name }
  return { kind: 'table', file: { name: file.name, data: new Uint8Array(await file.arrayBuffer()) } }
}
