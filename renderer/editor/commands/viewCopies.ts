import { journeyAsTemplate } from '../../../shared/journey/journeyAsTemplate.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { addStory } from './addStory.ts'
import { chosenStory } from './chosenStory.ts'

/**
 * Without maps and storyboards that are on a board already, or whose journey is not in this workshop: a journey has one
 * of each, which holds its notes and pictures. One that was cut can be put back.
 */
export function withoutShownViews({ workshop }: Editor, shapes: readonly Shape[]): readonly Shape[] {
  const { journeys, shapes: index } = workshop
  return shapes.filter((shape) => {
    if (shape.kind === 'map')
      return (
        journeys.get('journeys', shape.journey) !== undefined &&
        index.placement.mapOf(shape.journey) === undefined
      )
    if (shape.kind === 'storyboard')
      return (
        journeys.journeysOf(shape.story).length > 0 && index.placement.storyboardOf(shape.story) === undefined
      )
    return true
  })
}

/**
 * Where nothing but maps and storyboards are selected, a copy of their story is meant: all of it is made again, below
 * what lies on the board. Says whether that was so.
 */
export function duplicateStories(editor: Editor): boolean {
  const selected = selectedShapes(editor)
  if (selected.length === 0 || selected.some(({ kind }) => kind !== 'map' && kind !== 'storyboard'))
    return false
  const story = chosenStory(editor)
  if (story === undefined) return true
  // The texts are the workshop's own, whatever the language of the interface.
  addStory(editor, journeyAsTemplate(editor.workshop, story, { id: 'copy', name: '' }), 'en')
  return true
}
