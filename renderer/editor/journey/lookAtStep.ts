import { center } from '../../../shared/geometry/box.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { toScreen, zoomAbout } from '../camera.ts'
import type { Covered } from '../commands/lookAt.ts'
import type { Editor } from '../editor.ts'
import { showStep } from './showStep.ts'

/** Below this zoom nobody reads what a frame says. */
const LEAST_LEGIBLE = 0.5
const COMFORTABLE = 0.8

/** Chooses a step and brings it into view, as large as one needs to read it. */
export function lookAtStep(editor: Editor, step: StepId, covered?: Covered): void {
  showStep(editor, step, covered)
  const picture = editor.workshop.shapes.placement.pictureOf(step)
  const camera = editor.camera.get()
  if (!picture || camera.zoom >= LEAST_LEGIBLE) return
  editor.camera.set(zoomAbout(camera, toScreen(camera, center(picture)), COMFORTABLE))
  showStep(editor, step, covered)
}
