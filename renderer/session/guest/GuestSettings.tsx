import { Languages } from 'lucide-react'
import { language, LANGUAGE_NAMES } from '../../../shared/i18n/languages.ts'
import type { Settings } from '../../../shared/ipc/desktopContract.ts'
import type { Store } from '../../../shared/util/store.ts'
import { useT } from '../../i18n/useT.ts'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../../ui/useStore.ts'
import styles from './guest.module.css'

const OPTIONS = language.options.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))

/** The language, for somebody who has just come in. */
export function GuestSettings({ settings }: { readonly settings: Store<Settings> }) {
  const { t } = useT()
  const chosen = useStore(settings)
  return (
    <div className={styles['corner']}>
      <Select
        label={t('menu.language')}
        icon={Languages}
        value={chosen.language}
        options={OPTIONS}
        onChange={(next) => settings.set({ ...chosen, language: next })}
      />
    </div>
  )
}
