import { useMemo, useRef, useState } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { useT } from '../../i18n/useT.ts'
import { Palette } from '../../ui/Palette.tsx'
import { useApp } from '../AppContext.ts'
import { findActions } from './findActions.ts'
import { usePaletteItems, type PaletteItem } from './usePaletteItems.ts'

const MOST_RECENT = 5

export interface CommandPaletteProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Find any action by a few letters of its name, in the interface's language or in English, and do it. */
export function CommandPalette({ open, onClose }: CommandPaletteProps) {
  const { actions } = useApp()
  const { t } = useT()
  const [query, setQuery] = useState('')
  const [recent, setRecent] = useState<readonly ActionId[]>([])
  const chosen = useRef<ActionId | null>(null)
  const items = usePaletteItems(open)
  const found = useMemo(() => findActions(items, query), [items, query])

  function choose(id: ActionId): void {
    chosen.current = id
    onClose()
  }

  // Only once the focus is back where it was: pasting, for one, happens where the focus is.
  function finish(): void {
    const id = chosen.current
    chosen.current = null
    setQuery('')
    if (!id) return
    setRecent((before) => [id, ...before.filter((other) => other !== id)].slice(0, MOST_RECENT))
    actions.run(id)
  }

  return (
    <Palette
      open={open}
      onClose={onClose}
      onClosed={finish}
      label={t('palette.title')}
      placeholder={t('palette.placeholder')}
      query={query}
      onQueryChange={setQuery}
      sections={
        query.trim()
          ? [{ title: null, items: found }]
          : recentFirst(found, recent, { recent: t('palette.recent'), all: t('palette.all') })
      }
      onChoose={choose}
      empty={t('palette.empty', { query })}
      hint={t('palette.hint')}
    />
  )
}

function recentFirst(
  items: readonly PaletteItem[],
  recent: readonly ActionId[],
  titles: { readonly recent: string; readonly all: string },
) {
  const used = recent.flatMap((id) => items.find((item) => item.value === id) ?? [])
  return [
    { title: titles.recent, items: used },
    { title: used.length > 0 ? titles.all : null, items: items.filter((item) => !used.includes(item)) },
  ]
}
