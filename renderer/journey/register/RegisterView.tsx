import { Plus } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { Role } from '../../../shared/journey/entities.ts'
import { NO_FILTER } from '../../../shared/journey/register.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Column } from './columns.ts'
import { FilterBar, type Facet } from './FilterBar.tsx'
import { likelyFrame, NewNoteButton } from './NewNoteButton.tsx'
import styles from './Register.module.css'
import { RegisterGrid } from './RegisterGrid.tsx'
import type { Register } from './useRegister.ts'
import type { RegisterContext } from './useRegisterContext.ts'

/** What a register is called, and says where there is nothing in it. */
export interface RegisterWords {
  readonly title: string
  readonly add: string
  readonly none: string
  readonly noneText: string
}

interface RegisterViewProps {
  readonly register: Register
  readonly context: RegisterContext
  readonly of: Role
  readonly words: RegisterWords
  readonly columns: (context: RegisterContext) => readonly Column[]
  readonly facets?: readonly Facet[]
  /** Beside the filter. */
  readonly switches?: ReactNode
  /** In place of the grid. */
  readonly instead?: ReactNode
  /** Below the grid. */
  readonly foot?: ReactNode
}

/** A register: filters above, the list, and what it adds up to below. */
export function RegisterView(props: RegisterViewProps) {
  const { register, context, of, words, columns, switches, instead, foot } = props
  const { editor, t } = context
  const { all, rows, filter, sort, selected, current, setFilter, setSort, go } = register
  const made = useMemo(() => columns(context), [columns, context])
  const at = likelyFrame(context, all.find(({ id }) => id === current)?.step?.id)
  const canAdd = !editor.readOnly && context.frames.length > 0
  const adding = { context, of, at, label: words.add, onMade: onMade }

  function onMade(id: (typeof all)[number]['id'], { step }: NonNullable<typeof at>): void {
    // What was just written is to be seen, whatever is filtered.
    setFilter(NO_FILTER)
    go({ id, step })
  }
  if (all.length === 0)
    return (
      <div className={styles['empty']}>
        <EmptyState
          title={words.none}
          text={context.frames.length > 0 ? words.noneText : t('register.noSteps')}
        >
          {canAdd && (
            <NewNoteButton
              {...adding}
              trigger={
                <Button variant="primary" icon={Plus} data-first-stop="">
                  {words.add}
                </Button>
              }
            />
          )}
        </EmptyState>
      </div>
    )
  return (
    <>
      <FilterBar context={context} rows={all} filter={filter} onFilter={setFilter} facets={props.facets}>
        {switches}
        {canAdd && <NewNoteButton {...adding} trigger={<IconButton icon={Plus} label={words.add} />} />}
      </FilterBar>
      {instead ||
        (rows.length > 0 ? (
          <RegisterGrid
            label={words.title}
            rows={rows}
            columns={made}
            sort={sort}
            onSort={setSort}
            selected={selected}
            current={current}
            onGo={go}
            readOnly={editor.readOnly}
          />
        ) : (
          <div className={styles['empty']}>
            <p>{t('register.noMatch')}</p>
            <Button onClick={() => setFilter(NO_FILTER)}>{t('register.all')}</Button>
          </div>
        ))}
      {foot}
    </>
  )
}
