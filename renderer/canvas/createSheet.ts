import type { Dispose } from '../../shared/util/store.ts'
import type { Size } from '../editor/camera.ts'

/** A canvas of its own over the board, for what changes many times a second while all else stays as it is. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement
  /** In screen units from the viewport's corner. */
  readonly context: CanvasRenderingContext2D
  clear(): void
  /** Gives it the viewport's size, and makes it empty. */
  fit(viewport: Size): void
  remove: Dispose
}

export function createSheet(host: HTMLElement, viewport: Size): Sheet | undefined {
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' })
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const sheet: Sheet = {
    canvas,
    context,
    clear() {
      context.save()
      context.resetTransform()
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.restore()
    },
    fit({ w, h }) {
      const ratio = window.devicePixelRatio
      canvas.width = Math.round(w * ratio)
      canvas.height = Math.round(h * ratio)
      canvas.style.width = `${w}px`
      canvas.style.height = `${h}px`
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
    },
    remove: () => canvas.remove(),
  }
  sheet.fit(viewport)
  host.append(canvas)
  return sheet
}
