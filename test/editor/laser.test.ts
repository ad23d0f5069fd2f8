import { expect, test } from 'vitest'
import { GLOW_MS, glowOf, longerTrail, NO_TRAIL } from '../../renderer/editor/laserTrail.ts'
import { TestEditor } from '../support/testEditor.ts'

test('the laser draws nothing that stays, not even where nothing may be changed', () => {
  const t = new TestEditor({ readOnly: true })
  let updates = 0
  t.doc.on('update', () => updates++)
  t.editor.setTool('laser')
  t.down([100, 100]).move([200, 150])
  expect(t.editor.laser.get().points.map(({ point }) => point)).toEqual([
    [100, 100],
    [200, 150],
  ])
  expect(t.editor.laser.get().held).toBe(true)
  t.up([200, 150])
  expect(t.editor.laser.get().held).toBe(false)
  expect(updates).toBe(0)
  expect(t.editor.tool.get()).toBe('laser')
})

test('what the laser has drawn goes out, and is then forgotten', () => {
  const old = { point: [0, 0], at: 0 } as const
  expect(glowOf(old, 0)).toBe(1)
  expect(glowOf(old, GLOW_MS / 2)).toBeCloseTo(0.5)
  expect(glowOf(old, GLOW_MS)).toBe(0)
  const trail = longerTrail(NO_TRAIL, [old], 0)
  const next = { point: [5, 5], at: 2 * GLOW_MS } as const
  expect(longerTrail(trail, [next], 2 * GLOW_MS).points).toEqual([next])
})
