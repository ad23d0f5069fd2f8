import type { ReactElement } from 'react'
import type { ActionId } from '../../../../shared/actions/actionTable.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { thePanel } from '../../../journey/panel/openPanel.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { PANELS_ICON } from '../../../ui/icons.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { MenuRadioGroup, MenuRadioItem, MenuSeparator } from '../../../ui/MenuItem.tsx'
import { useAction } from '../../actions/useAction.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { theCanvas } from '../theCanvas.ts'
import { PANELS } from './panels.ts'

interface PanelsMenuProps {
  readonly editor: Editor
  readonly trigger: ReactElement
  readonly align: 'start' | 'end'
}

/** All panels of the side, the outline last: to open one, or to go from one to another. */
export function PanelsMenu({ editor, trigger, align }: PanelsMenuProps) {
  const { actions } = useApp()
  const { panel, outline } = useStore(editor.view)
  const shown: ActionId | '' = panel ? `panel.${panel}` : outline ? 'view.outline' : ''
  const ids: readonly ActionId[] = PANELS.map(({ id }) => `panel.${id}` as const)
  return (
    <Menu trigger={trigger} align={align} focusAfter={whereOneIs}>
      <MenuRadioGroup
        value={shown}
        onChange={(value) => {
          const id = [...ids, 'view.outline' as const].find((one) => one === value)
          if (id && id !== shown) actions.run(id)
        }}
      >
        {ids.map((id) => (
          <PanelRow key={id} id={id} />
        ))}
        <MenuSeparator />
        <PanelRow id="view.outline" />
      </MenuRadioGroup>
    </Menu>
  )
}

function PanelRow({ id }: { readonly id: ActionId }) {
  const { label, icon, shortcut } = useAction(id)
  return (
    <MenuRadioItem value={id} icon={icon} shortcut={shortcut}>
      {label}
    </MenuRadioItem>
  )
}

/** Opens the list of panels. */
export function PanelsButton({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const { panel, outline } = useStore(editor.view)
  return (
    <PanelsMenu
      editor={editor}
      align="end"
      trigger={
        <IconButton icon={PANELS_ICON} label={t('sidePanel.all')} pressed={panel !== null || outline} />
      }
    />
  )
}

/** The focus goes into what was opened, not back to the button. */
function whereOneIs(): HTMLElement | null {
  const side = thePanel() ?? document.querySelector('[data-outline]')
  if (side?.contains(document.activeElement)) return document.activeElement as HTMLElement
  return side?.querySelector<HTMLElement>('[data-first-stop]') ?? thePanel() ?? theCanvas()
}
