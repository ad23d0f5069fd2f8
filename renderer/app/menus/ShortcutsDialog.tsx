import { actionOf, type ActionId } from '../../../shared/actions/actionTable.ts'
import { CANVAS_KEYS, CANVAS_KEY_IDS } from '../../../shared/actions/canvasKeys.ts'
import { MENUS, type MenuEntry, type MenuId } from '../../../shared/actions/menus.ts'
import { formatShortcut } from '../../../shared/actions/shortcut.ts'
import { useT } from '../../i18n/useT.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { actionLabel } from '../actions/actionLabel.ts'
import { useApp } from '../AppContext.ts'
import styles from './ShortcutsDialog.module.css'

export interface ShortcutsDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every action that has a key, in the order of the menus. */
export function ShortcutsDialog({ open, onClose }: ShortcutsDialogProps) {
  const { t } = useT()
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t('shortcuts.title')}
      description={t('shortcuts.text')}
      size="large"
    >
      <div className={styles['columns']}>
        {SECTIONS.map(({ menu, ids }) => (
          <section key={menu} className={styles['section']}>
            <h3 className={styles['title']}>{t(`menu.${menu}`)}</h3>
            <dl>
              {ids.map((id) => (
                <ShortcutRow key={id} label={actionLabel(t, id)} shortcuts={actionOf(id).shortcuts} />
              ))}
            </dl>
          </section>
        ))}
        <section className={styles['section']}>
          <h3 className={styles['title']}>{t('shortcuts.board')}</h3>
          <dl>
            {CANVAS_KEY_IDS.map((id) => (
              <ShortcutRow key={id} label={t(`canvasKey.${id}`)} shortcuts={CANVAS_KEYS[id]} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}

interface ShortcutRowProps {
  readonly label: string
  readonly shortcuts: readonly string[]
}

function ShortcutRow({ label, shortcuts }: ShortcutRowProps) {
  const { context } = useApp()
  const { t } = useT()
  return (
    <div className={styles['row']}>
      <dt>{label}</dt>
      <dd className={styles['keys']}>
        {shortcuts.map((shortcut, index) => (
          <span key={shortcut}>
            {index > 0 && <span className={styles['or']}>{t('shortcuts.or')}</span>}
            <Kbd>{formatShortcut(shortcut, context.platform)}</Kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}

const SECTIONS: ReadonlyArray<{ readonly menu: MenuId; readonly ids: readonly ActionId[] }> = sections()

/** An action that stands in two menus is listed in the first. */
function sections() {
  const listed = new Set<ActionId>()
  return MENUS.map(({ menu, entries }) => ({
    menu,
    ids: actionsIn(entries).filter((id) => {
      if (listed.has(id) || actionOf(id).shortcuts.length === 0) return false
      listed.add(id)
      return true
    }),
  }))
}

function actionsIn(entries: readonly MenuEntry[]): readonly ActionId[] {
  return entries.flatMap((entry) => {
    if (typeof entry === 'object') return actionsIn(entry.entries)
    return entry === 'separator' || entry === 'recent' ? [] : [entry]
  })
}
