import { theme } from '../../../shared/ipc/desktopContract.ts'
import { useT } from '../../i18n/useT.ts'
import { ACTION_ICONS } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { useApp } from '../AppContext.ts'
import { useStore } from '../useStore.ts'

/** Light, dark, or what the system says. */
export function ThemeChoice() {
  const { settings } = useApp()
  const { t } = useT()
  const chosen = useStore(settings)
  return (
    <SegmentedControl
      label={t('menu.theme')}
      iconsOnly
      value={chosen.theme}
      segments={theme.options.map((value) => ({
        value,
        label: t(`action.theme.${value}`),
        icon: ACTION_ICONS[`theme.${value}`],
      }))}
      onChange={(next) => settings.set({ ...chosen, theme: next })}
    />
  )
}
