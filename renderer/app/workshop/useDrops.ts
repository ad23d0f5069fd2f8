import type { TFunction } from 'i18next'
import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Editor } from '../../editor/editor.ts'
import { imageFileOf, type ImageFile } from '../../import/importImages.ts'
import type { CsvFile } from '../../import/ImportCsvDialog.tsx'
import { listenToDrops, type Dropped } from '../../import/listenToDrops.ts'
import { useApp } from '../AppContext.ts'
import { errorSentence } from '../showFailure.ts'
import { pagePointAt } from './images/useImages.ts'

interface DropTargets {
  readonly importCsv: (file: CsvFile) => void
  /** `place` is the page point on which they were dropped. */
  readonly addImages: (files: readonly ImageFile[], place: Vec) => void
}

/** Files dropped on the window go where they belong; what is of no use is told. */
export function useDrops(editor: Editor, area: RefObject<HTMLElement | null>, targets: DropTargets): void {
  const { toasts, translator } = useApp()
  const onDrop = useEffectEvent((dropped: Dropped) => {
    if (editor.readOnly) return
    if (dropped.kind === 'table') targets.importCsv(dropped.file)
    else if (dropped.kind === 'images')
      targets.addImages(dropped.files.map(imageFileOf), pagePointAt(editor, area.current, dropped.at))
    else toasts.show({ tone: 'danger', message: sentenceFor(dropped, translator.t) })
  })
  useEffect(() => listenToDrops(window, onDrop), [])
}

function sentenceFor({ kind, name }: Exclude<Dropped, { kind: 'table' | 'images' }>, t: TFunction): string {
  return kind === 'tooLarge' ? errorSentence(t, 'import-too-large', name) : t('import.notTable', { name })
}
