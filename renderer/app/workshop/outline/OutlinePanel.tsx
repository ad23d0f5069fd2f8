import { X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useMemo, useState } from 'react'
import type { ReadingDirection } from '../../../../shared/model/readingOrder.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useFormat } from '../../../i18n/useFormat.ts'
import { useLanguage } from '../../../i18n/useLanguage.ts'
import { useT } from '../../../i18n/useT.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { makeRoom } from '../panels/makeRoom.ts'
import { createOutline } from './createOutline.ts'
import { shortName, type Describing } from './describeNode.ts'
import { closeOutline, takeFocus } from './outlineActions.ts'
import styles from './Outline.module.css'
import { OutlineTree } from './OutlineTree.tsx'
import { createOutlineWork } from './outlineWork.ts'

/** Width of the panel with the space beside it, CSS pixels. */
const PANEL_WIDTH = 312

interface OutlinePanelProps {
  readonly editor: Editor
  readonly direction: ReadingDirection
}

/** The outline twin: everything on the board, to be read, edited and moved by keyboard and screen reader. */
export function OutlinePanel({ editor, direction }: OutlinePanelProps) {
  const { context, translator } = useApp()
  const { t } = useT()
  const { number } = useFormat()
  const language = useLanguage()
  const hint = useId()
  const [said, say] = useState('')
  const describing = useMemo<Describing>(
    () => ({
      shapes: editor.workshop.shapes,
      journeys: editor.workshop.journeys,
      words: { t, number },
      t,
      language,
    }),
    [editor, t, number, language],
  )
  const [outline] = useState(() => createOutline(editor, { direction, inUse: isInUse }))
  const work = useMemo(() => {
    const covered = direction === 'rtl' ? { left: PANEL_WIDTH, right: 0 } : { left: 0, right: PANEL_WIDTH }
    const nameOf = (id: Parameters<typeof shortName>[0]) => shortName(id, describing)
    return createOutlineWork(editor, outline, { direction, t: translator.t, covered, say, nameOf })
  }, [editor, outline, direction, translator, describing])
  useEffect(() => outline.start(), [outline])
  useEffect(() => makeRoom(PANEL_WIDTH), [])
  useLayoutEffect(() => takeFocus(editor), [editor])
  const { rows } = useStore(outline.view)
  const connecting = useStore(work.connecting)
  const [mod, alt] = context.platform === 'mac' ? ['Command', 'Option'] : ['Ctrl', 'Alt']

  return (
    <section className={styles['panel']} aria-label={t('outline.title')} data-outline>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t('outline.title')}</h2>
        <span className={styles['count']} aria-hidden>
          {number(editor.workshop.shapes.count(editor.board.get()))}
        </span>
        <IconButton icon={X} size="small" label={t('outline.close')} onClick={() => closeOutline(editor)} />
      </header>
      {connecting !== null && (
        <p className={styles['notice']} role="status">
          {t('outline.connecting', { what: shortName(connecting, describing) })}
        </p>
      )}
      {rows.length > 0 ? (
        <OutlineTree {...{ editor, outline, work, direction, describing, hint }} />
      ) : (
        <div className={styles['empty']}>
          <p>{t('outline.empty')}</p>
          {!editor.readOnly && (
            <Button onClick={work.newNote} data-first-stop="">
              {t('outline.firstNote')}
            </Button>
          )}
        </div>
      )}
      <VisuallyHidden id={hint}>{t('outline.hint', { mod, alt })}</VisuallyHidden>
      <VisuallyHidden live="polite">{said}</VisuallyHidden>
    </section>
  )
}

const isInUse = (): boolean => document.activeElement?.closest('[data-outline]') != null
