import type { Store } from '../../../shared/util/store.ts'
import type { AppServices } from '../AppContext.ts'
import type { ActionRegistration } from '../actions/createActions.ts'
import { selectedAsSeen } from '../../editor/carried.ts'
import type { Editor } from '../../editor/editor.ts'
import { canCopyPictures, copyAsPng, copyAsSvg, type PictureSources } from '../../export/copyPicture.ts'

type Services = Pick<AppServices, 'platform' | 'toasts' | 'translator'>

/**
 * Copying as a picture, for other programs: what is selected, else all of the board. `plain` tells the next paste to
 * take text alone.
 */
export function clipboardActions(
  { platform: { desktop, can }, toasts, translator: { t } }: Services,
  editor: Editor,
  sources: Omit<PictureSources, 'authors' | 'words'>,
  plain: Store<boolean>,
): readonly ActionRegistration[] {
  const shapes = () => {
    const selected = selectedAsSeen(editor)
    return selected.length > 0 ? selected : editor.workshop.shapes.shown(editor.board.get())
  }
  const copy = (how: typeof copyAsPng) => async () => {
    try {
      const copied = await how(shapes(), {
        ...sources,
        authors: editor.view.get().authors,
        words: editor.words.get(),
      })
      toasts.show(copied ? { message: t('copy.done') } : { tone: 'danger', message: t('copy.tooLarge') })
    } catch (error) {
      console.warn('nothing was copied:', error)
      toasts.show({ tone: 'danger', message: t('copy.refused') })
    }
  }
  const enabled = () => canCopyPictures() && editor.workshop.shapes.count(editor.board.get()) > 0
  return [
    { id: 'edit.copyPng', enabled, run: copy(copyAsPng) },
    { id: 'edit.copySvg', enabled, run: copy(copyAsSvg) },
    {
      id: 'edit.pasteText',
      enabled: () => !editor.readOnly && can('editClipboard'),
      run() {
        plain.set(true)
        return desktop.editClipboard({ command: 'paste' })
      },
    },
  ]
}
