import { useEffect } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { useApp } from '../AppContext.ts'
import { rememberFingers } from './rememberFingers.ts'
import { rememberView } from './rememberView.ts'
import { tellOfPen } from './tellOfPen.ts'

/** How this computer's user works is brought back, and what they change is remembered: the view, fingers, their name. */
export function useHabits(editor: Editor): void {
  const { settings, toasts, translator } = useApp()
  const { t } = useT()
  const { number } = useFormat()
  useEffect(() => editor.words.set({ t, number }), [editor, t, number])
  useEffect(() => rememberView(editor.view), [editor])
  useEffect(() => rememberFingers(editor), [editor])
  useEffect(() => tellOfPen(editor, { toasts, translator }), [editor, toasts, translator])
  useEffect(() => {
    const follow = () => editor.author.set(settings.get().name ?? '')
    follow()
    return settings.subscribe(follow)
  }, [editor, settings])
}
