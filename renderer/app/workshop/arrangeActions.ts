import type { ActionId } from '../../../shared/actions/actionTable.ts'
import type { Reading } from '../../../shared/geometry/arrange.ts'
import {
  alignSelection,
  distributeSelection,
  lineUpSelection,
  tidySelection,
} from '../../editor/commands/arrangeSelection.ts'
import { groupSelection, ungroupSelection } from '../../editor/commands/groupShapes.ts'
import { lockSelection, unlockAll, unlockSelection } from '../../editor/commands/lockShapes.ts'
import { restackSelection } from '../../editor/commands/restackSelection.ts'
import type { Editor } from '../../editor/editor.ts'
import type { ActionRegistration } from '../actions/createActions.ts'

/** Groups, aligning, the stack and locks. `reading` says which way rows are read now. */
export function arrangeActions(editor: Editor, reading: () => Reading): readonly ActionRegistration[] {
  const facts = () => editor.selected.get()
  const from = (units: number) => () => !editor.readOnly && facts().units >= units
  const allLocked = () => facts().count > 0 && facts().locked === facts().count
  const action = (id: ActionId, enabled: () => boolean, run: () => void): ActionRegistration => ({
    id,
    enabled,
    run,
  })
  return [
    action('arrange.group', from(2), () => groupSelection(editor)),
    action(
      'arrange.ungroup',
      () => !editor.readOnly && facts().groups > 0,
      () => ungroupSelection(editor),
    ),
    action('arrange.alignLeft', from(2), () => alignSelection(editor, 'left')),
    action('arrange.alignCenter', from(2), () => alignSelection(editor, 'center')),
    action('arrange.alignRight', from(2), () => alignSelection(editor, 'right')),
    action('arrange.alignTop', from(2), () => alignSelection(editor, 'top')),
    action('arrange.alignMiddle', from(2), () => alignSelection(editor, 'middle')),
    action('arrange.alignBottom', from(2), () => alignSelection(editor, 'bottom')),
    action('arrange.distributeX', from(3), () => distributeSelection(editor, 'x')),
    action('arrange.distributeY', from(3), () => distributeSelection(editor, 'y')),
    action('arrange.tidy', from(2), () => tidySelection(editor, reading())),
    action('arrange.row', from(2), () => lineUpSelection(editor, 'x', reading())),
    action('arrange.column', from(2), () => lineUpSelection(editor, 'y', reading())),
    action('arrange.front', from(1), () => restackSelection(editor, 'front')),
    action('arrange.forward', from(1), () => restackSelection(editor, 'forward')),
    action('arrange.backward', from(1), () => restackSelection(editor, 'backward')),
    action('arrange.back', from(1), () => restackSelection(editor, 'back')),
    {
      id: 'arrange.lock',
      enabled: () => !editor.fixed && facts().count > 0,
      checked: allLocked,
      run: () => (allLocked() ? unlockSelection(editor) : lockSelection(editor)),
    },
    action(
      'arrange.unlock',
      () => !editor.fixed && facts().locked > 0,
      () => unlockSelection(editor),
    ),
    action(
      'arrange.unlockAll',
      () => !editor.fixed,
      () => unlockAll(editor),
    ),
  ]
}
