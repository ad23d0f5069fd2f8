import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that is gone after the test. */
export function tempFolder(): string {
  // Real, since the store speaks of files by their real path (on a Mac the temporary folder is behind a link).
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-')))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}
