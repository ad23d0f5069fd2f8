import type { Vec } from '../../shared/geometry/vec.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { glowOf, type LaserPoint } from '../editor/laserTrail.ts'
import { createSheet, type Sheet } from './createSheet.ts'

const RED = '#f5293b'
/** Width of the line where it is new, in screen units. */
const WIDTH = 5

/** Shows what the laser pointer has drawn. Frames are asked for only as long as something glows. */
export function mountLaser(host: HTMLElement, editor: Editor): Dispose {
  let sheet: Sheet | undefined
  let frame = 0

  function paint(): void {
    frame = 0
    const { points, held } = editor.laser.get()
    const now = performance.now()
    const glowing = points.filter((one) => glowOf(one, now) > 0)
    const last = points.at(-1)
    if (glowing.length === 0 && !held) return finish()
    sheet ??= createGlow(host, editor)
    if (!sheet) return
    sheet.clear()
    paintTrail(sheet.context, editor, glowing, now)
    if (held && last) paintDot(sheet.context, toScreen(editor.camera.get(), last.point))
    if (glowing.length > 0) later()
  }

  function finish(): void {
    sheet?.remove()
    sheet = undefined
  }

  function later(): void {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }

  function fit(): void {
    sheet?.fit(editor.viewport.get())
    if (sheet) later()
  }

  const stops = [editor.laser.subscribe(later), editor.camera.subscribe(fit), editor.viewport.subscribe(fit)]
  return () => {
    cancelAnimationFrame(frame)
    for (const stop of stops) stop()
    finish()
  }
}

function createGlow(host: HTMLElement, editor: Editor): Sheet | undefined {
  const sheet = createSheet(host, editor.viewport.get())
  if (sheet) sheet.canvas.style.filter = 'drop-shadow(0 0 5px rgb(245 41 59 / 60%))'
  return sheet
}

/** A smooth line through the middles between points, the thinner the older. */
function paintTrail(
  context: CanvasRenderingContext2D,
  editor: Editor,
  points: readonly LaserPoint[],
  now: number,
): void {
  const camera = editor.camera.get()
  context.strokeStyle = RED
  context.lineCap = 'round'
  let from: Vec | undefined
  points.forEach((one, index) => {
    const here = toScreen(camera, one.point)
    const next = points[index + 1]
    if (one.first || !from) from = here
    const to = next && !next.first ? middle(here, toScreen(camera, next.point)) : here
    context.beginPath()
    context.lineWidth = Math.max(0.5, WIDTH * Math.sqrt(glowOf(one, now)))
    context.moveTo(...from)
    context.quadraticCurveTo(...here, ...to)
    context.stroke()
    from = to
  })
}

function paintDot(context: CanvasRenderingContext2D, [x, y]: Vec): void {
  context.fillStyle = RED
  context.beginPath()
  context.arc(x, y, WIDTH * 0.8, 0, 2 * Math.PI)
  context.fill()
}

const middle = (a: Vec, b: Vec): Vec => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
