import { contains, grow } from '../../../shared/geometry/box.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Gesture } from '../../../shared/session/presence.ts'
import { initialsOf } from '../../../shared/util/initialsOf.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { toScreen, visibleBox, type Camera } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import type { ImagePictures } from '../imagePictures.ts'
import { createPaintSources } from '../paintSources.ts'
import type { TextMeasure } from '../textMeasure.ts'
import { REST_MS } from '../viewMotion.ts'
import { boardTheme, onThemeChange, personColors } from '../themeColors.ts'
import { createCursorTags } from './cursorTags.ts'
import { createGhosts, type Carried } from './ghosts.ts'
import { glideTo } from './glide.ts'
import { createHands, isCarrying, type Hand } from './hands.ts'
import type { Other, Others } from './others.ts'
import type { Marker } from './othersPicture.ts'
import { createMarksSheet } from './marksSheet.ts'
import { createPointers } from './pointers.ts'

/** Most often that what others do is looked at, ms. */
const STEP_MS = 40
const NOT_MOVED = glideTo(undefined, [0, 0], 0)

interface OthersOptions {
  readonly editor: Editor
  readonly others: Others
  readonly text: TextMeasure
  readonly images: Pick<ImagePictures, 'draw'>
}

/**
 * Shows on the board what others do on it: where they point, what they have selected, what they move, resize and draw.
 * The board itself is repainted only when something is taken up or put down. Does something only in frames in which
 * somebody did.
 */
export function mountOthers(host: HTMLElement, options: OthersOptions): Dispose {
  const { editor, others, text, images } = options
  const { shapes } = editor.workshop
  const ghosts = createGhosts(host, createPaintSources(images))
  const tags = createCursorTags(host)
  const pointers = createPointers()
  const hands = createHands()
  let colors = personColors()
  const sheet = createMarksSheet(host, editor, markerOf)
  const resized = new WeakMap<Gesture, readonly Shape[]>()
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let steppedAt = -Infinity
  /** The view in the last frame. */
  let camera: Camera | undefined
  /** What the sheet shows, as text: as long as it is the same, it need not be painted. */
  let marks = ''
  let stale = true

  const here = (): readonly Other[] => {
    const board = editor.board.get()
    return others.get().filter(({ presence }) => presence.board === board)
  }

  function step(): void {
    frame = 0
    const now = performance.now()
    const list = here()
    const moves = camera !== undefined && camera !== editor.camera.get()
    camera = editor.camera.get()
    steppedAt = now
    showCursors(list, now, moves)
    followHands(list, now)
    showCarried(list, now, moves)
    const next = marksOf(list, hands.all())
    const fading = hands.all().some(isGoingOut)
    if (stale || fading || next !== marks) sheet.paint(list, hands.all(), now)
    marks = next
    stale = false
    if (fading) later()
    else wake(now, moves)
  }

  function showCursors(list: readonly Other[], now: number, moves: boolean): void {
    pointers.update(list, now)
    const shown = editor.view.get().cursors ? pointers.shown(now) : []
    const seen = grow(visibleBox(editor.camera.get(), editor.viewport.get()), 40 / editor.camera.get().zoom)
    const isSeen = ({ glide: { from, to } }: (typeof shown)[number]) =>
      contains(seen, to) || contains(seen, from)
    tags.show(shown.filter(isSeen), { toScreen: (point) => toScreen(editor.camera.get(), point), now, moves })
  }

  function followHands(list: readonly Other[], now: number): void {
    const doing = new Map(list.map(({ person, presence }) => [person, presence.gesture]))
    const stays = new Map(hands.all().map(({ person }) => [person, undefined]))
    hands.update(new Map([...stays, ...doing]), (id) => shapes.get(id)?.geometry, now)
    const mine = ownIds(editor)
    const ids = hands.all().flatMap(({ gesture, ids: held }) => (isCarrying(gesture) ? held : []))
    const held = new Set(ids.filter((id) => !mine.has(id)))
    if (!sameSet(held, editor.held.get())) editor.held.set(held)
  }

  function showCarried(list: readonly Other[], now: number, moves: boolean): void {
    const people = new Map(list.map((other) => [other.person, other]))
    const carried = hands.all().flatMap((hand): readonly Carried[] => {
      if (!isCarrying(hand.gesture)) return []
      const marker = markerOf(people.get(hand.person))
      return [{ person: hand.person, marker, shapes: shapesOf(hand), by: hand.by ?? NOT_MOVED }]
    })
    const look = {
      measure: text.measure,
      theme: boardTheme(),
      authors: editor.view.get().authors,
      words: editor.words.get(),
    }
    const seen = { camera: editor.camera.get(), viewport: editor.viewport.get() }
    ghosts.show(carried, { ...seen, ratio: devicePixelRatio, look, now, moves })
  }

  /** The same shapes from one sample to the next: they are painted once. */
  function shapesOf(hand: Hand): readonly Shape[] {
    const lying = carriedShapes(hand, editor)
    if (hand.gesture.kind === 'move') return lying
    const before = resized.get(hand.gesture)
    if (before?.length === lying.length) return before
    resized.set(hand.gesture, lying)
    return lying
  }

  /** Whoever is gone leaves nothing but what they were moving, for a moment. */
  function markerOf(other: Other | undefined): Marker {
    const color = colors.of(other?.color ?? 11)
    return { initials: initialsOf(other?.name ?? ''), color, text: colors.text }
  }

  function later(): void {
    clearTimeout(timer)
    timer = undefined
    if (frame === 0) frame = requestAnimationFrame(step)
  }

  /** What many people do at once is shown together: in between the compositor moves what moves. */
  function soon(): void {
    if (frame !== 0) return
    const wait = steppedAt + STEP_MS - performance.now()
    if (wait <= 0) return later()
    clearTimeout(timer)
    timer = setTimeout(later, wait)
  }

  /** Pointers become idle, what was let go of goes out, and the view comes to rest, without anybody doing anything. */
  function wake(now: number, moves: boolean): void {
    const rest = moves ? now + REST_MS : Infinity
    const next = Math.min(pointers.nextIdle(now) ?? Infinity, hands.nextEnd() ?? Infinity, rest)
    clearTimeout(timer)
    timer = next === Infinity ? undefined : setTimeout(later, Math.max(0, next - now) + 1)
  }

  function repaint(): void {
    stale = true
    later()
  }
  const viewMoved = () => {
    if (sheet.isShown() || pointers.count() > 0 || hands.all().length > 0) repaint()
  }
  const forget = () => {
    colors = personColors()
    ghosts.forget()
    repaint()
  }

  const stops = [
    others.subscribe(soon),
    editor.camera.subscribe(viewMoved),
    editor.viewport.subscribe(() => {
      sheet.fit()
      viewMoved()
    }),
    editor.board.subscribe(repaint),
    editor.view.subscribe(later),
    shapes.subscribe((changed) => {
      if ([...changed].some((id) => shapes.get(id)?.kind === 'ink')) hands.inkArrived()
      if (sheet.isShown() || hands.all().length > 0) repaint()
    }),
    text.generation.subscribe(forget),
    onThemeChange(forget),
  ]
  later()
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    for (const stop of stops) stop()
    tags.dispose()
    ghosts.forget()
    sheet.remove()
    editor.held.set(new Set())
  }
}

