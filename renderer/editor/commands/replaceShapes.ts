import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Geometry, Shape } from '../../../shared/model/shape.ts'
import type { Patch } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'
import { settleResized } from './fitSection.ts'

/** What resizing and turning change. Anything else may have been changed by somebody else since the gesture began. */
const FIELDS = ['geometry', 'grow', 'style', 'autoWidth', 'start', 'end'] as const

/**
 * Makes shapes what a gesture has made of them, in one transaction: only fields that differ are written. What somebody
 * has deleted meanwhile is left out.
 */
export function replaceShapes(editor: Editor, after: ReadonlyMap<ShapeId, Shape>, step?: Step): void {
  const { workshop, readOnly } = editor
  const patches = [...after].flatMap(([id, next]): [ShapeId, Patch][] => {
    const before = workshop.shapes.get(id)
    const patch = before && patchBetween(before, { ...next, geometry: rounded(next.geometry) })
    return patch ? [[id, patch]] : []
  })
  if (readOnly || patches.length === 0) return
  workshop.change((change) => {
    for (const [id, patch] of patches) change.update(id, patch)
    for (const [id] of patches) {
      const shape = after.get(id)
      if (shape?.kind === 'section') settleResized(editor, change, shape)
    }
  }, step)
}

type Changed = Readonly<Partial<Record<(typeof FIELDS)[number], unknown>>>

function patchBetween(before: Changed, next: Changed): Patch | undefined {
  const fields = FIELDS.filter((field) => !same(before[field], next[field]))
  return fields.length === 0 ? undefined : Object.fromEntries(fields.map((field) => [field, next[field]]))
}

/** To thousandths: nobody sees less, and 219.99999999999997 is 220. */
function rounded([x, y, w, h, rotation]: Geometry): Geometry {
  const round = (value: number) => Math.round(value * 1000) / 1000
  return [round(x), round(y), round(w), round(h), round(rotation)]
}

/** Fields are numbers, texts, and small lists and objects of those. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
