import { useEffect } from 'react'
import type { StepId } from '../../../shared/journey/ids.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Editor } from '../../editor/editor.ts'
import { placesOf } from '../../editor/journey/showStep.ts'
import { useStore } from '../../ui/useStore.ts'
import type { Together } from '../createTogether.ts'
import { followLive } from '../duringLive.ts'
import { wallFit } from './wallFit.ts'

/** What the wall shows: where the facilitator is, all of the board, the frame everybody is pointed at, or where it was put. */
export type WallMode = 'follow' | 'all' | 'frame' | 'free'

interface WallCamera {
  readonly editor: Editor
  readonly together: Together
  readonly mode: WallMode
  /** Whom to follow. */
  readonly leader: PersonId | undefined
  /** Who is at the wall has moved the view by hand. */
  readonly onTakenOver: () => void
}

/** Keeps the wall's view where the mode says. */
export function useWallCamera({ editor, together, mode, leader, onTakenOver }: WallCamera): void {
  const { live, following, flight } = together
  const followed = useStore(following.person)

  useEffect(() => {
    following.follow(mode === 'follow' ? (leader ?? null) : null)
  }, [following, mode, leader])

  // Moving the view ends following, so that is how it is heard of.
  useEffect(() => {
    if (mode !== 'follow' || leader === undefined || followed === leader) return undefined
    const timer = setTimeout(onTakenOver)
    return () => clearTimeout(timer)
  }, [mode, leader, followed, onTakenOver])

  useEffect(() => {
    if (mode === 'follow' || mode === 'free') return undefined
    const look = () => (mode === 'all' ? showAll(editor, together) : showFocus(editor, together))
    look()
    const stops = [
      editor.workshop.shapes.subscribe(look),
      editor.viewport.subscribe(look),
      editor.board.subscribe(look),
      followLive(live, ({ focus }) => [focus], look),
    ]
    return () => stops.forEach((stop) => stop())
  }, [editor, together, live, mode])

  useEffect(
    () => () => {
      following.follow(null)
      flight.stop()
    },
    [following, flight],
  )
}

function showAll(editor: Editor, { flight }: Together): void {
  const box = editor.workshop.shapes.bounds(editor.board.get())
  if (box) flight.to(editor.board.get(), wallFit(box, editor.viewport.get()))
}

function showFocus(editor: Editor, { live, flight }: Together): void {
  const step = live.get()?.focus.get()
  const [place] = step ? placesOf(editor, step as StepId) : []
  if (place) flight.to(place.view.board, wallFit(place.box, editor.viewport.get()))
}
