import { useT } from '../../i18n/useT.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import type { Column } from '../register/columns.ts'
import {
  dueColumn,
  evidenceColumn,
  journeyColumns,
  longColumn,
  ownerColumn,
  severityColumn,
  statusColumn,
  stepColumn,
  textColumn,
} from '../register/columnKit.tsx'
import { RegisterFoot } from '../register/RegisterFoot.tsx'
import { RegisterView } from '../register/RegisterView.tsx'
import { useRegister } from '../register/useRegister.ts'
import { useRegisterContext, type RegisterContext } from '../register/useRegisterContext.ts'

/** The pain points of all journeys: what hurts, who sees to it, and how far that is. */
export function PainsPanel({ editor }: PanelProps) {
  const { t } = useT()
  const register = useRegister(editor, 'pain')
  const context = useRegisterContext(editor, register.all)
  const words = {
    title: t('lane.pain'),
    add: t('pain.add'),
    none: t('pain.none'),
    noneText: t('pain.noneText'),
  }
  return (
    <RegisterView
      {...{ register, context, words }}
      of="pain"
      columns={columns}
      foot={<RegisterFoot register={register} context={context} />}
    />
  )
}

const columns = (context: RegisterContext): readonly Column[] => [
  textColumn(context, context.t('column.pain')),
  statusColumn(context),
  severityColumn(context),
  ownerColumn(context),
  dueColumn(context),
  stepColumn(context),
  ...journeyColumns(context),
  longColumn(context, 'description'),
  longColumn(context, 'solution'),
  evidenceColumn(context),
]
