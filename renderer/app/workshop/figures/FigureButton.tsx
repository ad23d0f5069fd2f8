import { useEffect, useState } from 'react'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import type { FigureId } from '../../../../shared/scene/figures/figures.ts'
import { placeFigure } from '../../../editor/commands/placeFigure.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { Popover } from '../../../ui/Popover.tsx'
import { useApp } from '../../AppContext.ts'
import { PickerTrigger } from '../PickerTrigger.tsx'
import { theCanvas } from '../theCanvas.ts'
import { FigurePicker } from './FigurePicker.tsx'
import { pagePointAt } from './pagePointAt.ts'

/** Opens the cast and props: what is chosen is put in the middle of the view, what is dragged where it is let go. */
export function FigureButton({ editor }: { readonly editor: Editor }) {
  const { actions } = useApp()
  const { t } = useT()
  const [open, setOpen] = useState(false)

  useEffect(
    () =>
      actions.register([
        {
          id: 'tool.figure',
          checked: () => open,
          enabled: () => !editor.readOnly,
          run: () => setOpen((now) => !now),
        },
      ]),
    [actions, editor, open],
  )

  function place(figure: FigureId, point?: Vec): void {
    setOpen(false)
    placeFigure(editor, figure, point)
    theCanvas()?.focus({ preventScroll: true })
  }

  /** Outside the board, or over a bar, nothing was meant. */
  function drop(figure: FigureId, at: Vec): void {
    const point = pagePointAt(editor, at)
    if (point) place(figure, point)
  }

  return (
    <Popover
      title={t('action.tool.figure')}
      side="top"
      open={open}
      onOpenChange={setOpen}
      returnFocus={theCanvas}
      trigger={<PickerTrigger action="tool.figure" />}
    >
      <FigurePicker editor={editor} onChoose={place} onDrop={drop} />
    </Popover>
  )
}
