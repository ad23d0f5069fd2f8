import { useRef, useState, useEffect, useSyncExternalStore } from 'react'
import { LANE_KINDS } from '../../../../shared/journey/entities.ts'
import type { Editor } from '../../../editor/editor.ts'
import { addLaneToMap } from '../../../editor/journey/mapCommands.ts'
import { useT } from '../../../i18n/useT.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { MenuItem } from '../../../ui/MenuItem.tsx'
import { theCanvas } from '../theCanvas.ts'

/** Asks which lane to add to a map, where its plus was clicked. */
export function LaneMenu({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const asked = useSyncExternalStore(editor.laneMenu.subscribe, editor.laneMenu.get)
  const anchor = useRef<HTMLSpanElement>(null)
  const [isPlaced, setPlaced] = useState(false)
  useEffect(() => setPlaced(asked !== null), [asked])
  if (!asked) return null
  const close = (): void => editor.laneMenu.set(null)
  const [left, top] = asked.at
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'absolute', left, top, width: 1, height: 1 }} />
      <Menu
        open={isPlaced}
        anchor={() => anchor.current}
        onOpenChange={(open) => !open && close()}
        focusAfter={theCanvas}
      >
        {LANE_KINDS.map((kind) => (
          <MenuItem
            key={kind}
            onSelect={() => {
              addLaneToMap(editor, asked.journey, kind)
              close()
            }}
          >
            {t(`lane.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
