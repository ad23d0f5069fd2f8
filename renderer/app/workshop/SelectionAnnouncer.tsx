import { useEffect, useState } from 'react'
import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { describeSelection } from './describeSelection.ts'

interface SelectionAnnouncerProps {
  readonly editor: Editor
  readonly direction: ReadingDirection
}

/** Several changes closer together than this are said once, in ms. */
const PAUSE_MS = 150

/** Says what has become selected by key. With the pointer, one sees it; and it must cost nothing then. */
export function SelectionAnnouncer({ editor, direction }: SelectionAnnouncerProps) {
  const { t } = useT()
  const [words, setWords] = useState('')
  useEffect(() => {
    const stop = new AbortController()
    const options = { signal: stop.signal, capture: true }
    let byKey = false
    let timer: ReturnType<typeof setTimeout> | undefined
    window.addEventListener('keydown', () => (byKey = true), options)
    window.addEventListener('pointerdown', () => (byKey = false), options)
    const stopSelection = editor.selection.subscribe(() => {
      clearTimeout(timer)
      // The outline says by itself which of its rows has the focus.
      if (document.activeElement?.closest('[data-outline]')) return
      if (byKey) timer = setTimeout(() => setWords(describeSelection(editor, t, direction)), PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop.abort()
      stopSelection()
    }
  }, [editor, t, direction])
  return <VisuallyHidden live="polite">{words}</VisuallyHidden>
}
