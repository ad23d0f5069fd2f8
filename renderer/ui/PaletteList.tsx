import { Autocomplete } from '@base-ui/react/autocomplete'
import { Check, type LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './Palette.module.css'

/** One thing that can be chosen. */
export interface PaletteRow<V extends string> {
  readonly value: V
  readonly label: string
  readonly icon?: LucideIcon | undefined
  readonly directional?: boolean | undefined
  readonly checked?: boolean | undefined
  /** As formatted by formatShortcut. */
  readonly shortcut?: string | undefined
}

export interface PaletteSection<V extends string> {
  readonly title: string | null
  readonly items: ReadonlyArray<PaletteRow<V>>
}

interface PaletteListProps<V extends string> {
  readonly empty: string
  readonly onChoose: (value: V) => void
}

/** What was found, below the search field of a Palette. */
export function PaletteList<V extends string>({ empty, onChoose }: PaletteListProps<V>) {
  return (
    <div className={styles['results']}>
      <Autocomplete.Empty>
        <p className={styles['empty']}>{empty}</p>
      </Autocomplete.Empty>
      <Autocomplete.List className={styles['list']}>
        {(section: PaletteSection<V>) => (
          <Autocomplete.Group key={section.title ?? ''} items={section.items}>
            {section.title && (
              <Autocomplete.GroupLabel className={styles['title']}>{section.title}</Autocomplete.GroupLabel>
            )}
            <Autocomplete.Collection>
              {(row: PaletteRow<V>) => (
                <Autocomplete.Item
                  key={row.value}
                  value={row}
                  className={styles['row']}
                  onClick={() => onChoose(row.value)}
                >
                  <span className={styles['quiet']}>
                    {row.icon && <Icon icon={row.icon} directional={row.directional} />}
                  </span>
                  <span className={styles['label']}>{row.label}</span>
                  {row.checked && <Icon icon={Check} className={styles['quiet']} />}
                  {row.shortcut && <Kbd tone="menu">{row.shortcut}</Kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </div>
  )
}
