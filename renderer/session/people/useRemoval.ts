import { useCallback } from 'react'
import { useT } from '../../i18n/useT.ts'
import { useToasts } from '../../ui/Toast.tsx'
import type { Member } from '../../sync/liveSession.ts'
import { REMOVAL_MS, type Removals } from './createRemovals.ts'

/** Removes somebody, and offers to take it back as long as that is possible. */
export function useRemoval(removals: Removals): (member: Member, again: boolean) => void {
  const { t } = useT()
  const toasts = useToasts()
  return useCallback(
    ({ person, name }, again) => {
      removals.begin(person, again)
      toasts.show({
        id: `remove-${person}`,
        message: again ? t('people.removing', { name }) : t('people.blocking', { name }),
        timeout: REMOVAL_MS,
        action: { label: t('people.keep'), run: () => removals.undo(person) },
      })
    },
    [removals, t, toasts],
  )
}
