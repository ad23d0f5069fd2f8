import { useEffect } from 'react'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { addStory } from '../../editor/commands/addStory.ts'
import { fitAll } from '../../editor/commands/lookAt.ts'
import type { Editor } from '../../editor/editor.ts'
import { openPanel } from '../../journey/panel/openPanel.ts'
import { useApp } from '../AppContext.ts'
import { errorSentence, showError } from '../showFailure.ts'
import { loadBeginning } from './loadBeginning.ts'

/** Fills a new workshop with what it was made to begin with. One that holds something already is left as it is. */
export function useBeginning(editor: Editor): void {
  const { context, platform, settings, toasts, translator } = useApp()
  const begin = context.role.kind === 'workshop' ? context.role.begin : undefined
  const name = context.role.kind === 'workshop' ? context.role.name : ''

  useEffect(() => {
    if (!begin || !isEmpty(editor.workshop)) return undefined
    let isOver = false
    async function fill(): Promise<void> {
      if (!begin) return
      if (begin.kind === 'flow') return openPanel(editor, 'flow')
      const template = await loadBeginning(begin, platform.desktop)
      if (isOver || !isEmpty(editor.workshop)) return
      if (!template)
        return void toasts.show({ tone: 'danger', message: errorSentence(translator.t, 'not-found', name) })
      addStory(editor, template, settings.get().language)
      // It is how the workshop begins, not something its user has done.
      editor.workshop.history.forget()
      editor.selection.set(new Set())
      fitAll(editor)
    }
    fill().catch((error: unknown) => showError(toasts, translator.t, error))
    return () => {
      isOver = true
    }
  }, [begin, name, editor, platform, settings, toasts, translator])
}

function isEmpty({ boards, shapes, journeys }: Workshop): boolean {
  return boards.all().every(({ id }) => shapes.count(id) === 0) && journeys.all('journeys').length === 0
}
