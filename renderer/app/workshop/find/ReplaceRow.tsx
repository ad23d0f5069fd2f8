import { useState, type KeyboardEvent } from 'react'
import type { Editor } from '../../../editor/editor.ts'
import type { Finder } from '../../../editor/find/finder.ts'
import type { Replaced } from '../../../editor/find/replaceMatches.ts'
import { useT } from '../../../i18n/useT.ts'
import { Button } from '../../../ui/Button.tsx'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { showUndo } from '../../../journey/panel/showUndo.ts'
import styles from './FindBar.module.css'

interface ReplaceRowProps {
  readonly editor: Editor
  readonly finder: Finder
}

/** What takes the place of what was found. */
export function ReplaceRow({ editor, finder }: ReplaceRowProps) {
  const { toasts } = useApp()
  const { t } = useT()
  const [text, setText] = useState('')
  const { matches, current, busy } = useStore(finder.state)
  const none = matches.length === 0 || busy

  /** Whatever stayed as it was is said; what was replaced one by one can be seen. */
  function tell({ replaced, locked, tooLong }: Replaced, all: boolean): void {
    const sentences = [
      ...(all ? [t('find.replaced', { count: replaced })] : []),
      ...(locked > 0 ? [t('find.locked', { count: locked })] : []),
      ...(tooLong > 0 ? [t('find.tooLong', { count: tooLong })] : []),
    ]
    if (sentences.length === 0) return
    const message = sentences.join(' · ')
    if (replaced > 0) showUndo(toasts, t, editor.workshop.history, message)
    else toasts.show({ message, id: 'find' })
  }

  async function replace(): Promise<void> {
    if (current < 0) finder.go(1)
    else tell(await finder.replace(text), false)
  }

  const replaceAll = async (): Promise<void> => tell(await finder.replaceAll(text), true)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!none) void replace()
  }

  return (
    <div className={styles['row']}>
      <div className={styles['box']}>
        <input
          className={styles['input']}
          type="text"
          aria-label={t('find.with')}
          placeholder={t('find.with')}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Button disabled={none} onClick={() => void replace()}>
        {t('find.replaceOne')}
      </Button>
      <Button disabled={none} onClick={() => void replaceAll()}>
        {busy ? t('find.working') : t('find.replaceAll')}
      </Button>
    </div>
  )
}
