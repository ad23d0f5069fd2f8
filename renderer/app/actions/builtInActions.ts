import { LANGUAGE_NAMES, type Language } from '../../../shared/i18n/languages.ts'
import { theme, type Outcome } from '../../../shared/ipc/desktopContract.ts'
import type { AppDialog, AppServices } from '../AppContext.ts'
import { showOutcome } from '../showFailure.ts'
import type { ActionRegistration } from './createActions.ts'

/** The actions that every window has, whatever its screen. */
export function builtInActions(
  services: Pick<AppServices, 'platform' | 'context' | 'settings' | 'dialog' | 'toasts' | 'translator'>,
): readonly ActionRegistration[] {
  const isStart = services.context.role.kind === 'start'
  return [
    ...windowActions(services),
    ...(isStart ? startActions(services) : []),
    ...settingActions(services),
    ...helpActions(services),
  ]
}

function windowActions({
  platform,
  toasts,
  translator,
  dialog,
}: Pick<AppServices, 'platform' | 'toasts' | 'translator' | 'dialog'>): readonly ActionRegistration[] {
  const { desktop, can } = platform
  const tell = (outcome: Outcome) => showOutcome(toasts, translator.t, outcome)
  return [
    { id: 'file.new', enabled: () => can('newWorkshop'), run: async () => tell(await desktop.newWorkshop()) },
    {
      id: 'file.newFromTemplate',
      enabled: () => can('newWorkshop'),
      run: () => dialog.set(dialog.get() === 'templates' ? null : 'templates'),
    },
    {
      id: 'file.newGuided',
      enabled: () => can('newWorkshop'),
      run: async () =>
        tell(await desktop.newWorkshop({ name: translator.t('main.untitled'), begin: { kind: 'flow' } })),
    },
    {
      id: 'file.sample',
      enabled: () => can('newWorkshop'),
      run: async () =>
        tell(await desktop.newWorkshop({ name: translator.t('template.sample'), begin: { kind: 'sample' } })),
    },
    {
      id: 'file.open',
      enabled: () => can('openWorkshop'),
      run: async () => tell(await desktop.openWorkshop()),
    },
    { id: 'file.close', enabled: () => can('closeWindow'), run: () => desktop.closeWindow() },
    { id: 'app.quit', enabled: () => can('quit'), run: () => desktop.quit() },
    {
      id: 'session.settings',
      enabled: () => can('startHost'),
      run: () => dialog.set(dialog.get() === 'sessionSettings' ? null : 'sessionSettings'),
    },
    { id: 'view.fullScreen', enabled: () => can('toggleFullScreen'), run: () => desktop.toggleFullScreen() },
    { id: 'view.devTools', enabled: () => can('toggleDevTools'), run: () => desktop.toggleDevTools() },
  ]
}

/** What a workshop window does with its workshop, and the start screen without one. */
const startActions = ({
  platform,
  dialog,
}: Pick<AppServices, 'platform' | 'dialog'>): readonly ActionRegistration[] => [
  {
    id: 'session.join',
    enabled: () => platform.can('createJoined'),
    run: () => dialog.set(dialog.get() === 'join' ? null : 'join'),
  },
]

function settingActions({ settings }: Pick<AppServices, 'settings'>): readonly ActionRegistration[] {
  const themes = theme.options.map((option): ActionRegistration => ({
    id: `theme.${option}`,
    run: () => settings.set({ ...settings.get(), theme: option }),
    checked: () => settings.get().theme === option,
  }))
  const languages = (Object.keys(LANGUAGE_NAMES) as Language[]).map((option): ActionRegistration => ({
    id: `language.${option}`,
    run: () => settings.set({ ...settings.get(), language: option }),
    checked: () => settings.get().language === option,
  }))
  return [...themes, ...languages]
}

function helpActions({ dialog }: Pick<AppServices, 'dialog'>): readonly ActionRegistration[] {
  const toggle = (which: AppDialog) => () => dialog.set(dialog.get() === which ? null : which)
  return [
    { id: 'help.palette', run: toggle('palette') },
    { id: 'help.shortcuts', run: toggle('shortcuts') },
    { id: 'help.about', run: toggle('about') },
  ]
}
