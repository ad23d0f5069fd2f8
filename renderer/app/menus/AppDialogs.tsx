import { lazy, Suspense } from 'react'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

// Apart, so that the start screen does not wait for what draws its pictures.
const NewFromTemplate = lazy(async () => {
  const { NewFromTemplate: component } = await import('../templates/NewFromTemplate.tsx')
  return { default: component }
})

const JoinSession = lazy(async () => {
  const { JoinSession: component } = await import('../live/JoinSession.tsx')
  return { default: component }
})

const SessionSettings = lazy(async () => {
  const { SessionSettings: component } = await import('../live/SessionSettings.tsx')
  return { default: component }
})

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
      {open === 'join' && (
        <Suspense fallback={null}>
          <JoinSession onClose={close} />
        </Suspense>
      )}
      {open === 'sessionSettings' && (
        <Suspense fallback={null}>
          <SessionSettings onClose={close} />
        </Suspense>
      )}
      {open === 'templates' && (
        <Suspense fallback={null}>
          <NewFromTemplate onClose={close} />
        </Suspense>
      )}
    </>
  )
}
