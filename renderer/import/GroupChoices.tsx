import {
  withWeight,
  type GroupUse,
  type MetricMapping,
} from '../../shared/journey/importData/metricMapping.ts'
import { mostly, type Column } from '../../shared/journey/importData/table.ts'
import { useT } from '../i18n/useT.ts'
import { Select } from '../ui/Select.tsx'
import { joinClasses } from '../ui/joinClasses.ts'
import csv from './ImportCsvDialog.module.css'
import styles from './ImportData.module.css'
import { LabelledField } from './LabelledField.tsx'

interface GroupChoicesProps {
  readonly mapping: MetricMapping
  readonly columns: readonly Column[]
  readonly nameOf: (column: number) => string
  readonly onChange: (next: Partial<MetricMapping>) => void
}

const NONE = 'none'
/** Prefix of the choice of one group: a group may be called anything. */
const ONLY = 'only '

/** What becomes of groups, such as cities, and how much each row counts. */
export function GroupChoices({ mapping, columns, nameOf, onChange }: GroupChoicesProps) {
  const { t } = useT()
  const groups = columns.filter(({ index }) => mapping.roles[index] === 'group')
  const sizes = columns.filter((column) => mostly(column.numbers, column) && column.least >= 0)
  return (
    <div className={joinClasses(csv['fields'], styles['groupChoices'])}>
      {groups.map(({ index, values }) => (
        <LabelledField key={index} text={nameOf(index)}>
          <Select
            label={t('importData.groupUse', { column: nameOf(index) })}
            value={valueOf(mapping.groups[index])}
            options={[
              { value: 'together', label: t('importData.together') },
              { value: 'split', label: t('importData.split') },
              ...values.map((value) => ({
                value: `${ONLY}${value}`,
                label: t('importData.only', { value }),
              })),
            ]}
            onChange={(value) => onChange({ groups: { ...mapping.groups, [index]: groupUseOf(value) } })}
          />
        </LabelledField>
      ))}
      <LabelledField text={t('importData.weight')}>
        <Select
          label={t('importData.weight')}
          value={mapping.size === null ? NONE : String(mapping.size)}
          options={[
            { value: NONE, label: t('importData.noWeight') },
            ...sizes.map(({ index }) => ({ value: String(index), label: nameOf(index) })),
          ]}
          onChange={(value) => onChange(withWeight(mapping, value === NONE ? null : Number(value)))}
        />
      </LabelledField>
    </div>
  )
}

const valueOf = (use: GroupUse = { kind: 'together' }): string =>
  use.kind === 'only' ? `${ONLY}${use.value}` : use.kind

const groupUseOf = (value: string): GroupUse =>
  value.startsWith(ONLY)
    ? { kind: 'only', value: value.slice(ONLY.length) }
    : { kind: value === 'split' ? 'split' : 'together' }
