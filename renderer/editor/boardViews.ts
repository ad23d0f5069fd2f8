import type { Travel } from '../../shared/model/history.ts'
import type { BoardId, ShapeId } from '../../shared/model/ids.ts'
import type { Dispose, Store } from '../../shared/util/store.ts'
import type { Camera } from './camera.ts'
import { fitAll, revealShapes } from './commands/lookAt.ts'
import type { Editor } from './editor.ts'

/** Which board is seen, and from where: each keeps its camera as long as the window lives. */
export interface BoardViews {
  /** Shows another board. What was under way on the last one did not happen, and nothing is selected. */
  show(board: BoardId): void
  dispose: Dispose
}

/** Also follows what others do: who looks at a board that is removed sees the one that takes its place. */
export function createBoardViews(editor: Editor, shown: Store<BoardId>): BoardViews {
  const { boards, history } = editor.workshop
  const cameras = new Map<BoardId, Camera>()
  let listed = boards.all()

  function show(board: BoardId): void {
    if (board === shown.get() || !boards.get(board)) return
    editor.editing.set(null)
    editor.dispatch({ type: 'cancel' })
    editor.ghost.set(null)
    editor.selection.set(new Set())
    cameras.set(shown.get(), editor.camera.get())
    shown.set(board)
    const camera = cameras.get(board)
    if (camera) editor.camera.set(camera)
    else fitAll(editor)
  }

  function leaveMissing(): void {
    const now = boards.all()
    if (!boards.get(shown.get())) {
      const place = listed.findIndex(({ id }) => id === shown.get())
      const next = now[Math.min(Math.max(0, place), now.length - 1)]
      if (next) show(next.id)
    }
    listed = now
  }

  const stops = [
    boards.subscribe(leaveMissing),
    history.follow({
      here: () => ({ board: shown.get(), selection: editor.selection.get() }),
      arrive: (travel) => arrive(editor, travel),
    }),
  ]
  return { show, dispose: () => stops.forEach((stop) => stop()) }
}

/** Goes where something was undone or redone, selects what it was about, and brings it into view. */
function arrive(editor: Editor, { direction, place, changed, appeared }: Travel): void {
  const { shapes } = editor.workshop
  const there = [...changed].flatMap((id) => shapes.get(id) ?? [])
  const here = there.some(({ board }) => board === editor.board.get()) ? editor.board.get() : undefined
  const target = appeared[0] ?? here ?? there[0]?.board ?? place?.board
  if (target !== undefined) editor.showBoard(target)
  // A whole board that is back says enough by itself.
  if (changed.size === 0 || appeared.length > 0) return
  const onBoard = there.filter(({ board }) => board === editor.board.get())
  const before = [...(place?.selection ?? [])].filter((id) => shapes.get(id)?.board === editor.board.get())
  const meant = direction === 'undo' || before.some((id) => changed.has(id)) ? before : undefined
  const selection = new Set<ShapeId>(meant ?? onBoard.map(({ id }) => id))
  editor.selection.set(selection)
  const edited = editor.editing.get()
  if (edited !== null && !selection.has(edited)) editor.editing.set(null)
  revealShapes(editor, onBoard)
}
