import { useEffect, useState, type ComponentType } from 'react'
import { useT } from '../../i18n/useT.ts'
import type { Platform } from '../../platform/platform.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { useApp, type WindowContext } from '../AppContext.ts'
import { errorSentence, showError } from '../showFailure.ts'
import { useStore } from '../useStore.ts'
import { createSession, type Session, type SessionHost } from './createSession.ts'
import { TopBar } from './TopBar.tsx'
import { useWorkshopName } from './useWorkshopName.ts'
import { LiveBoard } from './live/LiveBoard.tsx'
import styles from './WorkshopWindow.module.css'

/** What shows an open workshop. */
export interface WorkshopViewProps {
  readonly host: SessionHost
  readonly session: Session
  readonly name: string
}

interface WorkshopWindowProps {
  readonly platform: Platform
  readonly context: WindowContext
  readonly View?: ComponentType<WorkshopViewProps> | undefined
}

/** A window with one open workshop. */
export function WorkshopWindow({ platform, context, View = LiveBoard }: WorkshopWindowProps) {
  const { settings, toasts, translator } = useApp()
  const { t } = useT()
  const [host] = useState(() =>
    createSession({
      platform,
      settings,
      join: context.role.kind === 'workshop' ? context.role.join : undefined,
      onError: (error) => showError(toasts, translator.t, error),
    }),
  )
  const phase = useStore(host.phase)
  const name = useWorkshopName(context)

  useEffect(() => {
    if (context.afterCrash) toasts.show({ message: translator.t('save.afterCrash') })
  }, [context, toasts, translator])
  useEffect(
    () =>
      host.onStoreRestored(() =>
        toasts.show({ tone: 'success', message: translator.t('save.storeBack'), id: 'store' }),
      ),
    [host, toasts, translator],
  )
  useEffect(
    () =>
      platform.onEvent((event) => {
        if (event.event === 'storeLost')
          toasts.show({ message: translator.t('save.storeLost'), id: 'store', timeout: 0 })
        if (event.event === 'storeFailed')
          toasts.show({
            tone: 'danger',
            message: errorSentence(translator.t, event.code, name),
            id: 'store',
          })
      }),
    [platform, toasts, translator, name],
  )

  return (
    <div className={styles['window']}>
      {phase.kind === 'open' && <View host={host} session={phase.session} name={name} />}
      {phase.kind === 'loading' && (
        <div className={styles['middle']}>
          <Spinner label={t('workshop.loading')} size={24} />
        </div>
      )}
      {phase.kind === 'failed' && (
        <div className={styles['middle']}>
          <EmptyState title={name} text={errorSentence(t, phase.code, name)}>
            <Button onClick={() => void platform.desktop.closeWindow()}>{t('dialog.close')}</Button>
          </EmptyState>
        </div>
      )}
      {phase.kind === 'failed' && <TopBar name={name} />}
    </div>
  )
}
