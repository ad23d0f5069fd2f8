import type Konva from 'konva'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Layer, Stage } from 'react-konva'
import type { Dispose } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import type { Size } from '../editor/camera.ts'
import styles from './BoardCanvas.module.css'
import type { ImagePictures } from './imagePictures.ts'
import { GridBackground } from './GridBackground.tsx'
import { mountBoard } from './mountBoard.ts'
import type { Others } from './others/others.ts'
import { mountOthers } from './others/mountOthers.ts'
import { mountLaser } from './laserSheet.ts'
import { mountStroke } from './strokeSheet.ts'
import { listenToPointer } from './pointerInput.ts'
import { TextEditor } from './TextEditor.tsx'
import type { TextMeasure } from './textMeasure.ts'

interface BoardCanvasProps {
  readonly editor: Editor
  readonly text: TextMeasure
  readonly images: ImagePictures
  /** Who else works on the workshop. */
  readonly others: Others
  /** Accessible name of the canvas. */
  readonly label: string
  /** Id of what describes the canvas: which keys work on it, and how to leave it. */
  readonly describedBy: string
  /** Accessible name of the field in which a note's text is typed. */
  readonly noteLabel: string
  /** `Tab` or Ctrl+Enter while typing: make the next note beside this one. */
  readonly onNextNote: () => void
}

/**
 * The board on screen. React makes what the parts of the picture lie in; they are painted directly, so that neither
 * panning nor dragging makes React work.
 */
export function BoardCanvas({
  editor,
  text,
  images,
  others,
  label,
  describedBy,
  noteLabel,
  onNextNote,
}: BoardCanvasProps): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const board = useRef<HTMLDivElement>(null)
  const lift = useRef<HTMLDivElement>(null)
  const overlay = useRef<Konva.Layer>(null)
  const [size, setSize] = useState<Size>({ w: 0, h: 0 })

  useEffect(() => {
    const element = host.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const next = { w: Math.round(entry.contentRect.width), h: Math.round(entry.contentRect.height) }
      editor.viewport.set(next)
      setSize(next)
    })
    observer.observe(element)
    const stops = [
      listenToPointer(element, editor),
      markTabbing(element),
      mountStroke(element, editor),
      mountLaser(element, editor),
    ]
    return () => {
      observer.disconnect()
      for (const stop of stops) stop()
    }
  }, [editor])

  useEffect(() => {
    if (!board.current || !lift.current || !overlay.current) return
    const holders = { board: board.current, lift: lift.current, overlay: overlay.current }
    return mountBoard(holders, editor, text, images)
  }, [editor, text, images])

  useEffect(() => {
    if (host.current) return mountOthers(host.current, { editor, others, text, images })
    return undefined
  }, [editor, others, text, images])

  return (
    <div
      ref={host}
      className={styles['host']}
      role="application"
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={0}
      data-canvas
    >
      <GridBackground editor={editor} />
      <div ref={board} className={styles['moved']} />
      <div ref={lift} className={styles['moved']} />
      <Stage width={size.w} height={size.h} listening={false}>
        <Layer ref={overlay} listening={false} />
      </Stage>
      <TextEditor
        editor={editor}
        generation={text.generation}
        label={noteLabel}
        onNextNote={onNextNote}
        canvas={host}
      />
    </div>
  )
}

/** A ring around the whole canvas helps who came by Tab, and would only be in the way of everybody else. */
function markTabbing(element: HTMLElement): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const unmark = () => void delete element.dataset['tabbed']
  element.addEventListener('keyup', ({ key }) => key === 'Tab' && (element.dataset['tabbed'] = ''), options)
  for (const event of ['blur', 'pointerdown', 'keydown']) element.addEventListener(event, unmark, options)
  return () => stop.abort()
}
