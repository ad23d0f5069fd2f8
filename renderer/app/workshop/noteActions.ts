import type { i18n } from 'i18next'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { NOTE_KEYS, type NoteKey } from '../../../shared/model/sortNotes.ts'
import { tidySelection } from '../../editor/commands/arrangeSelection.ts'
import { canConvertTo, convertToNotes, convertToTexts } from '../../editor/commands/convertShapes.ts'
import { pileSelection } from '../../editor/commands/pileNotes.ts'
import { groupSelectedNotes, sortSelectedNotes, type SortOptions } from '../../editor/commands/sortNotes.ts'
import type { Editor } from '../../editor/editor.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

export type NoteDialog = 'bulk' | 'tags' | 'name'

/** What a workshop does with its notes: many at once, tags, piles, sorting, and making text of them. */
export function noteActions(
  editor: Editor,
  translator: i18n,
  open: (dialog: NoteDialog) => void,
): readonly ActionRegistration[] {
  const notes = () => editor.selected.get().kinds.get('note') ?? 0
  const may = (possible: () => boolean) => () => !editor.readOnly && possible()
  const action = (id: ActionId, possible: () => boolean, run: () => void): ActionRegistration => ({
    id,
    enabled: may(possible),
    run,
  })
  const options = (key: NoteKey): SortOptions => ({
    key,
    reading: translator.dir(),
    locale: translator.language,
  })
  return [
    action(
      'note.bulk',
      () => true,
      () => open('bulk'),
    ),
    action(
      'note.tags',
      () => notes() > 0,
      () => open('tags'),
    ),
    { id: 'app.name', run: () => open('name') },
    action(
      'note.pile',
      () => editor.selected.get().units > 1,
      () => pileSelection(editor),
    ),
    action(
      'note.fanOut',
      () => editor.selected.get().units > 1,
      () => tidySelection(editor, translator.dir()),
    ),
    action(
      'note.toNotes',
      () => canConvertTo(editor, 'note'),
      () => convertToNotes(editor),
    ),
    action(
      'note.toTexts',
      () => canConvertTo(editor, 'text'),
      () => convertToTexts(editor),
    ),
    ...NOTE_KEYS.flatMap((key) => [
      action(
        `sort.${key}`,
        () => notes() > 1,
        () => sortSelectedNotes(editor, options(key)),
      ),
      action(
        `group.${key}`,
        () => notes() > 1,
        () => groupSelectedNotes(editor, options(key), (value) => groupTitle(translator, key, value)),
      ),
    ]),
  ]
}

/** What stands over a group of notes. */
function groupTitle({ t }: i18n, key: NoteKey, value: string | undefined): string {
  if (value === undefined) return t(key === 'author' ? 'notes.noAuthor' : 'notes.noTag')
  if (key === 'color') return t(`action.note.${value as 'yellow'}`)
  return key === 'votes' ? t('notes.votes', { count: Number(value) }) : value
}
