import type { Vec } from '../../../shared/geometry/vec.ts'
import type { AssetHash } from '../../../shared/model/asset.ts'
import { newShapeId } from '../../../shared/model/ids.ts'
import type { Image } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { addSettled } from '../settleInSections.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** An image that is kept with the workshop, to be put on the board. */
export interface NewImage {
  readonly asset: AssetHash
  /** Pixels. */
  readonly natural: Vec
  /** How large it means to be, in page units. */
  readonly size: Vec
}

/** Between images that were added together, in page units. */
const GAP = 24
/** Several images are this tall at most, so that a row of them can be looked at. Page units. */
const ROW_HEIGHT = 320
/** A row goes on up to this width, in page units; rows of very many images go further. */
const ROW_WIDTH = 2400
/** How much wider than tall very many images lie. */
const BREADTH = 1.6
/** Share of the view that a single image may fill. */
const SHARE = 0.8

/**
 * Adds images in rows around a page point, in one undo step, and selects them. One by itself is as large as it means to
 * be, if the view has room for it.
 */
export function addImages(editor: Editor, images: readonly NewImage[], middle: Vec): void {
  if (editor.readOnly || images.length === 0) return
  const rows = inRows(images.map((image) => sizeOf(editor, image, images.length)))
  const places = arrange(rows, middle)
  const orders = ordersOnTop(editor, images.length)
  const added = images.map(({ asset, natural }, index): Image => {
    const [x, y, w, h] = places[index] ?? [...middle, 1, 1]
    return {
      id: newShapeId(),
      kind: 'image',
      board: editor.board.get(),
      geometry: [x, y, w, h, 0],
      order: orders[index] ?? 'a0',
      asset,
      natural: [natural[0], natural[1]],
      alt: '',
    }
  })
  editor.workshop.change((change) => addSettled(editor, change, added))
  editor.setTool('select')
  editor.selection.set(new Set(added.map(({ id }) => id)))
}

function sizeOf({ viewport, camera }: Editor, { size: [w, h] }: NewImage, count: number): Vec {
  const view = viewport.get()
  const { zoom } = camera.get()
  const room = (
    [
      [view.w, w],
      [view.h, h],
    ] as const
  ).map(([seen, side]) => (seen > 0 ? (seen * SHARE) / zoom / side : 1))
  const scale = Math.min(1, ...(count > 1 ? [ROW_HEIGHT / h, ROW_WIDTH / w] : room))
  return [Math.max(1, w * scale), Math.max(1, h * scale)]
}

function inRows(sizes: readonly Vec[]): Vec[][] {
  const area = sizes.reduce((sum, [w, h]) => sum + (w + GAP) * (h + GAP), 0)
  const most = Math.max(ROW_WIDTH, Math.sqrt(area * BREADTH))
  const rows: Vec[][] = []
  let width = Infinity
  for (const size of sizes) {
    width += size[0] + GAP
    if (width > most) {
      rows.push([])
      width = size[0]
    }
    rows.at(-1)?.push(size)
  }
  return rows
}

/** x, y, w, h of each, the whole around `middle`, each in the middle of its row's height. */
function arrange(rows: readonly Vec[][], middle: Vec): (readonly [number, number, number, number])[] {
  const heights = rows.map((row) => Math.max(...row.map(([, h]) => h)))
  let top = middle[1] - heights.reduce((sum, h) => sum + h + GAP, -GAP) / 2
  return rows.flatMap((row, index) => {
    const height = heights[index] ?? 0
    let left = middle[0] - row.reduce((sum, [w]) => sum + w + GAP, -GAP) / 2
    const y = top
    top += height + GAP
    return row.map(([w, h]) => {
      const x = left
      left += w + GAP
      return [x, y + (height - h) / 2, w, h] as const
    })
  })
}
