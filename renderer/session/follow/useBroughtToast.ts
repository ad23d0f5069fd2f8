import { useEffect } from 'react'
import { useT } from '../../i18n/useT.ts'
import { useToasts } from '../../ui/Toast.tsx'
import type { Together } from '../createTogether.ts'

/** Says who brought this person here, and offers the way back. */
export function useBroughtToast({ live, onBrought }: Together): void {
  const { t } = useT()
  const toasts = useToasts()
  useEffect(
    () =>
      onBrought(({ by, goBack }) => {
        const name = live
          .get()
          ?.members.get()
          .find(({ person }) => person === by)?.name
        if (name === undefined) return
        toasts.show({
          id: 'brought',
          message: t('follow.brought', { name }),
          action: { label: t('follow.goBack'), run: goBack },
        })
      }),
    [live, onBrought, t, toasts],
  )
}
