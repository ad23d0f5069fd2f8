import type { ReactNode } from 'react'
import { useT } from '../../i18n/useT.ts'
import type { Together } from '../../session/createTogether.ts'
import type { Saver } from '../../sync/saveWorkshop.ts'
import { joinClasses } from '../../ui/joinClasses.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useAction } from '../actions/useAction.ts'
import { MenuButton } from '../menus/MenuButton.tsx'
import { ActionButton } from './ActionButton.tsx'
import { SaveLamp } from './SaveLamp.tsx'
import styles from './TopBar.module.css'

interface TopBarProps {
  readonly name: string
  /** Without one nothing is open, so nothing is said about saving. */
  readonly saver?: Saver
  /** Whether this is live, and with how many. */
  readonly live?: ReactNode
  /** Where the newest edits are depends on the others, too. */
  readonly together?: Together
  /** Who else is here. */
  readonly people?: ReactNode
  /** The way to the panels at the side. */
  readonly panels?: ReactNode
  /** The workshop's boards. */
  readonly children?: ReactNode
}

/** Menu, name and saving state on one side; what is used all the time on the other. */
export function TopBar({ name, saver, live, together, people, panels, children }: TopBarProps) {
  const { t } = useT()
  const rename = useAction('file.rename')
  return (
    <header className={styles['bar']}>
      <div className={styles['panel']}>
        <MenuButton />
        <Tooltip label={rename.label} shortcut={rename.shortcut}>
          <button
            type="button"
            className={styles['name']}
            disabled={!rename.enabled}
            onClick={rename.run}
            aria-label={t('rename.named', { name })}
          >
            <bdi>{name}</bdi>
          </button>
        </Tooltip>
        {saver && <SaveLamp saver={saver} name={name} together={together} />}
        {live}
      </div>
      {children && <div className={joinClasses(styles['panel'], styles['boards'])}>{children}</div>}
      <div className={joinClasses(styles['panel'], styles['tools'])}>
        {people}
        <ActionButton id="edit.undo" />
        <ActionButton id="edit.redo" />
        <span className={styles['rule']} />
        <ActionButton id="file.exportPng" />
        <ActionButton id="help.palette" />
        {panels}
      </div>
    </header>
  )
}
