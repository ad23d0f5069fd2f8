import type { Step } from '../journey/entities.ts'
import type { MapColumn, MapLayout } from '../journey/mapLayout.ts'

/** The columns that show a step, in the order of time. */
export const stepColumns = ({
  stages,
}: Pick<MapLayout, 'stages'>): readonly (MapColumn & { readonly step: Step })[] =>
  stages.flatMap(({ columns, collapsed }) =>
    collapsed ? [] : columns.flatMap((column) => (column.step ? [{ ...column, step: column.step }] : [])),
  )
