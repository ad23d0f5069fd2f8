import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundledStore } from '../support/bundledStore.ts'
import { killRounds } from './killRounds.ts'

// A long campaign: `node test/store/killStore.ts ROUNDS [SEED]`. Prints one line of JSON; files of a failure stay.
const [rounds = 1000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-kill-'))
const store = await bundledStore()
const started = performance.now()
const report = await killRounds({ rounds, seed, folder, entry: store.entry, stopAtFirstLoss: true })
store.remove()
const seconds = Math.round((performance.now() - started) / 1000)
console.log(JSON.stringify({ seed, seconds, ...report, ...(report.lost.length > 0 && { folder }) }))
if (report.lost.length === 0) fs.rmSync(folder, { recursive: true })
process.exitCode = report.lost.length === 0 ? 0 : 1
