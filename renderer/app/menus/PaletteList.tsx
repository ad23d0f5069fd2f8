import { Autocomplete } from '@base-ui/react/autocomplete'
import { Check } from 'lucide-react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useAction } from '../actions/useAction.ts'
import styles from './CommandPalette.module.css'
import type { PaletteItem } from './usePaletteItems.ts'

export interface PaletteGroup {
  readonly title: string | null
  readonly items: readonly PaletteItem[]
}

export interface PaletteListProps {
  readonly query: string
  readonly onChoose: (id: ActionId) => void
}

/** What was found, below the search field. */
export function PaletteList({ query, onChoose }: PaletteListProps) {
  const { t } = useT()
  return (
    <div className={styles['results']}>
      <Autocomplete.Empty>
        <p className={styles['empty']}>{t('palette.empty', { query })}</p>
      </Autocomplete.Empty>
      <Autocomplete.List className={styles['list']}>
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.title ?? ''} items={group.items}>
            {group.title && (
              <Autocomplete.GroupLabel className={styles['title']}>{group.title}</Autocomplete.GroupLabel>
            )}
            <Autocomplete.Collection>
              {(item: PaletteItem) => <PaletteRow key={item.id} item={item} onChoose={onChoose} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </div>
  )
}

interface PaletteRowProps {
  readonly item: PaletteItem
  readonly onChoose: (id: ActionId) => void
}

function PaletteRow({ item, onChoose }: PaletteRowProps) {
  const { icon, directional, checked } = useAction(item.id)
  return (
    <Autocomplete.Item value={item} className={styles['row']} onClick={() => onChoose(item.id)}>
      <span className={styles['quiet']}>{icon && <Icon icon={icon} directional={directional} />}</span>
      <span className={styles['label']}>{item.label}</span>
      {checked && <Icon icon={Check} className={styles['quiet']} />}
      {item.shortcut && <Kbd tone="menu">{item.shortcut}</Kbd>}
    </Autocomplete.Item>
  )
}
