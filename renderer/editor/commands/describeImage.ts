import type { ShapeId } from '../../../shared/model/ids.ts'
import { MOST_ALT } from '../../../shared/model/shape.ts'
import { cutText } from '../../../shared/util/cutText.ts'
import type { Editor } from '../editor.ts'

/** Says what is to be seen in an image, for those who cannot see it. */
export function describeImage({ workshop, readOnly }: Editor, id: ShapeId, text: string): void {
  const alt = cutText(text.trim(), MOST_ALT)
  const shape = workshop.shapes.get(id)
  if (readOnly || shape?.kind !== 'image' || shape.alt === alt) return
  workshop.change((change) => change.update(id, { alt }))
}
