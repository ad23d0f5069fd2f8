import Konva from 'konva'
import type { Dispose } from '../../shared/util/store.ts'
import type { Placement, Raster } from './raster.ts'

/** Paints onto a context in pixels of the raster. */
type Painter = (context: CanvasRenderingContext2D) => void

/** A painted part of the board that the compositor moves and scales: most frames paint nothing. */
export interface RasterCanvas {
  /** What is painted on it now; nothing before the first time and after `clear`. */
  raster(): Raster | undefined
  /** Paints all of it anew. */
  paint(raster: Raster, painter: Painter): void
  /** Paints over parts of what is there. */
  patch(painter: Painter): void
  place(placement: Placement): void
  /** Shows nothing, and lets go of its memory. */
  clear(): void
  dispose: Dispose
}

/** Fills `holder`, an empty element at the viewport's corner. */
export function createRasterCanvas(holder: HTMLDivElement): RasterCanvas {
  const stage = new Konva.Stage({ container: holder, width: 1, height: 1, listening: false })
  const layer = new Konva.Layer({ listening: false, clearBeforeDraw: false })
  let painter: Painter | undefined
  layer.add(
    new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: (konva) => painter?.(konva._context),
    }),
  )
  // One unit of the stage is one device pixel; the placement scales it to screen units.
  layer.getCanvas().setPixelRatio(1)
  stage.add(layer)
  let raster: Raster | undefined
  let transform = ''

  function resize(w: number, h: number): void {
    if (stage.width() === w && stage.height() === h) return
    stage.size({ width: w, height: h })
    // Nothing is ever looked up by colour: hits are found in the model.
    layer.getHitCanvas().setSize(1, 1)
  }

  function run(next: Painter): void {
    painter = next
    layer.draw()
    painter = undefined
  }

  function style(name: 'transform' | 'display', value: string): void {
    holder.style.setProperty(name, value)
  }

  style('display', 'none')
  return {
    raster: () => raster,
    paint(next, paintAll) {
      resize(next.w, next.h)
      raster = next
      run((context) => {
        context.clearRect(0, 0, next.w, next.h)
        paintAll(context)
      })
      style('display', 'block')
    },
    patch: run,
    place({ x, y, scale }) {
      const next = `translate(${x}px, ${y}px) scale(${scale})`
      if (next !== transform) style('transform', (transform = next))
    },
    clear() {
      if (!raster) return
      raster = undefined
      style('display', 'none')
      resize(1, 1)
    },
    dispose() {
      stage.destroy()
    },
  }
}
