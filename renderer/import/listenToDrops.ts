import { MOST_IMPORT_BYTES } from '../../shared/ipc/desktopContract.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { FORMAT_BYTES, imageFormat, type ImageFormat } from './imageFormat.ts'
import type { CsvFile } from './ImportCsvDialog.tsx'

/** What was dropped on the window. */
export type Dropped =
  | { readonly kind: 'table'; readonly file: CsvFile }
  /** Files of which at least one is an image, and where, in CSS pixels of the window. */
  | { readonly kind: 'images'; readonly files: readonly File[]; readonly at: Vec }
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
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      void read(files, [event.clientX, event.clientY]).then((dropped) => dropped && onDrop(dropped))
    },
    options,
  )
  return () => stop.abort()
}

async function read(files: readonly File[], at: Vec): Promise<Dropped | undefined> {
  const formats = await Promise.all(files.map(formatOf))
  if (formats.some((format) => format !== undefined)) return { kind: 'images', files, at }
  const [file] = files
  return file && readTable(file)
}

/** Nothing for what is no image, and for folders and files that cannot be read. */
async function formatOf(file: File): Promise<ImageFormat | undefined> {
  try {
    return imageFormat(new Uint8Array(await file.slice(0, FORMAT_BYTES).arrayBuffer()))
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

async function readTable(file: File): Promise<Dropped> {
  if (!TABLE.test(file.name)) return { kind: 'other', name: file.name }
  if (file.size > MOST_IMPORT_BYTES) return { kind: 'tooLarge', name: file.name }
  return { kind: 'table', file: { name: file.name, data: new Uint8Array(await file.arrayBuffer()) } }
}
