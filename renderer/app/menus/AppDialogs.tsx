import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

/** The dialogs that every window has. */
export function AppDialogs() {
  const { dialog } = useApp()
  const open = useStore(dialog)
  const close = () => dialog.set(null)
  return (
    <>
      <CommandPalette open={open === 'palette'} onClose={close} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} />
      <AboutDialog open={open === 'about'} onClose={close} />
    </>
  )
}
