import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { may } from '../../../shared/session/role.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ACTION_ICONS } from '../../ui/icons.ts'
import { Switch } from '../../ui/Switch.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useStore } from '../../ui/useStore.ts'
import { showRow, useRowWindow } from '../../ui/useRowWindow.ts'
import type { Member } from '../../sync/liveSession.ts'
import type { Together } from '../createTogether.ts'
import { useLive } from '../useLive.ts'
import { KnockList } from './KnockList.tsx'
import styles from './PeoplePanel.module.css'
import { PERSON_ROW, PersonRow } from './PersonRow.tsx'
import { findPeople } from './findPeople.ts'
import { useMembers } from './useMembers.ts'
import { useRemoval } from './useRemoval.ts'

export interface PeoplePanelProps {
  readonly editor: Editor
  readonly together: Together
  readonly session: {
    /** Does what a menu entry would do. */
    run(action: ActionId): void
  }
}

/** From so many people on, they can be looked for by name. */
const MANY = 12

/** Everybody in the session, and what can be done about them. */
export function PeoplePanel({ editor, together, session: { run } }: PeoplePanelProps) {
  const { t } = useT()
  const isLive = useStore(together.live) !== null
  if (isLive) return <Everybody editor={editor} together={together} run={run} />
  return (
    <div className={styles['empty']}>
      <EmptyState title={t('people.noneTitle')} text={t('people.noneText')}>
        <Button
          variant="primary"
          icon={ACTION_ICONS['session.start']}
          onClick={() => run('session.start')}
          data-first-stop=""
        >
          {t('action.session.start')}
        </Button>
      </EmptyState>
    </div>
  )
}

interface EverybodyProps extends Pick<PeoplePanelProps, 'editor' | 'together'> {
  readonly run: (action: ActionId) => void
}

function Everybody({ editor, together, run }: EverybodyProps) {
  const { t } = useT()
  const { live } = together
  const members = useMembers(live)
  const mayLead = may(
    useLive(live, ({ role }) => role, 'viewer'),
    'lead',
  )
  const [query, setQuery] = useState('')
  const found = useMemo(() => findPeople(members, query), [members, query])
  const present = members.filter(({ reach }) => reach !== 'gone').length
  return (
    <div className={styles['panel']}>
      <div className={styles['top']}>
        <div className={styles['buttons']}>
          <span className={styles['count']}>{t('people.here', { count: present })}</span>
          <Button
            icon={ACTION_ICONS['session.invite']}
            onClick={() => run('session.invite')}
            data-first-stop=""
          >
            {t('people.invite')}
          </Button>
          {mayLead && (
            <Button variant="ghost" icon={ACTION_ICONS['session.bring']} onClick={() => run('session.bring')}>
              {t('people.bring')}
            </Button>
          )}
        </div>
        <KnockList live={live} />
        {members.length > MANY && (
          <TextField
            label={t('people.find')}
            hideLabel
            placeholder={t('people.find')}
            value={query}
            onChange={setQuery}
          />
        )}
      </div>
      <PeopleList together={together} members={found} mayLead={mayLead} />
      <Switches editor={editor} together={together} run={run} mayLead={mayLead} />
    </div>
  )
}

interface PeopleListProps {
  readonly together: Together
  readonly members: readonly Member[]
  readonly mayLead: boolean
}

/** Only rows that are seen are drawn. One stop for Tab; arrow keys go from one person to the next. */
function PeopleList({ together, members, mayLead }: PeopleListProps) {
  const { t } = useT()
  const { live, following, removals } = together
  const box = useRef<HTMLDivElement>(null)
  const { from, to } = useRowWindow(box, members.length, PERSON_ROW)
  const followed = useStore(following.person)
  const leaving = useStore(removals.pending)
  const remove = useRemoval(removals)
  const others = members.findIndex(({ reach }) => reach !== 'me')
  const [stop, setStop] = useState(others)
  const shownStop = stop >= from && stop < to && members[stop]?.reach !== 'me' ? stop : Math.max(from, others)

  function onKeyDown(event: KeyboardEvent<HTMLElement>, index: number): void {
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: others, End: members.length - 1 }[
      event.key
    ]
    if (next === undefined || !box.current || !(event.target as Element).matches('[data-person-menu]')) return
    event.preventDefault()
    event.stopPropagation()
    const target = Math.min(members.length - 1, Math.max(0, others, next))
    showRow(box.current, target, PERSON_ROW)
    setStop(target)
    focusRow(box.current, target)
  }

  return (
    <div ref={box} className={styles['scroll']}>
      <ul
        className={styles['people']}
        aria-label={t('action.panel.people')}
        style={{ blockSize: members.length * PERSON_ROW }}
      >
        {members.slice(from, to).map((member, offset) => {
          const index = from + offset
          const { person } = member
          return (
            <PersonRow
              key={person}
              index={index}
              count={members.length}
              isStop={index === shownStop}
              member={member}
              followed={person === followed}
              leaving={leaving.has(person)}
              mayLead={mayLead}
              onKeyDown={(event) => onKeyDown(event, index)}
              onFocus={() => setStop(index)}
              onFollow={() => following.follow(person === followed ? null : person)}
              onRole={(role) => live.get()?.setRole(person, role)}
              onRemove={(again) => remove(member, again)}
            />
          )
        })}
      </ul>
    </div>
  )
}

/** Once the row is drawn: it may just have been scrolled to. */
function focusRow(box: HTMLElement, index: number): void {
  requestAnimationFrame(() =>
    box
      .querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] [data-person-menu]`)
      ?.focus({ preventScroll: true }),
  )
}

function Switches({
  editor,
  together: { live },
  run,
  mayLead,
}: EverybodyProps & { readonly mayLead: boolean }) {
  const { t } = useT()
  const { cursors, ownCursor } = useStore(editor.view)
  const locked = useLive(live, (session) => session.locked, false)
  return (
    <div className={styles['switches']}>
      <Switch label={t('action.view.cursors')} checked={cursors} onChange={() => run('view.cursors')} />
      <Switch label={t('action.view.ownCursor')} checked={ownCursor} onChange={() => run('view.ownCursor')} />
      {mayLead && (
        <>
          <Switch label={t('action.session.lock')} checked={locked} onChange={() => run('session.lock')} />
          <Button
            className={styles['rotate']}
            variant="ghost"
            icon={ACTION_ICONS['session.rotate']}
            onClick={() => run('session.rotate')}
          >
            {t('action.session.rotate')}
          </Button>
        </>
      )}
    </div>
  )
}
