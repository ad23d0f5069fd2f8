import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { missingFromLock } from '../../scripts/lib/lockComplete.mjs'

const lockfile = path.join(import.meta.dirname, '../../package-lock.json')
const entry = z.looseObject({ integrity: z.string().optional() })
const lock = z.looseObject({ packages: z.record(z.string(), entry) })

function check(change: (packages: z.infer<typeof lock>['packages']) => void): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const planted = lock.parse(JSON.parse(readFileSync(lockfile, 'utf8')))
  change(planted.packages)
  const file = path.join(folder, 'package-lock.json')
  writeFileSync(file, JSON.stringify(planted))
  return missingFromLock(file)
}

test('the lockfile is complete', () => expect(check(() => {})).toEqual([]))

test('a package for another platform that the registry did not list', () => {
  const problems = check((packages) => delete packages['node_modules/@oxlint/binding-darwin-arm64'])
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(
    /^node_modules\/oxlint wants @oxlint\/binding-darwin-arm64@.*, which the lockfile lacks$/,
  )
})

test('a package without integrity', () => {
  const problems = check((packages) => delete packages['node_modules/yjs']?.integrity)
  expect(problems).toEqual(['node_modules/yjs has no integrity hash in the lockfile'])
})
