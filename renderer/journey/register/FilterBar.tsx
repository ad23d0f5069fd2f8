import { ListFilter, Search, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { PAIN_STATUS } from '../../../shared/journey/entities.ts'
import { NO_FILTER, type RegisterFilter, type RegisterRow } from '../../../shared/journey/register.ts'
import { journeyName } from '../../../shared/scene/journeyNames.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuCheckboxItem, MenuItem, MenuSeparator, Submenu } from '../../ui/MenuItem.tsx'
import { oneLine, SEVERITIES } from './columnKit.tsx'
import styles from './Register.module.css'
import type { RegisterContext } from './useRegisterContext.ts'

/** The filters that choose among values, in the order in which they are offered. */
const FACETS = ['status', 'severity', 'owner', 'step', 'journey'] as const
export type Facet = (typeof FACETS)[number]

interface FacetValue {
  readonly value: string | number
  readonly label: string
}

interface FilterBarProps {
  /** Those that say something about these rows; all by default. */
  readonly facets?: readonly Facet[] | undefined
  readonly context: RegisterContext
  /** All rows, from which there is something to choose. */
  readonly rows: readonly RegisterRow[]
  readonly filter: RegisterFilter
  readonly onFilter: (filter: RegisterFilter) => void
  /** What stands at the end of the line. */
  readonly children: ReactNode
}

/** Words to look for, and what else narrows the list; each filter in use can be taken away by itself. */
export function FilterBar({ context, rows, filter, onFilter, facets = FACETS, children }: FilterBarProps) {
  const { t } = context
  return (
    <>
      <div className={styles['bar']}>
        <label className={styles['search']}>
          <Icon icon={Search} size={14} />
          <input
            type="search"
            dir="auto"
            aria-label={t('register.search')}
            placeholder={t('register.search')}
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || filter.text === '') return
              event.preventDefault()
              onFilter({ ...filter, text: '' })
            }}
          />
        </label>
        <Menu
          align="end"
          trigger={
            <IconButton
              icon={ListFilter}
              label={t('register.filter')}
              pressed={FACETS.some((facet) => filter[facet].size > 0) || filter.assumptions}
            />
          }
        >
          {facets.map((facet) => (
            <FacetMenu key={facet} {...{ facet, context, rows, filter, onFilter }} />
          ))}
          <MenuSeparator />
          <MenuCheckboxItem
            checked={filter.assumptions}
            onChange={(assumptions) => onFilter({ ...filter, assumptions })}
          >
            {t('register.assumptions')}
          </MenuCheckboxItem>
          <MenuItem onSelect={() => onFilter({ ...NO_FILTER, text: filter.text })}>
            {t('register.all')}
          </MenuItem>
        </Menu>
        {children}
      </div>
      <Chips {...{ context, rows, filter, onFilter }} />
    </>
  )
}

type FacetProps = Omit<FilterBarProps, 'children'>

function FacetMenu({ facet, context, rows, filter, onFilter }: FacetProps & { readonly facet: Facet }) {
  const values = valuesOf(facet, context, rows)
  if (values.length < 2) return null
  return (
    <Submenu label={context.t(`column.${facet}`)}>
      {values.map(({ value, label }) => (
        <MenuCheckboxItem
          key={value}
          checked={(filter[facet] as ReadonlySet<unknown>).has(value)}
          onChange={(checked) => {
            const next = new Set<unknown>(filter[facet])
            if (checked) next.add(value)
            else next.delete(value)
            onFilter({ ...filter, [facet]: next })
          }}
        >
          {label}
        </MenuCheckboxItem>
      ))}
    </Submenu>
  )
}

/** Each filter in use, and a way to be rid of it. */
function Chips({ context, rows, filter, onFilter }: FacetProps) {
  const { t } = context
  const chips = FACETS.flatMap((facet) => {
    const chosen = filter[facet] as ReadonlySet<unknown>
    if (chosen.size === 0) return []
    const labels = valuesOf(facet, context, rows).filter(({ value }) => chosen.has(value))
    return [{ id: facet, words: labels.map(({ label }) => label).join(t('register.listComma')) }]
  })
  if (chips.length === 0 && !filter.assumptions) return null
  return (
    <div className={styles['chips']}>
      {chips.map(({ id, words }) => (
        <Chip
          key={id}
          label={t('register.chip', { what: t(`column.${id}`), which: words })}
          removeLabel={t('register.removeFilter', { what: t(`column.${id}`) })}
          onRemove={() => onFilter({ ...filter, [id]: new Set() })}
        />
      ))}
      {filter.assumptions && (
        <Chip
          label={t('register.assumptions')}
          removeLabel={t('register.removeFilter', { what: t('register.assumptions') })}
          onRemove={() => onFilter({ ...filter, assumptions: false })}
        />
      )}
    </div>
  )
}

interface ChipProps {
  readonly label: string
  readonly removeLabel: string
  readonly onRemove: () => void
}

function Chip({ label, removeLabel, onRemove }: ChipProps) {
  return (
    <span className={styles['chip']}>
      <span dir="auto">{label}</span>
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        <Icon icon={X} size={12} />
      </button>
    </span>
  )
}

function valuesOf(
  facet: Facet,
  context: RegisterContext,
  rows: readonly RegisterRow[],
): readonly FacetValue[] {
  const { t, owners, frames, nameOf, words } = context
  switch (facet) {
    case 'status':
      return PAIN_STATUS.map((status) => ({ value: status, label: t(`painStatus.${status}`) }))
    case 'severity':
      return [
        ...SEVERITIES.toReversed().map((level) => ({
          value: level as number,
          label: t(`severity.${level}`),
        })),
        { value: 0, label: t('register.notSaid') },
      ]
    case 'owner':
      return [
        ...owners.map((name) => ({ value: name, label: name })),
        { value: '', label: t('register.nobody') },
      ]
    case 'step': {
      const used = new Set(rows.map(({ step }) => step?.id))
      return frames
        .filter(({ step }) => used.has(step.id))
        .map((frame) => ({ value: frame.step.id, label: oneLine(nameOf(frame)) }))
    }
    case 'journey': {
      const used = new Map(rows.map(({ journey }) => [journey.id, journey]))
      return [...used.values()].map((one) => ({ value: one.id, label: journeyName(one, words) }))
    }
  }
}
