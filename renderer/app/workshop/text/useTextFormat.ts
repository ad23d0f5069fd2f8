import { useCallback, useSyncExternalStore } from 'react'
import type { TextFormat } from '../../../editor/commands/formatText.ts'
import type { Editor } from '../../../editor/editor.ts'
import { followFormat, formatNow } from '../textActions.ts'

/** How the text looks that a person means now: what is selected in the field, else on the board. Nothing for none. */
export function useTextFormat(editor: Editor): TextFormat | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        followFormat(editor, listener),
        editor.selection.subscribe(listener),
        editor.workshop.shapes.subscribe(listener),
      ]
      return () => stops.forEach((stop) => stop())
    },
    [editor],
  )
  // As text, so that an equal format is the same one.
  const format = useSyncExternalStore(subscribe, () => JSON.stringify(formatNow(editor) ?? null))
  return (JSON.parse(format) as TextFormat | null) ?? undefined
}
