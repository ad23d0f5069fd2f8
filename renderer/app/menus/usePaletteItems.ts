import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { ACTION_IDS, actionOf, type ActionId } from '../../../shared/actions/actionTable.ts'
import { NOTE_COLORS } from '../../../shared/model/color.ts'
import { formatShortcut } from '../../../shared/actions/shortcut.ts'
import { useT } from '../../i18n/useT.ts'
import { ACTION_ICONS, DIRECTIONAL } from '../../ui/icons.ts'
import type { PaletteRow } from '../../ui/PaletteList.tsx'
import { actionLabel } from '../actions/actionLabel.ts'
import { useApp } from '../AppContext.ts'
import type { Findable } from './findActions.ts'

export type PaletteItem = PaletteRow<ActionId> & Findable

/** Menus whose entries say too little without their title: "Dark" is a theme. */
const TITLED = {
  theme: 'theme',
  language: 'language',
  note: 'color',
  tool: 'tools',
  sort: 'sort',
  group: 'group',
} as const

const NAMES_OF_COLORS: ReadonlySet<string> = new Set(NOTE_COLORS)

/** Every action that is possible when the palette opens, as the palette shows it. */
export function usePaletteItems(open: boolean): readonly PaletteItem[] {
  const { actions, context, translator } = useApp()
  const { t } = useT()
  return useMemo(() => {
    if (!open) return []
    const english = translator.getFixedT('en')
    return ACTION_IDS.filter((id) => id !== 'help.palette' && actions.state(id).enabled).map((id) => {
      const label = titledLabel(t, id)
      const [shortcut] = actionOf(id).shortcuts
      return {
        value: id,
        label,
        names: [label, titledLabel(english, id), t(`action.${id}`), english(`action.${id}`)],
        icon: ACTION_ICONS[id],
        directional: DIRECTIONAL.has(id),
        checked: actions.state(id).checked,
        shortcut: shortcut === undefined ? undefined : formatShortcut(shortcut, context.platform),
      }
    })
  }, [open, actions, context.platform, translator, t])
}

function titledLabel(t: TFunction, id: ActionId): string {
  const [family = '', name = ''] = id.split('.')
  const label = actionLabel(t, id)
  if (family === 'note' && !NAMES_OF_COLORS.has(name)) return label
  return family in TITLED ? `${t(`menu.${TITLED[family as keyof typeof TITLED]}`)}: ${label}` : label
}
