import Konva from 'konva'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Layer, Stage } from 'react-konva'
import type { Dispose } from '../../shared/util/store.ts'
import type { Editor } from '../editor/editor.ts'
import type { Size } from '../editor/camera.ts'
import styles from './BoardCanvas.module.css'
import { createBoardPicture } from './boardPicture.ts'
import type { ImagePictures } from './imagePictures.ts'
import { paintConnecting } from './connectPicture.ts'
import { paintDraft } from './draftPicture.ts'
import { GridBackground } from './GridBackground.tsx'
import { paintOverlay } from './overlayPicture.ts'
import { mountStroke } from './strokeSheet.ts'
import { listenToPointer } from './pointerInput.ts'
import { TextEditor } from './TextEditor.tsx'
import type { TextMeasure } from './textMeasure.ts'
import { overlayColors, onThemeChange } from './themeColors.ts'

interface BoardCanvasProps {
  readonly editor: Editor
  readonly text: TextMeasure
  readonly images: ImagePictures
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
 * The board on screen. React makes the stage and its two layers; what is on them is painted directly, one custom
 * shape each, so that neither panning nor dragging makes React work.
 */
export function BoardCanvas({
  editor,
  text,
  images,
  label,
  describedBy,
  noteLabel,
  onNextNote,
}: BoardCanvasProps): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const board = useRef<Konva.Layer>(null)
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
    const stops = [listenToPointer(element, editor), markTabbing(element), mountStroke(element, editor)]
    return () => {
      observer.disconnect()
      for (const stop of stops) stop()
    }
  }, [editor])

  useEffect(() => {
    if (!board.current || !overlay.current) return
    return mountPictures(board.current, overlay.current, editor, text, images)
  }, [editor, text, images])

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
      <Stage width={size.w} height={size.h} listening={false}>
        <Layer ref={board} listening={false} />
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

/** Whether notes say who wrote them is part of what they look like. */
function onAuthorsChange({ view }: Editor, listener: () => void): Dispose {
  let shown = view.get().authors
  return view.subscribe(() => {
    if (view.get().authors === shown) return
    shown = view.get().authors
    listener()
  })
}

/** Puts one self-painting shape on each layer and repaints when, and only when, something it shows has changed. */
function mountPictures(
  board: Konva.Layer,
  overlay: Konva.Layer,
  editor: Editor,
  text: TextMeasure,
  images: ImagePictures,
): Dispose {
  const picture = createBoardPicture(editor, text, images)
  let colors = overlayColors()
  let marked = false

  const boardShape = new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc(konva) {
      const context = konva._context
      const { x, y, zoom } = editor.camera.get()
      context.save()
      context.scale(zoom, zoom)
      context.translate(-x, -y)
      context.textRendering = 'geometricPrecision'
      const complete = picture.paint(context)
      context.restore()
      if (!complete) requestAnimationFrame(() => board.batchDraw())
      if (!marked && editor.viewport.get().w > 0) {
        marked = true
        performance.mark('throughline:board-painted')
      }
    },
  })
  const overlayShape = new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc(konva) {
      paintDraft(konva._context, editor, text.measure, images)
      paintOverlay(konva._context, editor, colors)
      paintConnecting(konva._context, editor, colors)
    },
  })
  board.add(boardShape)
  overlay.add(overlayShape)

  const repaintBoard = () => void board.batchDraw()
  const repaintOverlay = () => void overlay.batchDraw()
  const repaint = () => {
    repaintBoard()
    repaintOverlay()
  }
  const { camera, viewport, selection, preview, marquee, editing, ghost, noteColor, fading } = editor
  const stops: Dispose[] = [
    editor.board.subscribe(repaint),
    editor.workshop.shapes.subscribe(repaint),
    ...[camera, viewport, preview, editing].map((store) => store.subscribe(repaint)),
    fading.subscribe(repaintBoard),
    ...[selection, marquee, ghost, noteColor].map((store) => store.subscribe(repaintOverlay)),
    ...[editor.guides, editor.hint, editor.inside].map((store) => store.subscribe(repaintOverlay)),
    ...[editor.draft, editor.found].map((store) => store.subscribe(repaintOverlay)),
    editor.attachment.subscribe(repaintOverlay),
    editor.dots.subscribe(repaintOverlay),
    text.generation.subscribe(() => {
      picture.forget()
      repaintBoard()
    }),
    images.onReady(repaintBoard),
    onAuthorsChange(editor, () => {
      picture.forget()
      repaintBoard()
    }),
    onThemeChange(() => {
      colors = overlayColors()
      picture.forget()
      repaint()
    }),
  ]
  repaint()
  return () => {
    for (const stop of stops) stop()
    boardShape.destroy()
    overlayShape.destroy()
  }
}
