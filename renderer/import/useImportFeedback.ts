import { useRef, useState } from 'react'
import { createFeedbackReader } from '../../shared/journey/importData/feedbackFrom.ts'
import type { FeedbackMapping } from '../../shared/journey/importData/feedbackMapping.ts'
import type { Rows } from '../../shared/journey/importData/table.ts'
import type { Editor } from '../editor/editor.ts'
import { inSlices } from '../editor/inSlices.ts'
import { importFeedback, type ImportedFeedback } from '../editor/journey/feedbackCommands.ts'

/** Taking in thousands of quotes, as something to show and to cancel. */
export interface FeedbackWork {
  /** 0 to 1; nothing before it starts. */
  readonly progress: number | null
  start(rows: Rows, mapping: FeedbackMapping, source: string): void
  /** Nothing has been added then. */
  cancel(): void
}

/** `onDone` hears what came of it; nothing if it was cancelled. */
export function useImportFeedback(
  editor: Editor,
  onDone: (imported: ImportedFeedback | undefined) => void,
): FeedbackWork {
  const [progress, setProgress] = useState<number | null>(null)
  const abort = useRef<AbortController>(null)

  async function run(rows: Rows, mapping: FeedbackMapping, source: string): Promise<void> {
    const controller = new AbortController()
    abort.current = controller
    setProgress(0)
    const reader = createFeedbackReader(rows, mapping, source)
    let index = 0
    const read = await inSlices(reader.rows, (row) => reader.read(row, index++), {
      onProgress: setProgress,
      signal: controller.signal,
    })
    setProgress(null)
    if (!read) return onDone(undefined)
    const drafts = read.filter((draft) => draft !== undefined)
    onDone(importFeedback(editor, drafts, !mapping.roles.includes('id')))
  }

  return {
    progress,
    start: (rows, mapping, source) => void run(rows, mapping, source),
    cancel: () => abort.current?.abort(),
  }
}
