import { useMemo, useState } from 'react'
import {
  guessMetricMapping,
  METRIC_ROLES,
  withMetricRole,
  type MetricMapping,
} from '../../shared/journey/importData/metricMapping.ts'
import type { MetricLook } from '../../shared/journey/importData/metricLook.ts'
import { metricsFrom, type MetricDraft } from '../../shared/journey/importData/metricsFrom.ts'
import { columnsOf, rowsBelow } from '../../shared/journey/importData/table.ts'
import { importedMetricId } from '../editor/journey/metricCommands.ts'
import { useT } from '../i18n/useT.ts'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import { GroupChoices } from './GroupChoices.tsx'
import { ImportFooter } from './ImportFooter.tsx'
import { sourceName, type ImportPartProps } from './importPart.ts'
import styles from './ImportData.module.css'
import { MetricLooks } from './MetricLooks.tsx'
import { Problems } from './Problems.tsx'
import { RoleTable } from './RoleTable.tsx'
import { withBroken } from './withBroken.ts'

/** How figures of a table were read. */
export interface MetricChoice {
  readonly mapping: MetricMapping
  readonly looks: Readonly<Record<string, Partial<MetricLook>>>
}

interface MetricsPartProps extends ImportPartProps {
  readonly onStart: (metrics: readonly MetricDraft[], choice: MetricChoice) => void
}

/** Metrics over time: which columns hold what, what becomes of groups, and what each metric is. */
export function MetricsPart({ table, fileName, editor, remembered, buttons, onStart }: MetricsPartProps) {
  const { t } = useT()
  const { rows } = table
  const guess = (): MetricChoice => ({ mapping: guessMetricMapping(rows), looks: {} })
  const [choice, setChoice] = useState<MetricChoice>(() => {
    const known = remembered?.metrics
    const fits = known && known.mapping.roles.length === columnsOf(rows, known.mapping.header).length
    // What was left out when it was written is left out when it is read.
    return fits ? (known as MetricChoice) : guess()
  })
  const { mapping, looks } = choice
  const found = useMemo(() => metricsFrom(rows, mapping, looks), [rows, mapping, looks])
  const columns = useMemo(() => columnsOf(rows, mapping.header), [rows, mapping.header])
  const change = (next: Partial<MetricMapping>) => setChoice({ looks, mapping: { ...mapping, ...next } })
  const nameOf = (column: number) => columns[column]?.name || t('import.column', { number: column + 1 })
  const source = sourceName(fileName)
  const updates = found.metrics.filter(({ key }) =>
    editor.workshop.journeys.get('metrics', importedMetricId(source, key)),
  ).length
  return (
    <>
      <div className={styles['bar']}>
        <Switch
          label={t('import.header')}
          checked={mapping.header}
          onChange={(header) => change({ header })}
        />
        {remembered?.metrics && (
          <Button variant="ghost" onClick={() => setChoice(guess())}>
            {t('importData.startOver')}
          </Button>
        )}
      </div>
      <RoleTable
        rows={rows}
        header={mapping.header}
        roles={mapping.roles}
        all={METRIC_ROLES.map((value) => ({ value, label: t(`metricRole.${value}`) }))}
        onRole={(column, role) => change(withMetricRole(mapping, column, role))}
      />
      <GroupChoices mapping={mapping} columns={columns} nameOf={nameOf} onChange={change} />
      <h3 className={styles['heading']}>{t('importData.made')}</h3>
      <MetricLooks
        found={found}
        onLook={(base, look) =>
          setChoice({ mapping, looks: { ...looks, [base]: { ...looks[base], ...look } } })
        }
      />
      <div className={styles['summary']} role="status">
        <p>
          {mapping.roles.includes('value')
            ? t('importData.rowsUsed', { used: found.used, count: rowsBelow(rows, mapping.header).length })
            : t('importData.noFigures')}
          {found.combined > 0 && ` ${t('importData.combined', { count: found.combined })}`}
          {updates > 0 && ` ${t('importData.updates', { count: updates })}`}
        </p>
        <Problems problems={withBroken(found.problems, table)} nameOf={nameOf} />
      </div>
      <ImportFooter
        {...buttons}
        label={t('importData.confirmMetrics', { count: found.metrics.length })}
        disabled={found.metrics.length === 0}
        onConfirm={() => onStart(found.metrics, choice)}
      />
    </>
  )
}
