import { MOODS, type FigureShape, type Mood } from '../../../shared/model/shape.ts'
import type { Patch } from '../../../shared/model/workshop.ts'
import { isPerson } from '../../../shared/scene/figures/figures.ts'
import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'

/** The selected figures that may be changed. */
export const changeableFigures = (editor: Editor): readonly FigureShape[] =>
  editor.readOnly
    ? []
    : changeableShapes(editor).filter((shape): shape is FigureShape => shape.kind === 'figure')

/** Those among them that have a mood. */
export const changeablePeople = (editor: Editor): readonly FigureShape[] =>
  changeableFigures(editor).filter(({ figure }) => isPerson(figure))

/** Makes every selected figure look the other way, in one step. */
export const flipFigures = (editor: Editor): void =>
  changeEach(editor, changeableFigures(editor), ({ flip }) => ({ flip: flip ? undefined : true }))

/** Makes every selected person one step happier (1) or sadder (-1), in one step of undo. */
export const changeMood = (editor: Editor, by: 1 | -1): void =>
  changeEach(editor, changeablePeople(editor), ({ mood = 0 }) => ({ mood: moodFrom(mood + by) }))

const moodFrom = (wanted: number): Mood => MOODS.find((mood) => mood >= wanted) ?? 2

function changeEach(
  { workshop }: Editor,
  figures: readonly FigureShape[],
  patchOf: (figure: FigureShape) => Patch,
): void {
  if (figures.length === 0) return
  workshop.change((change) => figures.forEach((figure) => change.update(figure.id, patchOf(figure))))
}
