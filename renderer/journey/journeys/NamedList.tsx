import { LibraryBig, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { MOST_NAME, type EntityOf, type Phase } from '../../../shared/journey/entities.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import { addListed, type ListKind } from '../../editor/journey/channelLists.ts'
import { moveEntity } from '../../editor/journey/moveEntity.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem, MenuSeparator } from '../../ui/MenuItem.tsx'
import { EntryField } from '../fields/EntryField.tsx'
import { LineField } from '../fields/LineField.tsx'
import { ReorderList } from '../fields/ReorderList.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import styles from './journeys.module.css'

/** Something everybody knows, to be added with one click. */
export interface StockItem {
  readonly stock: string
  readonly label: string
  readonly phase?: Phase
  /** What else it is listed under. */
  readonly group?: string
}

interface NamedListProps<K extends ListKind> extends PanelProps {
  readonly kind: K
  readonly title: string
  readonly add: string
  readonly items: readonly EntityOf[K][]
  readonly nameOf: (item: EntityOf[K]) => string
  readonly stock: readonly StockItem[]
  /** Before the name. */
  readonly renderMark?: (item: EntityOf[K]) => ReactNode
  /** After the name. */
  readonly renderDetail?: (item: EntityOf[K]) => ReactNode
}

/** A list of names: to be added, from the stock or one's own, renamed, moved and deleted. */
export function NamedList<K extends ListKind>(props: NamedListProps<K>) {
  const { editor, session, kind, title, add, items, nameOf, stock, renderMark, renderDetail } = props
  const { t } = useT()
  const undoably = useUndoable(editor, session)
  const { fixed: readOnly, workshop } = editor

  function remove(item: EntityOf[K]): void {
    undoably(t('journeys.itemDeleted', { name: nameOf(item) }), () =>
      workshop.change((change) => change.drop(kind, item.id)),
    )
  }
  return (
    <section className={styles['section']} aria-label={title}>
      <header className={styles['storyHead']}>
        <h3 className={styles['storyName']}>{title}</h3>
        {!readOnly && stock.length > 0 && (
          <StockMenu {...{ editor, kind, stock }} known={new Set(items.map(stockOf))} />
        )}
      </header>
      <ReorderList
        label={title}
        items={items}
        nameOf={nameOf}
        onMove={readOnly ? undefined : (id, to) => moveEntity(editor, kind, items, id, to)}
      >
        {(item) => (
          <>
            {renderMark?.(item)}
            <LineField
              label={t('journeys.nameOf', { name: nameOf(item) })}
              named
              placeholder={nameOf({ ...item, name: '' })}
              readOnly={readOnly}
              value={item.name}
              onEdit={(name, step) => setEntity(editor, kind, item.id, { name } as EntityPatch<K>, step)}
            />
            {renderDetail?.(item)}
            {!readOnly && (
              <IconButton
                icon={X}
                size="small"
                className={styles['faint']}
                label={t('list.remove', { what: nameOf(item) })}
                onClick={() => remove(item)}
              />
            )}
          </>
        )}
      </ReorderList>
      {!readOnly && (
        <EntryField
          label={add}
          placeholder={add}
          most={MOST_NAME}
          onAdd={(name) => addListed(editor, kind, [{ name }])}
        />
      )}
    </section>
  )
}

const stockOf = (item: object): string | undefined => ('stock' in item ? String(item.stock) : undefined)

interface StockMenuProps extends Pick<PanelProps, 'editor'> {
  readonly kind: ListKind
  readonly stock: readonly StockItem[]
  /** What is in the list already. */
  readonly known: ReadonlySet<string | undefined>
}

/** What of the stock is not in the list yet. */
function StockMenu({ editor, kind, stock, known }: StockMenuProps) {
  const { t } = useT()
  const left = stock.filter((item) => !known.has(item.stock))
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={LibraryBig} label={t('journeys.stock')} disabled={left.length === 0} />}
    >
      <MenuItem onSelect={() => addListed(editor, kind, left)}>
        {t('journeys.addAll', { count: left.length })}
      </MenuItem>
      <MenuSeparator />
      {left.map((item) => (
        <MenuItem key={item.stock} onSelect={() => addListed(editor, kind, [item])}>
          {item.group === undefined
            ? item.label
            : t('journeys.stockItem', { name: item.label, group: item.group })}
        </MenuItem>
      ))}
    </Menu>
  )
}
