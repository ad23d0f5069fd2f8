import type { Settings } from '../../../shared/ipc/desktopContract.ts'
import type { Store } from '../../../shared/util/store.ts'
import { LanguageSelect } from '../../ui/LanguageSelect.tsx'
import { useStore } from '../../ui/useStore.ts'
import styles from './guest.module.css'

/** The language, for somebody who has just come in. */
export function GuestSettings({ settings }: { readonly settings: Store<Settings> }) {
  const chosen = useStore(settings)
  return (
    <div className={styles['corner']}>
      <LanguageSelect
        value={chosen.language}
        onChange={(language) => settings.set({ ...chosen, language })}
      />
    </div>
  )
}
