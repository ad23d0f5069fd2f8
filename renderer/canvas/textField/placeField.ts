import { center } from '../../../shared/geometry/box.ts'
import { frameOf, type Texted } from '../../../shared/model/shape.ts'
import type { Theme } from '../../../shared/scene/ops.ts'
import { textColorsOf } from '../../../shared/scene/drawText.ts'
import { fitText } from '../../../shared/scene/fitText.ts'
import { TEXT_FAMILY } from '../../../shared/scene/palette.ts'
import { textBoxOf } from '../../../shared/scene/textBox.ts'
import { textFrameOf } from '../../../shared/scene/textFrame.ts'
import { layOutText, LINE_HEIGHT } from '../../../shared/scene/textLayout.ts'
import { toScreen } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'

/**
 * Lays `frame` over the shape's box and sets the text of `field`, which is in it, so that its lines fall where the
 * canvas draws them. `shape` has the text that the field shows.
 */
export function placeField(
  { camera: { get: cameraNow }, measure }: Editor,
  shape: Texted,
  theme: Theme,
  { frame, field }: { readonly frame: HTMLElement; readonly field: HTMLElement },
): void {
  const fitted = fitText(shape, measure)
  const box = textBoxOf(fitted)
  const { font, height } = layOutText(box, measure)
  const place = textFrameOf(fitted, measure)
  const h = Math.max(height, place.h)
  const camera = cameraNow()
  const [left, top] = toScreen(camera, [place.x, place.y])
  const [cx, cy] = center(frameOf(fitted))
  const middle = [cx - place.x, cy - place.y] as const
  const turn =
    fitted.kind === 'connector' || fitted.geometry[4] === 0
      ? ''
      : ` translate(${middle[0]}px, ${middle[1]}px) rotate(${fitted.geometry[4]}deg) translate(${-middle[0]}px, ${-middle[1]}px)`
  frame.style.transform = `translate(${left}px, ${top}px) scale(${camera.zoom})${turn}`
  frame.style.width = `${place.w}px`
  frame.style.height = `${h}px`
  const [insetX, insetY] = box.inset ?? [0, 0]
  frame.style.padding = `${box.padding + insetY * h}px ${box.padding + insetX * place.w}px`
  frame.style.paddingBottom = `${box.padding + insetY * h + (box.foot ?? 0)}px`
  frame.style.alignItems = box.vertical === 'top' ? 'start' : 'center'
  const isLabel = fitted.kind === 'connector'
  frame.style.justifyContent = isLabel ? 'center' : ''
  const colors = textColorsOf(fitted, theme)
  Object.assign(field.style, {
    fontFamily: TEXT_FAMILY,
    fontSize: `${font.size}px`,
    fontWeight: String(font.weight),
    lineHeight: String(LINE_HEIGHT),
    textAlign: box.align,
    whiteSpace: box.unbroken ? 'pre' : 'pre-wrap',
    // A label covers its line, which goes on below it while it is being typed.
    flex: isLabel ? '0 1 auto' : '',
    background: isLabel ? 'var(--canvas)' : '',
    boxShadow: isLabel ? '0 0 0 4px var(--canvas)' : '',
    color: colors.fill,
    caretColor: colors.fill,
  })
  field.style.setProperty('--link', colors.link)
  field.style.setProperty('--bold', String(Math.max(700, font.weight + 200)))
}
