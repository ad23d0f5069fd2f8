import { ChevronUp } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ActionChoice } from '../menus/ActionChoice.tsx'
import { useApp } from '../AppContext.ts'
import { ToolButton } from './ToolButton.tsx'
import styles from './ToolGroup.module.css'

interface ToolGroupProps {
  /** Names the button that shows the others. */
  readonly label: string
  readonly ids: readonly [ActionId, ...ActionId[]]
}

/** Tools of one family in the room of one: the one used last as a button, and the others behind a small arrow. */
export function ToolGroup({ label, ids }: ToolGroupProps) {
  const { actions } = useApp()
  const [last, setLast] = useState(ids[0])
  const inUse = useSyncExternalStore(actions.subscribe, () => ids.find((id) => actions.state(id).checked))
  if (inUse && inUse !== last) setLast(inUse)
  return (
    <span className={styles['group']}>
      <ToolButton id={inUse ?? last} />
      <Menu
        side="top"
        align="center"
        trigger={
          <IconButton
            icon={ChevronUp}
            size="small"
            label={label}
            tooltipSide="top"
            className={styles['more']}
          />
        }
      >
        <ActionChoice ids={ids} />
      </Menu>
    </span>
  )
}
