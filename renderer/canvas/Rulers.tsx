import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import type { Dispose } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import { rulerMarks, type RulerMark } from './rulerMarks.ts'
import styles from './Rulers.module.css'
import { onThemeChange } from './themeColors.ts'

/** Thickness of a ruler, screen units; the same as in Rulers.module.css. */
const THICK = 20

interface RulersProps {
  readonly editor: Editor
  readonly format: (value: number) => string
}

/** Page units along the top and the left edge, if they are switched on. */
export function Rulers({ editor, format }: RulersProps): ReactNode {
  const shown = useSyncExternalStore(editor.view.subscribe, () => editor.view.get().rulers)
  return shown ? (
    <>
      <Ruler editor={editor} format={format} axis="x" />
      <Ruler editor={editor} format={format} axis="y" />
    </>
  ) : null
}

function Ruler({ editor, format, axis }: RulersProps & { readonly axis: 'x' | 'y' }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let due = 0
    const draw = () => {
      due ||= requestAnimationFrame(() => {
        due = 0
        paintRuler(element, editor, axis, format)
      })
    }
    draw()
    const stops: Dispose[] = [
      ...[editor.camera, editor.viewport].map((store) => store.subscribe(draw)),
      onThemeChange(draw),
    ]
    return () => {
      cancelAnimationFrame(due)
      for (const stop of stops) stop()
    }
  }, [editor, axis, format])
  return <canvas ref={canvas} className={styles[axis]} aria-hidden />
}

function paintRuler(
  canvas: HTMLCanvasElement,
  editor: Editor,
  axis: 'x' | 'y',
  format: RulersProps['format'],
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const camera = editor.camera.get()
  const { w, h } = editor.viewport.get()
  const length = axis === 'x' ? w : h
  const ratio = devicePixelRatio
  canvas.width = (axis === 'x' ? length : THICK) * ratio
  canvas.height = (axis === 'x' ? THICK : length) * ratio
  context.scale(ratio, ratio)
  if (axis === 'y') context.transform(0, -1, 1, 0, 0, length)
  const style = getComputedStyle(canvas)
  context.fillStyle = context.strokeStyle = style.color
  context.font = `10px ${style.fontFamily}`
  const from = axis === 'x' ? camera.x : camera.y
  for (const mark of rulerMarks(from, length, camera.zoom)) paintMark(context, mark, axis, length, format)
}

/** The ruler on the left is the one at the top, turned a quarter to the left. */
function paintMark(
  context: CanvasRenderingContext2D,
  { at, value, labelled }: RulerMark,
  axis: 'x' | 'y',
  length: number,
  format: RulersProps['format'],
): void {
  const x = axis === 'x' ? at : length - at
  context.fillRect(Math.round(x), labelled ? 0 : THICK - 5, 1, labelled ? THICK : 5)
  if (labelled) context.fillText(format(value), Math.round(x) + 4, 11)
}
