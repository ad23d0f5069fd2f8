import { useRef, useState } from 'react'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Assets } from '../../shared/model/asset.ts'
import { addImages } from '../editor/commands/addImages.ts'
import type { Editor } from '../editor/editor.ts'
import { importImages, type ImageFailure, type ImageFile } from './importImages.ts'

/** Putting image files on the board, as something to show and to cancel. */
export interface ImportImages {
  /** 0 to 1; nothing while it is not under way, or not worth showing. */
  readonly progress: number | null
  /** @param place page point around which they belong */
  start(files: readonly ImageFile[], place: Vec): void
  /** Nothing has been added then. */
  cancel(): void
}

/** What is done in less time is not talked about, ms. */
const QUIET_MS = 400

interface Ends {
  /** Hears of files that became no image; none if all did. */
  readonly onFailures: (failures: readonly ImageFailure[]) => void
  readonly onError: (error: unknown) => void
}

export function useImportImages(editor: Editor, assets: Assets, { onFailures, onError }: Ends): ImportImages {
  const [progress, setProgress] = useState<number | null>(null)
  const abort = useRef<AbortController>(null)

  async function run(files: readonly ImageFile[], place: Vec): Promise<void> {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    const loudFrom = performance.now() + QUIET_MS
    const onProgress = (share: number) => performance.now() > loudFrom && setProgress(share)
    const loud = setTimeout(() => setProgress((share) => share ?? 0), QUIET_MS)
    try {
      const imported = await importImages(files, assets, { onProgress, signal: controller.signal })
      if (!imported) return
      addImages(editor, imported.images, place)
      onFailures(imported.failures)
    } finally {
      clearTimeout(loud)
      if (abort.current === controller) setProgress(null)
    }
  }

  return {
    progress,
    start: (files, place) => void run(files, place).catch(onError),
    cancel: () => abort.current?.abort(),
  }
}
