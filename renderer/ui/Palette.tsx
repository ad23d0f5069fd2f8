import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import dialog from './Dialog.module.css'
import { Icon } from './Icon.tsx'
import { joinClasses } from './joinClasses.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Palette.module.css'
import { PaletteList, type PaletteRow, type PaletteSection } from './PaletteList.tsx'

export interface PaletteProps<V extends string> extends PaletteSearchProps<V> {
  readonly open: boolean
  readonly onClose: () => void
  /** Closed, and the focus is back where it was. */
  readonly onClosed: () => void
}

interface PaletteSearchProps<V extends string> {
  /** What it is for; read out. */
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly onQueryChange: (query: string) => void
  /** What fits the query, the best first. Empty sections are left out. */
  readonly sections: ReadonlyArray<PaletteSection<V>>
  readonly onChoose: (value: V) => void
  /** Said when nothing fits. */
  readonly empty: string
  /** What Enter does. */
  readonly hint: string
}

/** Find one of many things by typing: arrow keys move, Enter chooses, Escape leaves. */
export function Palette<V extends string>({ open, onClose, onClosed, ...search }: PaletteProps<V>) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={onClose}
      onOpenChangeComplete={(stillOpen) => {
        if (!stillOpen) onClosed()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={joinClasses(dialog['backdrop'], styles['backdrop'])} />
        <Dialog.Viewport className={styles['viewport']}>
          <Dialog.Popup className={joinClasses(dialog['popup'], styles['popup'])} aria-label={search.label}>
            <PaletteSearch {...search} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteSearch<V extends string>(props: PaletteSearchProps<V>) {
  const { label, placeholder, query, onQueryChange, sections, onChoose, empty, hint } = props
  return (
    <Autocomplete.Root
      open
      inline
      items={sections.filter((section) => section.items.length > 0)}
      filter={null}
      itemToStringValue={(row: PaletteRow<V>) => row.label}
      value={query}
      onValueChange={(next, { reason }) => {
        // A chosen row would put its label into the field on the way out.
        if (reason !== 'item-press') onQueryChange(next)
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles['search']}>
        <Icon icon={Search} size={18} className={styles['quiet']} />
        <Autocomplete.Input
          className={styles['input']}
          dir="auto"
          aria-label={label}
          placeholder={placeholder}
        />
      </div>
      <PaletteList empty={empty} onChoose={onChoose} />
      <footer className={styles['hint']}>
        <Kbd>↵</Kbd> {hint}
      </footer>
    </Autocomplete.Root>
  )
}
