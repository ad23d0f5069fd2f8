import { useState } from 'react'
import { MOST_NAME } from '../../../shared/journey/entities.ts'
import { useT } from '../../i18n/useT.ts'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { EntryField } from '../fields/EntryField.tsx'
import styles from './step.module.css'

interface PickFieldProps {
  readonly label: string
  /** Says that nothing is chosen. */
  readonly none: string
  readonly value: string | undefined
  /** Several things say different ones. */
  readonly mixed: boolean
  readonly options: readonly SelectOption<string>[]
  readonly onPick: (value: string | undefined) => void
  /** Takes a name of one that is not there yet. */
  readonly onType: (name: string) => void
}

const NONE = ''
const MIXED = '*mixed'
const NEW = '*new'

/** One of a list, or a new one by its name. */
export function PickField({ label, none, value, mixed, options, onPick, onType }: PickFieldProps) {
  const { t } = useT()
  const [typing, setTyping] = useState(false)
  const all: readonly SelectOption<string>[] = [
    ...(mixed ? [{ value: MIXED, label: t('stepPanel.mixed') }] : []),
    { value: NONE, label: none },
    ...options,
    { value: NEW, label: t('stepPanel.new') },
  ]
  function pick(next: string): void {
    if (next === NEW) return setTyping(true)
    if (next !== MIXED) onPick(next === NONE ? undefined : next)
  }
  return (
    <div className={styles['row']}>
      <span>{label}</span>
      {typing ? (
        <span
          className={styles['wide']}
          onBlur={() => setTyping(false)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setTyping(false)
          }}
        >
          <EntryField
            ref={(field) => field?.focus()}
            label={label}
            placeholder={t('stepPanel.newHint')}
            most={MOST_NAME}
            onAdd={(name) => {
              onType(name)
              setTyping(false)
            }}
            onEmpty={() => setTyping(false)}
          />
        </span>
      ) : (
        <Select
          className={styles['wide']}
          label={label}
          value={mixed ? MIXED : (value ?? NONE)}
          options={all}
          onChange={pick}
        />
      )}
    </div>
  )
}
