import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundledStore } from '../support/bundledStore.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { killRounds } from './killRounds.ts'

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 60)
const seed = Date.now() % 2 ** 31

async function entryOf(source?: string): Promise<string> {
  const { entry, remove } = await bundledStore(source)
  onTestFinished(remove)
  return entry
}

test(
  'after kill -9 at any moment every edit that was called saved is there',
  { timeout: ROUNDS * 2000 },
  async () => {
    const entry = await entryOf()
    const report = await killRounds({ rounds: ROUNDS, seed, folder: tempFolder(), entry })
    expect(report.lost, `seed ${seed}`).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(ROUNDS)
  },
)

test('a store that calls edits saved before they are written is found out', { timeout: 60_000 }, async () => {
  const entry = await entryOf(path.join(import.meta.dirname, 'hastyStore.ts'))
  const report = await killRounds({ rounds: 30, seed, folder: tempFolder(), entry, stopAtFirstLoss: true })
  expect(report.lost.length, `seed ${seed}`).toBeGreaterThan(0)
})
