import type { i18n } from 'i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './CrashScreen.module.css'

/** What is left when the interface itself broke: stands on nothing but the translator. */
export function CrashScreen({ translator }: { readonly translator: i18n }) {
  const { t } = translator
  return (
    <div className={styles['crash']} role="alert">
      <EmptyState title={t('crash.title')} text={t('crash.text')}>
        <Button variant="primary" onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
      </EmptyState>
    </div>
  )
}
