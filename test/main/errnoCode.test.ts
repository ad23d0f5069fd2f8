import { expect, test } from 'vitest'
import { errnoCode } from '../../electron/main/errnoCode.ts'
import { AppError } from '../../shared/ipc/errors.ts'

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EBUSY', 'locked'],
  ['ENOENT', 'not-found'],
  ['EEXIST', 'already-exists'],
  ['EFBIG', 'too-large'],
  ['EIO', 'internal'],
  ['ESOMETHING', 'internal'],
])('%s is %s', (errno, code) => {
  expect(errnoCode(Object.assign(new Error('x'), { code: errno }))).toBe(code)
})

test('an error that has a code of ours keeps it; anything else is internal', () => {
  expect(errnoCode(new AppError('damaged', 'x'))).toBe('damaged')
  expect(errnoCode('ENOSPC')).toBe('internal')
  expect(errnoCode(undefined)).toBe('internal')
})
