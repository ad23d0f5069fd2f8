import { expect, test } from 'vitest'
import { addTrack } from '../../../renderer/editor/journey/addTrack.ts'
import { linkable, linkChosen, removeLink } from '../../../renderer/editor/journey/links.ts'
import { insertSteps } from '../../../renderer/editor/journey/stepCommands.ts'
import type { JourneyId, StoryId } from '../../../shared/journey/ids.ts'
import { TestEditor } from '../../support/testEditor.ts'

const story = 'story' as StoryId

function begin() {
  const { editor } = new TestEditor()
  addTrack(editor, { name: 'Guest', story, direction: 'ltr' })
  addTrack(editor, { name: 'Host', story, direction: 'ltr' })
  const { journeys } = editor.workshop
  const [guest, host] = journeys.journeysOf(story).map(({ id }) => id) as [JourneyId, JourneyId]
  const [a, b] = insertSteps(editor, { journey: guest }, [{ title: 'a' }, { title: 'b' }])
  const [c] = insertSteps(editor, { journey: host }, [{ title: 'c' }])
  if (!a || !b || !c) throw new Error('Expected three steps')
  return { editor, links: () => journeys.all('links'), a, b, c }
}

test('two chosen steps are linked in the order in which they were chosen, once', () => {
  const { editor, links, a, b } = begin()
  editor.chosen.set({ kind: 'steps', ids: [b, a] })
  const id = linkChosen(editor)
  expect(links().map(({ from, to }) => [from, to])).toEqual([[b, a]])
  expect(linkChosen(editor)).toBe(id)
  expect(links()).toHaveLength(1)
  editor.chosen.set({ kind: 'steps', ids: [a, b] })
  linkChosen(editor)
  expect(links()).toHaveLength(2)
  if (id) removeLink(editor, id)
  expect(links().map(({ from, to }) => [from, to])).toEqual([[a, b]])
})

test('steps of different journeys, or more or fewer than two, cannot be linked', () => {
  const { editor, links, a, b, c } = begin()
  for (const ids of [[a], [a, c], [a, b, c]]) {
    editor.chosen.set({ kind: 'steps', ids })
    expect(linkable(editor)).toBeUndefined()
    linkChosen(editor)
  }
  expect(links()).toEqual([])
})
