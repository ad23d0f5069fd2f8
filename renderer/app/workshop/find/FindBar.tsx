import { CaseSensitive, ChevronDown, ChevronUp, Replace, WholeWord, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { directionOf, language } from '../../../../shared/i18n/languages.ts'
import { createFinder, type FindState } from '../../../editor/find/finder.ts'
import type { Query } from '../../../editor/find/search.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { theCanvas } from '../theCanvas.ts'
import { finderActions, type FindBarMode } from './finderActions.ts'
import styles from './FindBar.module.css'
import { ReplaceRow } from './ReplaceRow.tsx'

/** Finds and replaces text on all boards. */
export function FindBar({ editor }: { readonly editor: Editor }) {
  const { actions, translator } = useApp()
  const [finder] = useState(() =>
    createFinder(editor, () => directionOf(language.parse(translator.language))),
  )
  const [mode, setMode] = useState<FindBarMode>('closed')
  const field = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    const open = (next: FindBarMode) => {
      setMode((now) => (now === 'replace' && next === 'find' ? now : next))
      field.current?.select()
      field.current?.focus()
    }
    return actions.register(finderActions(editor, finder, open))
  }, [actions, editor, finder])
  useEffect(() => () => finder.stop(), [finder])

  if (mode === 'closed') return null
  const close = () => {
    finder.stop()
    setMode('closed')
    theCanvas()?.focus()
  }
  return (
    <OpenBar
      editor={editor}
      finder={finder}
      field={field}
      replacing={mode === 'replace'}
      onReplacing={(on) => setMode(on ? 'replace' : 'find')}
      onClose={close}
    />
  )
}

interface OpenBarProps {
  readonly editor: Editor
  readonly finder: ReturnType<typeof createFinder>
  readonly field: RefObject<HTMLInputElement | null>
  readonly replacing: boolean
  readonly onReplacing: (on: boolean) => void
  readonly onClose: () => void
}

function OpenBar({ editor, finder, field, replacing, onReplacing, onClose }: OpenBarProps) {
  const { t } = useT()
  const state = useStore(finder.state)
  const { query } = state
  const look = (patch: Partial<Query>) => void finder.look({ ...query, ...patch })
  useEffect(() => {
    field.current?.select()
    field.current?.focus()
    void finder.look(finder.state.get().query)
  }, [field, finder])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target === field.current) finder.go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className={styles['bar']} aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <div className={styles['row']}>
        <div className={styles['box']}>
          <input
            ref={field}
            className={styles['input']}
            type="text"
            aria-label={t('find.query')}
            placeholder={t('find.title')}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            value={query.text}
            onChange={({ target }) => look({ text: target.value })}
          />
          <span className={styles['count']} role="status" data-none={isNone(state) || undefined}>
            {countOf(state, t)}
          </span>
        </div>
        <IconButton
          icon={CaseSensitive}
          size="small"
          label={t('find.matchCase')}
          pressed={query.matchCase}
          onClick={() => look({ matchCase: !query.matchCase })}
        />
        <IconButton
          icon={WholeWord}
          size="small"
          label={t('find.wholeWord')}
          pressed={query.wholeWord}
          onClick={() => look({ wholeWord: !query.wholeWord })}
        />
        {!editor.readOnly && (
          <IconButton
            icon={Replace}
            size="small"
            label={t('find.showReplace')}
            pressed={replacing}
            onClick={() => onReplacing(!replacing)}
          />
        )}
        <span className={styles['rule']} />
        <IconButton
          icon={ChevronUp}
          size="small"
          label={t('find.previous')}
          shortcut="⇧⏎"
          disabled={state.matches.length === 0}
          onClick={() => finder.go(-1)}
        />
        <IconButton
          icon={ChevronDown}
          size="small"
          label={t('find.next')}
          shortcut="⏎"
          disabled={state.matches.length === 0}
          onClick={() => finder.go(1)}
        />
        <IconButton icon={X} size="small" label={t('find.close')} shortcut="Esc" onClick={onClose} />
      </div>
      {replacing && !editor.readOnly && <ReplaceRow editor={editor} finder={finder} />}
    </search>
  )
}

const isNone = ({ query, matches }: FindState): boolean => query.text.trim() !== '' && matches.length === 0

function countOf(state: FindState, t: ReturnType<typeof useT>['t']): string {
  const { query, matches, current } = state
  if (query.text.trim() === '') return ''
  if (matches.length === 0) return t('find.none')
  const count = matches.length
  return current < 0 ? t('find.count', { count }) : t('find.place', { place: current + 1, count })
}
