import { useEffect, useState } from 'react'
import { stampable, stampSelection } from '../../../editor/commands/addStamps.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { Popover } from '../../../ui/Popover.tsx'
import { useApp } from '../../AppContext.ts'
import { PickerTrigger } from '../PickerTrigger.tsx'
import { theCanvas } from '../theCanvas.ts'
import { StampPicker } from './StampPicker.tsx'

/** The stamp tool: what is chosen goes on everything that is selected, or else with the pointer to where one clicks. */
export function StampButton({ editor }: { readonly editor: Editor }) {
  const { actions } = useApp()
  const { t } = useT()
  const [open, setOpen] = useState(false)

  useEffect(
    () =>
      actions.register([
        {
          id: 'tool.stamp',
          checked: () => editor.tool.get() === 'stamp',
          enabled: () => !editor.readOnly,
          run() {
            if (stampable(editor).length === 0) editor.setTool('stamp')
            setOpen(true)
          },
        },
      ]),
    [actions, editor],
  )

  function choose(stamp: string): void {
    editor.nextStyle.set({ ...editor.nextStyle.get(), stamp })
    setOpen(false)
    if (stampSelection(editor) === 0) editor.setTool('stamp')
    theCanvas()?.focus({ preventScroll: true })
  }

  return (
    <Popover
      title={t('action.tool.stamp')}
      side="top"
      open={open}
      onOpenChange={setOpen}
      trigger={<PickerTrigger action="tool.stamp" />}
    >
      <StampPicker value={editor.nextStyle.get().stamp} onChoose={choose} />
    </Popover>
  )
}
