import path from 'node:path'
import { expect, test } from 'vitest'
import { rendererFile } from '../../electron/main/rendererFile.ts'

const root = path.resolve('/opt/throughline/out/renderer')
const origin = 'app://throughline'
const find = (url: string): string | null => rendererFile(root, url, origin)

test.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/index.html?x=../../y#z', 'index.html'],
  ['/?screen=start', 'index.html'],
  ['/#top', 'index.html'],
  ['/assets/index-B1_x.js', 'assets/index-B1_x.js'],
  ['/assets/inter-latin-wght-normal-C2S99.woff2', 'assets/inter-latin-wght-normal-C2S99.woff2'],
  ['/assets/a..b.js', 'assets/a..b.js'],
])('%s is a file of the app', (url, file) => expect(find(origin + url)).toBe(path.join(root, file)))

test.each([
  'app://other/index.html',
  'app://throughline.evil/index.html',
  'app://throughline:80/index.html',
  'app://user@throughline/index.html',
  'app:/throughline/index.html',
  'APP://THROUGHLINE/index.html',
  'file:///etc/passwd',
  'https://throughline/index.html',
  'app://throughline',
  '',
])('%j is not of the app', (url) => expect(find(url)).toBeNull())

/** Ways to write one step up, and ways to write a separator: 200 and more attempts to leave the folder. */
const UPS = [
  '..',
  '.',
  '...',
  '%2e%2e',
  '.%2e',
  '%2E%2E',
  '..%00',
  '%252e%252e',
  '．．',
  '..;',
  '%c0%ae%c0%ae',
]
const SEPARATORS = ['/', '\\', '%2f', '%5c', '%255c', '//', '/./', '∕']
const TARGETS = ['etc/passwd', 'main/index.js', 'C:/Windows/win.ini']
const attempts = UPS.flatMap((up) =>
  SEPARATORS.flatMap((separator) =>
    TARGETS.map((target) => `/${[up, up, up, up].join(separator)}${separator}${target}`),
  ),
)

test(`${attempts.length} attempts to leave the folder find nothing`, () => {
  expect(attempts.length).toBeGreaterThan(200)
  expect(attempts.map((attempt) => find(origin + attempt)).filter(Boolean)).toEqual([])
})

test.each([
  '/assets/..',
  '/assets/../index.html',
  '/assets//index.js',
  '/.git/config',
  '/assets/.env',
  '/C:/Windows/win.ini',
  '/index.html:stream',
  '/\\\\server\\share',
  '/index.html\u0000.png',
  '/index.html%00.png',
  '/~/x',
  '/ok/%',
  '/нет.js',
])('%j is nothing', (url) => expect(find(origin + url)).toBeNull())
