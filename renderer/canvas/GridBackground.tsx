import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import type { Camera } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { GRID } from '../editor/viewOptions.ts'
import styles from './GridBackground.module.css'

/** Dots closer together than this are left out, screen units. */
const LEAST_GAP = 14

/** Distance between the dots that are shown at this zoom, page units: every one, every fifth, every twenty-fifth … */
export function gridStep(zoom: number): number {
  let step = GRID
  while (step * zoom < LEAST_GAP) step *= 5
  return step
}

/** The grid under everything, if it is switched on. */
export function GridBackground({ editor }: { readonly editor: Editor }): ReactNode {
  const shown = useSyncExternalStore(editor.view.subscribe, () => editor.view.get().grid)
  return shown ? <Dots editor={editor} /> : null
}

function Dots({ editor }: { readonly editor: Editor }): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = () => element.current && placeDots(element.current, editor.camera.get())
    place()
    return editor.camera.subscribe(place)
  }, [editor])
  return <div ref={element} className={styles['dots']} aria-hidden />
}

/** Dots lie in the middle of their tile, so the tile is moved by half its size. */
function placeDots({ style }: HTMLElement, { x, y, zoom }: Camera): void {
  const gap = gridStep(zoom) * zoom
  const offset = (at: number) => (((-at * zoom) % gap) + gap) % gap
  style.backgroundSize = `${gap}px ${gap}px`
  style.backgroundPosition = `${offset(x) - gap / 2}px ${offset(y) - gap / 2}px`
}
