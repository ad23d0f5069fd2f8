import type { ReadingDirection } from '../../../../shared/model/readingOrder.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { useStore } from '../../useStore.ts'
import { openOutline } from './outlineActions.ts'
import { OutlinePanel } from './OutlinePanel.tsx'
import styles from './Outline.module.css'

interface OutlineProps {
  readonly editor: Editor
  readonly direction: ReadingDirection
}

/** The board as a list for those who do not see it, or work by keyboard; and the way to it, which Tab finds. */
export function Outline({ editor, direction }: OutlineProps) {
  const { t } = useT()
  const { outline } = useStore(editor.view)
  return (
    <>
      <nav aria-label={t('outline.title')}>
        <button type="button" className={styles['skip']} onClick={() => openOutline(editor)}>
          {outline ? t('outline.goTo') : t('outline.open')}
        </button>
      </nav>
      {outline && <OutlinePanel key={direction} editor={editor} direction={direction} />}
    </>
  )
}
