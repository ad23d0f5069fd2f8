import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { toPage, toScreen } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import { stepAt, type StepTarget } from '../../editor/journey/stepAt.ts'
import styles from './DragToStep.module.css'
import { useEdgeScroll } from './useEdgeScroll.ts'

/** Something of a panel that is being dragged onto the board. */
interface Dragged<T> {
  readonly item: T
  /** CSS pixels of the window. */
  readonly from: Vec
  readonly at: Vec
  readonly target: StepTarget | undefined
  /** A press that has not moved is a click. */
  readonly moved: boolean
}

interface DragToStepOptions<T> {
  readonly editor: Editor
  /** Whole stages are targets, too. */
  readonly stages?: boolean
  readonly nameOf: (item: T) => string
  readonly onDrop: (item: T, target: StepTarget) => void
}

interface DragToStep<T> {
  /** For the handle of each item. */
  start(event: PointerEvent, item: T): void
  readonly dragging: T | undefined
  /** What is seen meanwhile; to be drawn somewhere. */
  readonly picture: ReactNode
}

/** How far the pointer goes before a press is a drag, CSS pixels. */
const SLOP = 5

/** Drags things from a panel onto steps of maps and storyboards: the step under the pointer lights up. */
export function useDragToStep<T>({
  editor,
  stages = false,
  nameOf,
  onDrop,
}: DragToStepOptions<T>): DragToStep<T> {
  const [drag, setDrag] = useState<Dragged<T> | null>(null)
  const now = useRef(drag)
  const isOn = drag !== null

  function update(next: Dragged<T> | null): void {
    now.current = next
    setDrag(next)
  }
  const onMove = useEffectEvent((event: globalThis.PointerEvent): void => {
    holdAt([event.clientX, event.clientY])
  })
  function holdAt(at: Vec): void {
    const old = now.current
    if (!old) return
    const moved = old.moved || Math.hypot(at[0] - old.from[0], at[1] - old.from[1]) > SLOP
    const found = moved ? targetAt(editor, at) : undefined
    update({ ...old, at, moved, target: found?.step !== undefined || stages ? found : undefined })
  }
  useEdgeScroll(editor, isOn, {
    pointer: () => (now.current?.moved ? now.current.at : undefined),
    onScroll: () => now.current && holdAt(now.current.at),
  })
  const onUp = useEffectEvent((): void => {
    const old = now.current
    update(null)
    if (old?.moved && old.target) onDrop(old.item, old.target)
  })

  useEffect(() => {
    if (!isOn) return undefined
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('pointermove', onMove, { signal })
    window.addEventListener('pointerup', onUp, { signal })
    window.addEventListener('pointercancel', () => update(null), { signal })
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      update(null)
    }
    window.addEventListener('keydown', onKey, { signal, capture: true })
    return () => stop.abort()
  }, [isOn])

  return {
    start(event, item) {
      if (event.button !== 0 || editor.fixed) return
      const from: Vec = [event.clientX, event.clientY]
      update({ item, from, at: from, target: undefined, moved: false })
    },
    dragging: drag?.moved ? drag.item : undefined,
    picture: drag?.moved ? <Picture editor={editor} drag={drag} name={nameOf(drag.item)} /> : null,
  }
}

const theBoard = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-canvas]')

/** What is under a point of the window, if it is the board and nothing over it. */
function targetAt(editor: Editor, [x, y]: Vec): StepTarget | undefined {
  const board = theBoard()
  if (!board?.contains(document.elementFromPoint(x, y))) return undefined
  const { left, top } = board.getBoundingClientRect()
  return stepAt(editor, toPage(editor.camera.get(), [x - left, y - top]))
}

interface PictureProps<T> {
  readonly editor: Editor
  readonly drag: Dragged<T>
  readonly name: string
}

function Picture<T>({ editor, drag, name }: PictureProps<T>) {
  const { target, at } = drag
  const { left = 0, top = 0 } = theBoard()?.getBoundingClientRect() ?? {}
  const camera = editor.camera.get()
  const corner = target && toScreen(camera, [target.box.x, target.box.y])
  return (
    <>
      {target && corner && (
        <div
          aria-hidden
          className={styles['target']}
          style={{
            left: left + corner[0],
            top: top + corner[1],
            width: target.box.w * camera.zoom,
            height: target.box.h * camera.zoom,
          }}
        />
      )}
      <div
        aria-hidden
        className={styles['ghost']}
        data-fits={target ? '' : undefined}
        dir="auto"
        style={{ left: at[0], top: at[1] }}
      >
        <span>{name}</span>
      </div>
    </>
  )
}
