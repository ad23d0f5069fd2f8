import type { Vec } from '../../shared/geometry/vec.ts'
import { useRef, useState } from 'react'
import { addNotes, type NewNote } from '../editor/commands/addNotes.ts'
import { fitSelection, middleOfView } from '../editor/commands/lookAt.ts'
import type { Editor } from '../editor/editor.ts'

/** Making many notes, as something to show and to cancel. */
export interface ImportWork {
  /** 0 to 1; nothing before it starts. */
  readonly progress: number | null
  start(notes: readonly NewNote[], where?: Where): void
  /** Nothing has been added then. */
  cancel(): void
}

interface Where {
  /** Page point around which they belong; else the middle of the view. */
  readonly place?: Vec
  readonly columns?: number
}

/** `onDone` gets the number of notes made: 0 if it was cancelled. */
export function useImportNotes(editor: Editor, onDone: (count: number) => void): ImportWork {
  const [progress, setProgress] = useState<number | null>(null)
  const abort = useRef<AbortController>(null)

  async function run(notes: readonly NewNote[], { place, ...grid }: Where): Promise<void> {
    const controller = new AbortController()
    abort.current = controller
    setProgress(0)
    const count = await addNotes(editor, notes, place ?? middleOfView(editor), {
      ...grid,
      onProgress: setProgress,
      signal: controller.signal,
    })
    if (count > 0) fitSelection(editor, 1)
    setProgress(null)
    onDone(count)
  }

  return {
    progress,
    start: (notes, where = {}) => void run(notes, where),
    cancel: () => abort.current?.abort(),
  }
}
