import { useEffect, useRef } from 'react'
import type { Editor } from '../../editor/editor.ts'
import type { TransformHint } from '../../editor/transformHint.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import styles from './TransformChip.module.css'

/** Where it is beside the pointer, in screen units: clear of the arrow. */
const ASIDE = 18

/** The size or the angle of what is being resized or turned, beside the pointer. Written without React: once a frame. */
export function TransformChip({ editor }: { readonly editor: Editor }) {
  const format = useFormat()
  const chip = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = chip.current
    if (!element) return
    const number = (value: number) => format.number(Math.round(value))
    const sentence = (hint: TransformHint): string =>
      hint.kind === 'size' ? `${number(hint.w)} × ${number(hint.h)}` : `${number(hint.degrees)}°`
    const show = (): void => {
      const [hint, pointer] = [editor.hint.get(), editor.pointer.get()]
      element.hidden = hint === null || pointer === null
      if (!hint || !pointer) return
      element.textContent = sentence(hint)
      const { w, h } = editor.viewport.get()
      const x = Math.min(pointer[0] + ASIDE, w - element.offsetWidth - ASIDE)
      const y = Math.min(pointer[1] + ASIDE, h - element.offsetHeight - ASIDE)
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    }
    const stops = [editor.hint.subscribe(show), editor.pointer.subscribe(() => editor.hint.get() && show())]
    return () => stops.forEach((stop) => stop())
  }, [editor, format])

  // What is read out is the selection itself; numbers that race past would only drown it.
  return <div ref={chip} className={styles['chip']} dir="ltr" aria-hidden hidden />
}
