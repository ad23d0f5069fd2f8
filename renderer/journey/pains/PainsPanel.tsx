import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** The pain points of all journeys. */
export function PainsPanel() {
  const { t } = useT()
  return <EmptyState title={t('pain.none')} text={t('pain.noneText')} />
}
