import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { errorSentence } from '../showFailure.ts'
import { EmptyLibrary } from './EmptyLibrary.tsx'
import { RecentWorkshops } from './RecentWorkshops.tsx'
import { StartSidebar } from './StartSidebar.tsx'
import styles from './StartScreen.module.css'
import { useLibrary } from './useLibrary.ts'

/** What the app opens with: make a workshop, open one, or go on with a recent one. */
export function StartScreen() {
  return (
    <div className={styles['screen']}>
      <StartSidebar />
      <main className={styles['main']}>
        <StartContent />
      </main>
    </div>
  )
}

function StartContent() {
  const { t } = useT()
  const { library, state } = useLibrary()
  switch (state.kind) {
    case 'loading':
      return (
        <div className={styles['centre']}>
          <Spinner label={t('start.loading')} size={24} />
        </div>
      )
    case 'failed':
      return (
        <div className={styles['centre']} role="alert">
          <EmptyState title={t('crash.title')} text={errorSentence(t, state.code)}>
            <Button onClick={() => void library.refresh()}>{t('start.tryAgain')}</Button>
          </EmptyState>
        </div>
      )
    case 'ready':
      if (state.recent.length === 0) return <EmptyLibrary />
      return <RecentWorkshops library={library} recent={state.recent} now={state.at} />
  }
}
