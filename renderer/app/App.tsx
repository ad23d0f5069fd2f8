import { lazy, Suspense, type ComponentType } from 'react'
import { LanguageProvider } from '../i18n/LanguageProvider.tsx'
import { UiProvider } from '../ui/UiProvider.tsx'
import { AppContext, type AppServices } from './AppContext.ts'
import { AppDialogs } from './menus/AppDialogs.tsx'
import type { WorkshopViewProps } from './workshop/WorkshopWindow.tsx'
import { StartScreen } from './start/StartScreen.tsx'

// Apart, so that the start screen does not wait for the canvas.
const WorkshopWindow = lazy(async () => {
  const { WorkshopWindow: component } = await import('./workshop/WorkshopWindow.tsx')
  return { default: component }
})

interface AppProps {
  readonly services: AppServices
  /** What shows an open workshop, if it is not the board. */
  readonly View?: ComponentType<WorkshopViewProps> | undefined
}

/** One window: the start screen, or a workshop. */
export function App({ services, View }: AppProps) {
  const { platform, context, translator, toasts } = services
  return (
    <AppContext value={services}>
      <LanguageProvider translator={translator}>
        <UiProvider toasts={toasts}>
          {context.role.kind === 'start' ? (
            <StartScreen />
          ) : (
            <Suspense fallback={null}>
              <WorkshopWindow platform={platform} context={context} View={View} />
            </Suspense>
          )}
          <AppDialogs />
        </UiProvider>
      </LanguageProvider>
    </AppContext>
  )
}
