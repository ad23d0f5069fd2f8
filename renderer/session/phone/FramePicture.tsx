import { useEffect, useRef } from 'react'
import type { StepId } from '../../../shared/journey/ids.ts'
import type { Box } from '../../../shared/geometry/box.ts'
import { byOrder } from '../../../shared/model/order.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { drawShape } from '../../../shared/scene/drawShape.ts'
import { paint } from '../../../shared/scene/paint.ts'
import type { ImagePictures } from '../../canvas/imagePictures.ts'
import { createPaintSources } from '../../canvas/paintSources.ts'
import type { Editor } from '../../editor/editor.ts'

interface FramePictureProps {
  readonly editor: Editor
  readonly images: ImagePictures
  readonly step: StepId
  readonly label: string
  readonly className?: string | undefined
  /** Another number when the workshop has changed. */
  readonly version: number
}

/** Images that are not there yet are waited for so long before the picture is painted without them. ms */
const IMAGES_MS = 4000

/** What is drawn in a frame, as large as there is room. */
export function FramePicture({ editor, images, step, label, className, version }: FramePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const area = editor.workshop.shapes.placement.pictureOf(step)
    if (!element || !area) return
    const shapes = drawnIn(editor, step)
    let over = false
    let release: (() => void) | undefined
    paintArea(element, area, shapes, editor, images)
    const wanted = shapes.flatMap((shape) =>
      shape.kind === 'image'
        ? [{ asset: shape.asset, pixels: Math.max(shape.geometry[2], shape.geometry[3]) }]
        : [],
    )
    if (wanted.length > 0)
      void images.hold(wanted, IMAGES_MS).then((free) => {
        if (over) return free()
        release = free
        paintArea(element, area, shapes, editor, images)
      })
    return () => {
      over = true
      release?.()
    }
  }, [editor, images, step, version])
  return <canvas ref={canvas} className={className} role="img" aria-label={label} />
}

/** Bottom to top. */
const drawnIn = ({ workshop }: Editor, step: StepId): readonly Shape[] =>
  workshop.shapes.placement
    .inFrame(step)
    .flatMap((id) => workshop.shapes.get(id) ?? [])
    .toSorted(byOrder)

function paintArea(
  canvas: HTMLCanvasElement,
  area: Box,
  shapes: readonly Shape[],
  editor: Editor,
  images: ImagePictures,
): void {
  const scale = (canvas.clientWidth / area.w) * devicePixelRatio
  canvas.width = Math.max(1, Math.round(area.w * scale))
  canvas.height = Math.max(1, Math.round(area.h * scale))
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(scale, scale)
  context.translate(-area.x, -area.y)
  const look = { measure: editor.measure, theme: 'light' as const, words: editor.words.get() }
  const sources = createPaintSources(images)
  for (const shape of shapes) paint(context, drawShape(shape, look), sources)
}
