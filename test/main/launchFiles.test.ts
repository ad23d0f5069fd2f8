import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { launchFiles } from '../../electron/main/launchFiles.ts'

const cwd = path.resolve('/home/ana')
const at = (...parts: string[]): string => path.resolve(cwd, ...parts)

test.each([
  [
    'a relative path means the folder where the app was started',
    ['throughline', 'a.journey'],
    [at('a.journey')],
  ],
  ['an absolute path stays', ['throughline', at('b', 'a.journey')], [at('b/a.journey')]],
  ['a path may leave the folder', ['throughline', '../bo/x.journey'], [at('../bo/x.journey')]],
  ['the path of the app in development is no workshop', ['electron', '.', 'a.journey'], [at('a.journey')]],
  ['switches are no workshops', ['throughline', '--user-data-dir=/x/a.journey', '--x.journey'], []],
  ['other files are left alone', ['throughline', 'a.txt', 'journey', 'a.journey.bak'], []],
  ['capital letters count', ['throughline', 'A.JOURNEY'], [at('A.JOURNEY')]],
  ['spaces and other scripts', ['throughline', 'کارگاه یک.journey'], [at('کارگاه یک.journey')]],
  ['several, each once', ['t', 'a.journey', './a.journey', 'b.journey'], [at('a.journey'), at('b.journey')]],
  ['an URL of a file', ['t', pathToFileURL(at('č d.journey')).href], [at('č d.journey')]],
  ['an URL that names no file', ['t', 'file://%zz/a.journey', 'file:///a%2fb.journey'], []],
  ['the program itself is not opened', ['/opt/strange.journey'], []],
  ['nothing', ['throughline'], []],
])('%s', (_, argv, files) => expect(launchFiles(argv, cwd)).toEqual(files))
