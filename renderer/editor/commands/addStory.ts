import { unionOf } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import { applyTemplate } from '../../../shared/journey/applyTemplate.ts'
import type { Template } from '../../../shared/journey/template.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import { fit } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { middleOfView } from './lookAt.ts'

/** Free space above what is added below all the rest, page units. */
const GAP = 240

/** Makes a story of a template, puts it where the board is free, and shows and selects it. One undo step. */
export function addStory(editor: Editor, template: Template, language: Language): void {
  if (editor.fixed) return
  const { workshop, board, measure } = editor
  let views: readonly ShapeId[] = []
  workshop.change((change) => {
    const use = { workshop, board: board.get(), at: freePlace(editor), language, measure, now: Date.now() }
    views = applyTemplate(change, template, use).views
  })
  editor.selection.set(new Set(views))
  const box = unionOf(views.flatMap((id) => workshop.shapes.get(id) ?? []).map(boundsOf))
  if (box && editor.viewport.get().w > 0) editor.camera.set(fit(box, editor.viewport.get()))
}

/** Below all that lies on the board; on an empty one where the user looks. */
function freePlace(editor: Editor): Vec {
  const taken = editor.workshop.shapes.bounds(editor.board.get())
  if (taken) return [taken.x, taken.y + taken.h + GAP]
  const [x, y] = middleOfView(editor)
  return [Math.round(x), Math.round(y)]
}
