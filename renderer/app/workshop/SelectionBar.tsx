import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { NoteColor } from '../../../shared/model/color.ts'
import { toScreen } from '../../editor/camera.ts'
import { recolorNotes } from '../../editor/commands/recolorNotes.ts'
import { selectedShapes, type Editor } from '../../editor/editor.ts'
import { ROTATE_DISTANCE } from '../../editor/resizing.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAction } from '../actions/useAction.ts'
import { useStore } from '../useStore.ts'
import { keepFocus } from './keepFocus.ts'
import styles from './SelectionBar.module.css'
import { AltTextButton } from './images/AltTextButton.tsx'
import { Swatches } from './Swatches.tsx'

/** Space between the selection and the bar, and between the bar and the window's edge; screen units. */
const GAP = 14
const EDGE = 12
/** For the handle that turns the selection. */
const ROTATE_ROOM = ROTATE_DISTANCE - 4
/** Below the bar at the top of the window. */
const TOP_EDGE = 68

/** What can be done with what is selected, right above it. */
export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const selection = useStore(editor.selection)
  const busy = useStore(editor.preview) !== null
  const marquee = useStore(editor.marquee) !== null
  if (selection.size === 0 || editor.readOnly || busy || marquee) return null
  return <Bar editor={editor} count={selection.size} />
}

function Bar({ editor, count }: { readonly editor: Editor; readonly count: number }) {
  const { t } = useT()
  const bar = useRef<HTMLDivElement>(null)
  const duplicate = useAction('edit.duplicate')
  const remove = useAction('edit.delete')
  const { kinds } = editor.selected.get()
  const hasColor = kinds.has('note') || kinds.has('section')
  const color = useSyncExternalStore(editor.workshop.shapes.subscribe, () => commonColor(editor))

  useEffect(() => {
    const element = bar.current
    if (!element) return
    const place = () => placeAbove(element, editor)
    place()
    const stops = [
      ...[editor.camera, editor.viewport, editor.selection].map((store) => store.subscribe(place)),
      editor.workshop.shapes.subscribe(place),
    ]
    return () => stops.forEach((stop) => stop())
  }, [editor, count])

  return (
    <div
      ref={bar}
      onMouseDown={keepFocus}
      className={styles['bar']}
      role="toolbar"
      aria-label={t('workshop.selected', { count })}
    >
      {count > 1 && <span className={styles['count']}>{t('workshop.selected', { count })}</span>}
      {hasColor && (
        <>
          <Swatches value={color} onChange={(next) => recolorNotes(editor, next)} />
          <span className={styles['rule']} />
        </>
      )}
      <AltTextButton editor={editor} />
      {[duplicate, remove].map(
        ({ id, icon, label, shortcut, run }) =>
          icon && (
            <IconButton
              key={id}
              icon={icon}
              label={label}
              shortcut={shortcut}
              tooltipSide="top"
              onClick={run}
            />
          ),
      )}
    </div>
  )
}

function commonColor(editor: Editor): NoteColor | undefined {
  const [first, ...rest] = selectedShapes(editor).flatMap((shape) =>
    shape.kind === 'note' || shape.kind === 'section' ? [shape.style.color] : [],
  )
  return rest.every((color) => color === first) ? first : undefined
}

/** Above the selection, below it where there is no room, and always within the window. */
function placeAbove(bar: HTMLElement, editor: Editor): void {
  const { bounds: box, canRotate } = editor.selected.get()
  if (!box) return
  const gap = canRotate ? GAP + ROTATE_ROOM : GAP
  const camera = editor.camera.get()
  const viewport = editor.viewport.get()
  const [left, top] = toScreen(camera, [box.x, box.y])
  const { offsetWidth: w, offsetHeight: h } = bar
  const x = left + (box.w * camera.zoom) / 2 - w / 2
  const above = top - h - gap
  const below = top + box.h * camera.zoom + GAP
  const y = above >= TOP_EDGE ? above : Math.min(below, viewport.h - h - TOP_EDGE)
  const clampedX = Math.min(Math.max(EDGE, x), Math.max(EDGE, viewport.w - w - EDGE))
  const clampedY = Math.min(Math.max(TOP_EDGE, y), Math.max(TOP_EDGE, viewport.h - h - TOP_EDGE))
  bar.style.transform = `translate(${Math.round(clampedX)}px, ${Math.round(clampedY)}px)`
}
