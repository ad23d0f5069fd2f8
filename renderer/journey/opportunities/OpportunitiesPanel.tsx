import { Grid2x2, List } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import {
  dueColumn,
  journeyColumns,
  longColumn,
  ownerColumn,
  scoreColumn,
  servesColumn,
  statusColumn,
  stepColumn,
  textColumn,
} from '../register/columnKit.tsx'
import type { Column } from '../register/columns.ts'
import type { Facet } from '../register/FilterBar.tsx'
import { RegisterFoot } from '../register/RegisterFoot.tsx'
import { RegisterView } from '../register/RegisterView.tsx'
import { useRegister } from '../register/useRegister.ts'
import { useRegisterContext, type RegisterContext } from '../register/useRegisterContext.ts'
import { PriorityMatrix } from './PriorityMatrix.tsx'

type View = 'list' | 'matrix'

const FACETS_HERE: readonly Facet[] = ['status', 'owner', 'step', 'journey']

/** The opportunities of all journeys: as a list, or on a matrix of what they bring and what they take. */
export function OpportunitiesPanel({ editor }: PanelProps) {
  const { t } = useT()
  const register = useRegister(editor, 'opportunity')
  const context = useRegisterContext(editor, register.all)
  const [view, setView] = useState<View>('list')
  const words = {
    title: t('lane.opportunity'),
    add: t('opportunity.add'),
    none: t('opportunity.none'),
    noneText: t('opportunity.noneText'),
  }
  return (
    <RegisterView
      {...{ register, context, words }}
      of="opportunity"
      columns={columns}
      facets={FACETS_HERE}
      switches={
        <SegmentedControl
          label={t('opportunity.view')}
          iconsOnly
          value={view}
          onChange={setView}
          segments={[
            { value: 'list', label: t('opportunity.list'), icon: List },
            { value: 'matrix', label: t('opportunity.matrix'), icon: Grid2x2 },
          ]}
        />
      }
      instead={view === 'matrix' && <PriorityMatrix register={register} context={context} />}
      foot={<RegisterFoot register={register} context={context} />}
    />
  )
}

const columns = (context: RegisterContext): readonly Column[] => [
  textColumn(context, context.t('column.opportunity')),
  scoreColumn(context, 'impact'),
  scoreColumn(context, 'effort'),
  ownerColumn(context),
  dueColumn(context),
  statusColumn(context),
  servesColumn(context),
  stepColumn(context),
  ...journeyColumns(context),
  longColumn(context, 'description'),
]
