import { NOTE_COLORS } from './color.ts'
import type { Note } from './shape.ts'

/** What notes can be sorted and put into groups by. */
export const NOTE_KEYS = ['color', 'author', 'tag', 'votes'] as const
export type NoteKey = (typeof NOTE_KEYS)[number]

/** A note with what is known of it from elsewhere. */
export interface CountedNote {
  readonly note: Note
  /** Stamps that people put on it. */
  readonly votes: number
}

/** Notes that have something in common. `value` is what: a colour's or an author's name, a tag, a number of votes. */
export interface NoteGroup {
  /** Nothing for notes without an author or a tag. */
  readonly value: string | undefined
  readonly notes: readonly Note[]
}

/**
 * The notes by what they have in common: colours in the order of the palette, names and tags by alphabet (`locale`),
 * most votes first; those without any last. Within a group they stay in the order they came in. A note with several
 * tags goes by its first.
 */
export function groupNotes(
  notes: readonly CountedNote[],
  key: NoteKey,
  locale: string,
): readonly NoteGroup[] {
  const groups = new Map<string | undefined, Note[]>()
  for (const counted of notes) {
    const value = valueOf(counted, key)
    const group = groups.get(value)
    if (group) group.push(counted.note)
    else groups.set(value, [counted.note])
  }
  const compare = comparison(key, locale)
  return [...groups]
    .map(([value, members]): NoteGroup => ({ value, notes: members }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return a.value === b.value ? 0 : a.value === undefined ? 1 : -1
      return compare(a.value, b.value)
    })
}

function valueOf({ note, votes }: CountedNote, key: NoteKey): string | undefined {
  switch (key) {
    case 'color':
      return note.style.color
    case 'author':
      return note.author
    case 'tag':
      return note.tags?.[0]
    case 'votes':
      return String(votes)
  }
}

function comparison(key: NoteKey, locale: string): (a: string, b: string) => number {
  const colors: readonly string[] = NOTE_COLORS
  if (key === 'color') return (a, b) => colors.indexOf(a) - colors.indexOf(b)
  if (key === 'votes') return (a, b) => Number(b) - Number(a)
  return new Intl.Collator(locale, { numeric: true }).compare
}
