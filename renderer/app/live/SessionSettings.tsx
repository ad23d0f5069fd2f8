import { SessionSettingsDialog } from '../../session/setup/SessionSettingsDialog.tsx'
import { useApp } from '../AppContext.ts'

/** What sessions of this computer's user may use besides this computer and its network. */
export function SessionSettings({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useApp()
  return (
    <SessionSettingsDialog
      settings={settings.get().session ?? {}}
      onSave={(session) => settings.set({ ...settings.get(), session })}
      onClose={onClose}
    />
  )
}
