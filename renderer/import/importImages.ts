import type { Desktop } from '../../shared/ipc/desktopContract.ts'
import { MOST_IMAGE_FILE_BYTES } from '../../shared/ipc/desktopContract.ts'
import type { ErrorCode } from '../../shared/ipc/errors.ts'
import type { Assets } from '../../shared/model/asset.ts'
import type { NewImage } from '../editor/commands/addImages.ts'
import { readImage, type ImageRefusal } from './readImage.ts'

/** A file that is read when it is its turn. */
export interface ImageFile {
  readonly name: string
  read(): Promise<Uint8Array<ArrayBuffer> | ImageFailure['why']>
}

/** A file that became no image, and why. */
export interface ImageFailure {
  readonly name: string
  readonly why: ImageRefusal | ErrorCode
}

export interface ImportedImages {
  readonly images: readonly NewImage[]
  readonly failures: readonly ImageFailure[]
}

interface ImportWork {
  /** Told how far it is, 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Reads one file after the other, and keeps what is an image with the workshop. Nothing if it was stopped. */
export async function importImages(
  files: readonly ImageFile[],
  assets: Assets,
  { onProgress, signal }: ImportWork,
): Promise<ImportedImages | undefined> {
  const images: NewImage[] = []
  const failures: ImageFailure[] = []
  for (const [index, file] of files.entries()) {
    onProgress(index / files.length)
    const data = await file.read()
    const read = typeof data === 'string' ? ({ kind: 'refused', why: data } as const) : await readImage(data)
    if (signal.aborted) return undefined
    if (read.kind === 'refused') failures.push({ name: file.name, why: read.why })
    else {
      const { content, size } = read
      images.push({ asset: await assets.add(content), natural: [content.w, content.h], size })
    }
  }
  return signal.aborted ? undefined : { images, failures }
}

/** A file that was dropped or pasted. */
export const imageFileOf = (file: File): ImageFile => ({
  name: file.name,
  read: async () =>
    file.size > MOST_IMAGE_FILE_BYTES ? 'image-too-large' : new Uint8Array(await file.arrayBuffer()),
})

/** Lets the user choose image files; none if they change their mind. */
export async function chooseImageFiles({ chooseImages, readChosen }: Desktop): Promise<readonly ImageFile[]> {
  const chosen = await chooseImages()
  if (chosen.result === 'cancelled') return []
  return chosen.files.map(({ id, name }): ImageFile => ({
    name,
    async read() {
      const file = await readChosen({ id })
      if (file.result === 'done') return new Uint8Array(file.data)
      return file.result === 'failed' ? file.code : 'not-found'
    },
  }))
}
