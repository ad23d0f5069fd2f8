import { MOST_SELECTED, type Presence } from '../../shared/session/presence.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { toPage } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { LiveSession } from '../sync/liveSession.ts'
import { gestureOf, rounded } from './presence/gestureOf.ts'

/** How often the laser's line is told while the pointer rests: it goes out from its old end. */
const GLOWING_MS = 100

/**
 * Tells others what this person does on the board: where they are and point, what they select, move, draw and type. Only
 * what has changed is told. What a gesture did is in the document before others hear that it is over.
 */
export function tellPresence(
  editor: Editor,
  session: Pick<LiveSession, 'show'>,
  page: Pick<Document, 'hidden' | 'addEventListener'> = document,
): Dispose {
  const told = new Map<string, string>()
  let cursor: [number, number] | undefined
  let asked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function tell(): void {
    asked = false
    if (stopped) return
    const pointer = editor.pointer.get()
    // Whose pointer is over a panel points where it last was.
    if (pointer) cursor = rounded(toPage(editor.camera.get(), pointer))
    const changes = changesIn(told, {
      ...whatIsSeen(editor),
      cursor: editor.view.get().ownCursor ? cursor : undefined,
    })
    if (Object.keys(changes).length > 0) session.show(changes)
    if (editor.laser.get().held) timer ??= setTimeout(again, GLOWING_MS)
  }

  function again(): void {
    timer = undefined
    later()
  }

  /** Once everything that belongs to one input has happened. */
  function later(): void {
    if (asked) return
    asked = true
    queueMicrotask(tell)
  }

  function leaveBoard(): void {
    cursor = undefined
    later()
  }

  const stops = [
    ...[
      editor.pointer,
      editor.camera,
      editor.viewport,
      editor.selection,
      editor.preview,
      editor.stroke,
      editor.laser,
      editor.editing,
      editor.view,
    ].map((store) => store.subscribe(later)),
    editor.board.subscribe(leaveBoard),
    whileHidden(page, (hidden) => {
      if (hidden) cursor = undefined
      session.show({ away: hidden ? true : undefined })
      later()
    }),
  ]
  later()
  return () => {
    stopped = true
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

function whatIsSeen(editor: Editor): Told {
  const { x, y, zoom } = editor.camera.get()
  const { w, h } = editor.viewport.get()
  const [mx, my] = rounded([x + w / zoom / 2, y + h / zoom / 2])
  return {
    board: editor.board.get(),
    ...(w > 0 && { view: [mx, my, zoom], extent: rounded([w / zoom, h / zoom]) }),
    selection: [...editor.selection.get()].slice(0, MOST_SELECTED),
    gesture: gestureOf(editor, performance.now()),
  }
}

type Told = { readonly [K in keyof Presence]?: Presence[K] | undefined }

/** Those that differ from what was told last. */
export function changesIn(told: Map<string, string>, now: Told): Told {
  const changed = Object.entries(now).filter(([key, value]) => {
    const text = JSON.stringify(value) ?? ''
    if ((told.get(key) ?? '') === text) return false
    told.set(key, text)
    return true
  })
  return Object.fromEntries(changed)
}

function whileHidden(
  page: Pick<Document, 'hidden' | 'addEventListener'>,
  tell: (hidden: boolean) => void,
): Dispose {
  const stop = new AbortController()
  page.addEventListener('visibilitychange', () => tell(page.hidden), { signal: stop.signal })
  return () => stop.abort()
}
