import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { logError } from '../../electron/main/logError.ts'
import { AppError } from '../../shared/ipc/errors.ts'

test('a log says what went wrong and where in the code, but no names and paths of the user', () => {
  const lines: string[] = []
  const print = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
  try {
    readFileSync('/home/ana/Secret plans.journey')
  } catch (error) {
    logError('settings: cannot be read', error)
  }
  logError('store', new AppError('damaged', 'Secret plans'))
  logError('store', 'Secret plans')
  print.mockRestore()
  expect(lines.map((each) => each.split('\n')[0])).toEqual([
    'settings: cannot be read: not-found (ENOENT)',
    'store: damaged (damaged)',
    'store: internal (string)',
  ])
  expect(lines[0]).toContain('logError.test.ts')
  expect(lines.join('\n')).not.toContain('Secret')
})
