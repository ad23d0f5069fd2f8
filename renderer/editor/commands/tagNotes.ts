import { MOST_TAG, MOST_TAGS, type Note } from '../../../shared/model/shape.ts'
import { grownToText } from '../../../shared/scene/textLayout.ts'
import { cutText } from '../../../shared/util/cutText.ts'
import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'

/** A tag and how many notes of the board have it. */
export interface TagCount {
  readonly tag: string
  readonly count: number
}

/** A tag as it is kept: nothing for an empty one. */
export function cleanTag(text: string): string | undefined {
  const words = text.replaceAll(/\s+/gu, ' ').trim().replace(/^#/u, '')
  const tag = cutText(words, MOST_TAG).trim()
  return tag === '' ? undefined : tag
}

/** The tags in use on this board, the commonest first. */
export function tagsInUse({ workshop, board }: Editor): readonly TagCount[] {
  const counts = new Map<string, number>()
  for (const shape of workshop.shapes.all(board.get()))
    if (shape.kind === 'note') for (const tag of shape.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
}

/** The selected notes that may be changed. */
export const selectedNotes = (editor: Editor): readonly Note[] =>
  changeableShapes(editor).filter((shape): shape is Note => shape.kind === 'note')

/** Gives all selected notes a tag, or takes it from them. One step. */
export function setTag(editor: Editor, tag: string, on: boolean): void {
  if (editor.readOnly) return
  const changes = selectedNotes(editor).flatMap((note) => {
    const tags = note.tags ?? []
    if (tags.includes(tag) === on || (on && tags.length >= MOST_TAGS)) return []
    return [withTags(note, on ? [...tags, tag] : tags.filter((one) => one !== tag))]
  })
  if (changes.length === 0) return
  editor.workshop.change((change) => {
    for (const note of changes)
      change.update(note.id, { tags: note.tags, grow: grownToText(note, editor.measure).grow })
  })
}

function withTags({ tags: _, ...note }: Note, tags: string[]): Note {
  return tags.length > 0 ? { ...note, tags } : note
}
