import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { useT } from '../../i18n/useT.ts'
import dialog from '../../ui/Dialog.module.css'
import { Icon } from '../../ui/Icon.tsx'
import { joinClasses } from '../../ui/joinClasses.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { useApp } from '../AppContext.ts'
import styles from './CommandPalette.module.css'
import { findActions } from './findActions.ts'
import { PaletteList, type PaletteGroup } from './PaletteList.tsx'
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
  const [recent, setRecent] = useState<readonly ActionId[]>([])
  const chosen = useRef<ActionId | null>(null)

  function choose(id: ActionId): void {
    chosen.current = id
    onClose()
  }

  // Only once the focus is back where it was: pasting, for one, happens where the focus is.
  function finish(stillOpen: boolean): void {
    const id = chosen.current
    if (stillOpen || !id) return
    chosen.current = null
    setRecent((before) => [id, ...before.filter((other) => other !== id)].slice(0, MOST_RECENT))
    actions.run(id)
  }

  return (
    <Dialog.Root open={open} onOpenChange={onClose} onOpenChangeComplete={finish}>
      <Dialog.Portal>
        <Dialog.Backdrop className={joinClasses(dialog['backdrop'], styles['backdrop'])} />
        <Dialog.Viewport className={styles['viewport']}>
          <Dialog.Popup
            className={joinClasses(dialog['popup'], styles['popup'])}
            aria-label={t('palette.title')}
          >
            <PaletteSearch open={open} recent={recent} onChoose={choose} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface PaletteSearchProps {
  readonly open: boolean
  readonly recent: readonly ActionId[]
  readonly onChoose: (id: ActionId) => void
}

function PaletteSearch({ open, recent, onChoose }: PaletteSearchProps) {
  const { t } = useT()
  const [query, setQuery] = useState('')
  const items = usePaletteItems(open)
  const found = useMemo(() => findActions(items, query), [items, query])
  const groups: readonly PaletteGroup[] = query.trim()
    ? [{ title: null, items: found }]
    : groupByRecent(found, recent, { recent: t('palette.recent'), all: t('palette.all') })

  return (
    <Autocomplete.Root
      open
      inline
      items={groups.filter((group) => group.items.length > 0)}
      filter={null}
      itemToStringValue={(item: PaletteItem) => item.label}
      value={query}
      onValueChange={(next, { reason }) => {
        if (reason !== 'item-press') setQuery(next)
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles['search']}>
        <Icon icon={Search} size={18} className={styles['quiet']} />
        <Autocomplete.Input
          className={styles['input']}
          dir="auto"
          aria-label={t('palette.title')}
          placeholder={t('palette.placeholder')}
        />
      </div>
      <PaletteList query={query} onChoose={onChoose} />
      <footer className={styles['hint']}>
        <Kbd>↵</Kbd> {t('palette.hint')}
      </footer>
    </Autocomplete.Root>
  )
}

function groupByRecent(
  items: readonly PaletteItem[],
  recent: readonly ActionId[],
  titles: { readonly recent: string; readonly all: string },
): readonly PaletteGroup[] {
  const used = recent.flatMap((id) => items.find((item) => item.id === id) ?? [])
  return [
    { title: titles.recent, items: used },
    { title: used.length > 0 ? titles.all : null, items: items.filter((item) => !used.includes(item)) },
  ]
}
