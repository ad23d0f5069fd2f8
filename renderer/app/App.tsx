import { lazy, Suspense } from 'react'
import { LanguageProvider } from '../i18n/LanguageProvider.tsx'
import { UiProvider } from '../ui/UiProvider.tsx'
import { AppContext, type AppServices } from './AppContext.ts'
import { AppDialogs } from './menus/AppDialogs.tsx'
import { StartScreen } from './start/StartScreen.tsx'

// Apart, so that the start screen does not wait for the canvas.
const WorkshopWindow = lazy(async () => {
  const { WorkshopWindow: component } = await import('./workshop/WorkshopWindow.tsx')
  return { default: component }
})

/** One window: the start screen, or a workshop. */
export function App({ services }: { readonly services: AppServices }) {
  const { platform, context, translator, toasts } = services
  return (
    <AppContext value={services}>
      <LanguageProvider translator={translator}>
        <UiProvider toasts={toasts}>
          {context.role.kind === 'start' ? (
            <StartScreen />
          ) : (
            <Suspense fallback={null}>
              <WorkshopWindow platform={platform} context={context} />
            </Suspense>
          )}
          <AppDialogs />
        </UiProvider>
      </LanguageProvider>
    </AppContext>
  )
}
