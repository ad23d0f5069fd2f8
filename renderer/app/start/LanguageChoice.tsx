import { LanguageSelect } from '../../ui/LanguageSelect.tsx'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'

/** The language of the interface. */
export function LanguageChoice() {
  const { settings } = useApp()
  const chosen = useStore(settings)
  return (
    <LanguageSelect value={chosen.language} onChange={(language) => settings.set({ ...chosen, language })} />
  )
}
