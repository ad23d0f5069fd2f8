import { NOTE_COLORS } from '../../shared/model/color.ts'
import type { Note } from '../../shared/model/shape.ts'
import { barsOf, drawFarNote } from '../../shared/scene/drawFarShape.ts'
import { paint, type PaintSources } from '../../shared/scene/paint.ts'
import { frameOf } from '../../shared/model/shape.ts'

/** Pictures of notes from far away, which many notes share: one for each colour, number of bars and size. */
export interface Impostors {
  /** The one for this note; nothing if it would be larger than an impostor may be. `scale` in pixels per page unit. */
  find(note: Note, scale: number, bars: boolean): ImageBitmap | undefined
  clear(): void
}

/** Longest side, in pixels. */
const MOST_SIDE = 512
/** More than this many means that hardly any is shared: they are made anew. */
const MOST = 1500

const COLORS: ReadonlyMap<string, number> = new Map(NOTE_COLORS.map((color, index) => [color, index]))

export function createImpostors(sources: PaintSources): Impostors {
  const known = new Map<number, ImageBitmap>()

  function clear(): void {
    for (const bitmap of known.values()) bitmap.close()
    known.clear()
  }

  return {
    find(note, scale, withBars) {
      const frame = frameOf(note)
      const w = Math.max(1, Math.round(frame.w * scale))
      const h = Math.max(1, Math.round(frame.h * scale))
      if (w > MOST_SIDE || h > MOST_SIDE) return undefined
      const bars = withBars ? barsOf(note) : 0
      const key = ((w * 1024 + h) * 16 + bars) * 32 + (COLORS.get(note.style.color) ?? 0)
      const found = known.get(key)
      if (found) return found
      if (known.size >= MOST) clear()
      const context = new OffscreenCanvas(w, h).getContext('2d')
      if (!context) return undefined
      context.scale(w / frame.w, h / frame.h)
      context.translate(-frame.x, -frame.y)
      paint(context, drawFarNote(note, bars), sources)
      const bitmap = context.canvas.transferToImageBitmap()
      known.set(key, bitmap)
      return bitmap
    },
    clear,
  }
}
