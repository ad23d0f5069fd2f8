import type { TFunction } from 'i18next'
import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import { textOf, type Shape } from '../../../shared/model/shape.ts'
import { cutText } from '../../../shared/util/cutText.ts'
import type { Editor } from '../../editor/editor.ts'
import { figureName } from './figures/figureName.ts'
import { readingStops, selectedStop } from '../../editor/readingStops.ts'

/** Longer texts are cut when read out, in UTF-16 units: whoever wants all of it opens the note. */
const MOST_READ_OUT = 300

/** What is selected, for those who listen: what it is, what it says and which of how many it is. */
export function describeSelection(editor: Editor, t: TFunction, direction: ReadingDirection): string {
  const selected = editor.selection.get()
  if (selected.size === 0) return t('input.nothing')
  const stops = readingStops(editor, direction)
  const index = selectedStop(editor, stops)
  const stop = stops[index]
  if (!stop || stop.shapes.length !== selected.size) return t('input.many', { count: selected.size })
  const where = { place: index + 1, total: stops.length }
  const [shape] = stop.shapes
  if (!shape || stop.shapes.length > 1) return t('input.group', { count: stop.shapes.length, ...where })
  const what = describeShape(shape, t, where)
  return shape.locked ? t('input.locked', { what }) : what
}

function describeShape(
  shape: Shape,
  t: TFunction,
  where: { readonly place: number; readonly total: number },
): string {
  const kind = t(`kind.${shape.kind}`)
  const text = cutText(wordsOf(shape, t).replace(/\s+/g, ' ').trim(), MOST_READ_OUT)
  return text === '' ? t('input.emptyItem', { kind, ...where }) : t('input.item', { kind, text, ...where })
}

function wordsOf(shape: Shape, t: TFunction): string {
  if (shape.kind === 'image') return shape.alt
  if (shape.kind === 'figure') return figureName(shape, t)
  return shape.kind === 'stamp' ? shape.emoji : textOf(shape)
}
