import { expect, test, vi } from 'vitest'
import { moveShapes } from '../../../renderer/editor/commands/moveShapes.ts'
import { ROLE_ACTS } from '../../support/roleActs.ts'
import { roleFaults, roleRounds } from '../../support/roleSession.ts'

// The same run twice makes the same ids: what a failure is cut down to is what failed.
vi.mock('nanoid', () => import('../../support/seededIds.ts'))

// More of it: `node test/shared/session/roles.ts ROUNDS [SEED]`.
test('what the app lets somebody do who takes part is never refused, whatever others do meanwhile', () => {
  expect(roleRounds(60, Date.now() % 2 ** 31)).toEqual({ rounds: 60, faults: [] })
})

test('the check sees an app that lets somebody do too much', () => {
  const acts = {
    ...ROLE_ACTS,
    move: ({ editor, shape }: Parameters<(typeof ROLE_ACTS)['move'] & object>[0]) => {
      editor.role.set('facilitator')
      if (shape) moveShapes(editor, [shape.id], [10, 10])
      editor.role.set('participant')
    },
  }
  const moves = [0, 1, 2, 3].map((a) => ({ who: 1, act: 'move', a, b: 0 }))
  expect(roleFaults(moves, acts).join()).toContain('refused')
})
