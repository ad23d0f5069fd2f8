import { LANE_MENU, type MenuEntry } from '../../../../shared/actions/menus.ts'
import type { Chosen } from '../../../editor/chosen.ts'

type Entries = readonly MenuEntry[]

/** The lines of the board's menu about chosen parts of journeys. */
export function partMenuEntries(chosen: Chosen): Entries {
  switch (chosen.kind) {
    case 'steps':
      return chosen.ids.length > 1 ? STEPS : STEP
    case 'stage':
      return STAGE
    case 'lane':
      return LANE
  }
}

const ALL: Entries = ['step.key', 'step.better', 'step.worse', 'separator', 'step.earlier', 'step.later']

const STEP: Entries = [
  'edit.text',
  'step.addBefore',
  'step.addAfter',
  'edit.duplicate',
  'step.split',
  'step.mergeNext',
  'separator',
  ...ALL,
  'separator',
  'panel.step',
  'edit.delete',
]

const STEPS: Entries = [
  'edit.duplicate',
  'step.merge',
  'journey.link',
  'separator',
  ...ALL,
  'separator',
  'panel.step',
  'edit.delete',
]

const STAGE: Entries = [
  'edit.text',
  'stage.fold',
  'stage.earlier',
  'stage.later',
  'stage.add',
  'separator',
  'edit.delete',
]

const LANE: Entries = [
  'edit.text',
  'lane.fold',
  'lane.hide',
  'edit.duplicate',
  'lane.up',
  'lane.down',
  'separator',
  LANE_MENU,
  'lane.showAll',
  'separator',
  'edit.delete',
]

/** About a map that is selected. */
export const MAP_ENTRIES: Entries = ['map.rename', 'stage.add', LANE_MENU, 'lane.showAll', 'map.mirror']
