import {
  useEffect,
  useRef,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import type { Dispose } from '../../shared/util/store.ts'
import { pan, visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import styles from './Minimap.module.css'
import { mapFrame, pageOf, paintMinimap, type MapFrame } from './minimapPicture.ts'
import { onThemeChange } from './themeColors.ts'

interface MinimapProps {
  readonly editor: Editor
  readonly label: string
  readonly className?: string | undefined
}

/** The picture follows edits and the view this long after the last change, in ms; the frame follows at once. */
const REST_MS = 200

/** The whole board in small, with the part that is seen: drag there, or use the arrow keys. */
export function Minimap({ editor, ...rest }: MinimapProps): ReactNode {
  const shown = useSyncExternalStore(editor.view.subscribe, () => editor.view.get().minimap)
  const { shapes } = editor.workshop
  const board = useSyncExternalStore(editor.board.subscribe, editor.board.get)
  const empty = useSyncExternalStore(shapes.subscribe, () => shapes.count(board) === 0)
  return shown && !empty ? <Map editor={editor} {...rest} /> : null
}

function Map({ editor, label, className }: MinimapProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  const seen = useRef<HTMLDivElement>(null)
  const frame = useRef<MapFrame | undefined>(undefined)

  useEffect(() => {
    const [picture, view] = [canvas.current, seen.current]
    if (!picture || !view) return
    return followBoard(editor, picture, view, frame)
  }, [editor])

  function look(event: PointerEvent<HTMLDivElement>): void {
    if (!frame.current) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const [x, y] = pageOf(frame.current, [event.clientX - left, event.clientY - top])
    const { w, h } = visibleBox(editor.camera.get(), editor.viewport.get())
    editor.camera.set({ ...editor.camera.get(), x: x - w / 2, y: y - h / 2 })
  }

  return (
    <div
      className={`${styles['frame']} ${className ?? ''}`}
      role="application"
      aria-label={label}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        look(event)
      }}
      onPointerMove={(event) => event.buttons > 0 && look(event)}
      onKeyDown={(event) => panByKey(event, editor)}
    >
      <div className={styles['map']}>
        <canvas ref={canvas} aria-hidden />
        <div ref={seen} className={styles['seen']} />
      </div>
    </div>
  )
}

/** The picture is painted when everything rests; until then only the frame of what is seen moves. */
function followBoard(
  editor: Editor,
  picture: HTMLCanvasElement,
  view: HTMLElement,
  frame: { current: MapFrame | undefined },
): Dispose {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined

  const place = () => {
    if (!frame.current) return
    const { x, y, w, h } = visibleBox(editor.camera.get(), editor.viewport.get())
    const { scale, left, top } = frame.current
    view.style.transform = `translate(${(x - left) * scale}px, ${(y - top) * scale}px)`
    view.style.width = `${Math.max(4, w * scale)}px`
    view.style.height = `${Math.max(4, h * scale)}px`
  }
  const repaint = () => {
    idle = undefined
    frame.current = mapFrame(editor)
    if (frame.current) paintMinimap(picture, editor, frame.current)
    place()
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (idle ??= requestIdleCallback(repaint)), REST_MS)
  }
  repaint()
  const stops: Dispose[] = [
    editor.camera.subscribe(() => {
      place()
      later()
    }),
    editor.viewport.subscribe(later),
    editor.board.subscribe(repaint),
    editor.workshop.shapes.subscribe(later),
    onThemeChange(repaint),
  ]
  return () => {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
    for (const stop of stops) stop()
  }
}

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A quarter of what is seen at a time. */
function panByKey(event: KeyboardEvent, editor: Editor): void {
  const direction = KEYS[event.key]
  if (!direction) return
  event.preventDefault()
  event.stopPropagation()
  const { w, h } = editor.viewport.get()
  editor.camera.set(pan(editor.camera.get(), [(direction[0] * w) / 4, (direction[1] * h) / 4]))
}