/** What somebody has in their hand, as they leave it for now; what they move is still where it lies. */
function carriedShapes({ gesture, ids }: Hand, { workshop, board, held }: Editor): readonly Shape[] {
  const geometries = new Map(gesture.kind === 'resize' ? gesture.shapes : [])
  return ids.flatMap((id) => {
    const shape = workshop.shapes.get(id)
    if (!shape || shape.board !== board.get() || !held.get().has(id)) return []
    const geometry = geometries.get(id)
    return geometry ? { ...shape, geometry } : shape
  })
}

/** What this person moves or resizes: that is shown as they do it. */
function ownIds({ preview }: Editor): ReadonlySet<ShapeId> {
  const now = preview.get()
  if (!now) return new Set()
  return now.kind === 'move' ? now.ids : new Set(now.shapes.keys())
}

/** The laser's line, after it was let go of. */
const isGoingOut = ({ gesture, ended }: Hand): boolean =>
  ended !== undefined && gesture.kind === 'draw' && gesture.tool === 'laser'

const marksOf = (list: readonly Other[], hands: readonly Hand[]): string =>
  JSON.stringify([
    hands.map(({ person, ended, ids }) => [person, ended, ids.length]),
    list.flatMap(({ person, color, name, presence: { selection, gesture } }) =>
      selection?.length || gesture ? [person, color, name, selection, gesture] : [],
    ),
  ])

const sameSet = (a: ReadonlySet<PersonId | ShapeId>, b: ReadonlySet<PersonId | ShapeId>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each))
