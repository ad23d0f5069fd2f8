import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { initialsOf } from '../../../shared/util/initialsOf.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { toScreen } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import { movedShape } from '../../editor/preview.ts'
import { createSheet, type Sheet } from '../createSheet.ts'
import type { ImagePictures } from '../imagePictures.ts'
import { createPaintSources } from '../paintSources.ts'
import type { TextMeasure } from '../textMeasure.ts'
import { boardTheme, onThemeChange, personColors } from '../themeColors.ts'
import { createCursorTags } from './cursorTags.ts'
import { createGhosts } from './ghosts.ts'
import { glideAt, isGliding } from './glide.ts'
import { createHands, LASER_MS, type Hand } from './hands.ts'
import type { Other, Others } from './others.ts'
import { paintLiveInk, paintLiveLaser, paintOutlines, type Marker } from './othersPicture.ts'
import { createPointers } from './pointers.ts'

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
  const tags = createCursorTags(host)
  const pointers = createPointers()
  const hands = createHands()
  const ghosts = createGhosts(createPaintSources(images))
  let colors = personColors()
  let sheet: Sheet | undefined
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
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
    showCursors(list, now)
    followHands(list, now)
    const moving = hands.all().some(({ by, gesture, ended }) => isOnTheWay(by, gesture, ended, now))
    const next = marksOf(list, hands.all())
    if (stale || moving || next !== marks) paintMarks(list, now)
    marks = next
    stale = false
    if (moving || pointers.areMoving(now)) later()
    else wake(now)
  }

  function showCursors(list: readonly Other[], now: number): void {
    pointers.update(list, now)
    const shown = editor.view.get().cursors ? pointers.shown(now) : []
    const [camera, { w, h }] = [editor.camera.get(), editor.viewport.get()]
    tags.show(
      shown.flatMap((pointer) => {
        const at = toScreen(camera, pointer.point)
        return at[0] > -40 && at[1] > -40 && at[0] < w && at[1] < h ? [{ ...pointer, at }] : []
      }),
    )
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

  function paintMarks(list: readonly Other[], now: number): void {
    const showing = hands.all().length > 0 || list.some(({ presence }) => presence.selection?.length)
    if (!showing) {
      sheet?.remove()
      sheet = undefined
      ghosts.keepOnly(new Set())
      return
    }
    sheet ??= createSheet(host, editor.viewport.get())
    if (!sheet) return
    sheet.clear()
    const people = new Map(list.map((other) => [other.person, other]))
    for (const hand of hands.all()) paintHand(sheet.context, hand, markerOf(people.get(hand.person)), now)
    for (const other of list) paintSelection(sheet.context, other)
    ghosts.keepOnly(new Set(hands.all().map(({ person }) => person)))
  }

  /** Whoever is gone leaves nothing but what they were moving, for a moment. */
  function markerOf(other: Other | undefined): Marker {
    const color = colors.of(other?.color ?? 11)
    return { initials: initialsOf(other?.name ?? ''), color, text: colors.text }
  }

  function paintHand(context: CanvasRenderingContext2D, hand: Hand, marker: Marker, now: number): void {
    const { gesture, ended } = hand
    const [camera, viewport] = [editor.camera.get(), editor.viewport.get()]
    if (gesture.kind === 'type') {
      const shape = shapes.get(gesture.id)
      if (shape) paintOutlines(context, [shape], marker, { camera, viewport }, true)
    } else if (gesture.kind === 'draw' && gesture.tool === 'laser') {
      const left = ended === undefined ? 1 : 1 - (now - ended) / LASER_MS
      paintLiveLaser(context, gesture, marker, camera, left)
    } else if (gesture.kind === 'draw') paintLiveInk(context, gesture, marker, boardTheme(), camera)
    else paintCarried(context, hand, marker, now)
  }

  function paintCarried(context: CanvasRenderingContext2D, hand: Hand, marker: Marker, now: number): void {
    const [camera, viewport] = [editor.camera.get(), editor.viewport.get()]
    const look = {
      measure: text.measure,
      theme: boardTheme(),
      authors: editor.view.get().authors,
      words: editor.words.get(),
    }
    const by = hand.by ? glideAt(hand.by, now) : ([0, 0] as const)
    const carried = carriedShapes(hand, editor)
    ghosts.paint(context, hand.person, carried, by, { camera, viewport, ratio: devicePixelRatio, look })
    const moved = carried.map((shape) => movedShape(shape, by))
    paintOutlines(context, moved, marker, { camera, viewport })
  }

  function paintSelection(context: CanvasRenderingContext2D, other: Other): void {
    const carrying = hands.all().find(({ person }) => person === other.person)
    const busy = new Set(carrying?.ids)
    const ids = (other.presence.selection ?? []).filter((id) => !busy.has(id))
    const board = editor.board.get()
    const selected = ids.flatMap((id) => shapes.get(id) ?? []).filter((shape) => shape.board === board)
    const seen = { camera: editor.camera.get(), viewport: editor.viewport.get() }
    paintOutlines(context, selected, markerOf(other), seen)
  }

  function later(): void {
    clearTimeout(timer)
    timer = undefined
    if (frame === 0) frame = requestAnimationFrame(step)
  }

  /** Pointers become idle, and what was let go of goes out, without anybody doing anything. */
  function wake(now: number): void {
    const next = Math.min(pointers.nextIdle(now) ?? Infinity, hands.nextEnd() ?? Infinity)
    clearTimeout(timer)
    timer = next === Infinity ? undefined : setTimeout(later, Math.max(0, next - now) + 1)
  }

  function repaint(): void {
    stale = true
    later()
  }
  const viewMoved = () => {
    if (sheet || pointers.count() > 0) repaint()
  }
  const forget = () => {
    colors = personColors()
    ghosts.forget()
    repaint()
  }

  const stops = [
    others.subscribe(later),
    editor.camera.subscribe(viewMoved),
    editor.viewport.subscribe(() => {
      sheet?.fit(editor.viewport.get())
      viewMoved()
    }),
    editor.board.subscribe(repaint),
    editor.view.subscribe(later),
    shapes.subscribe((changed) => {
      if ([...changed].some((id) => shapes.get(id)?.kind === 'ink')) hands.inkArrived()
      if (sheet) repaint()
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
    sheet?.remove()
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

const isCarrying = ({ kind }: Hand['gesture']): boolean => kind === 'move' || kind === 'resize'

function isOnTheWay(by: Hand['by'], gesture: Hand['gesture'], ended: Hand['ended'], now: number): boolean {
  if (by && isGliding(by, now)) return true
  return ended !== undefined && gesture.kind === 'draw' && gesture.tool === 'laser'
}

const marksOf = (list: readonly Other[], hands: readonly Hand[]): string =>
  JSON.stringify([
    hands.map(({ person, ended, ids }) => [person, ended, ids.length]),
    list.flatMap(({ person, color, name, presence: { selection, gesture } }) =>
      selection?.length || gesture ? [person, color, name, selection, gesture] : [],
    ),
  ])

const sameSet = (a: ReadonlySet<PersonId | ShapeId>, b: ReadonlySet<PersonId | ShapeId>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each))
