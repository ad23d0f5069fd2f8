import { expect, test } from 'vitest'
import { STAND_ALONE } from '../../electron/host/limits.ts'
import { OptionProblem, standaloneOptions } from '../../electron/host/standaloneOptions.ts'

const KEY = 'k'.repeat(43)
const files: Readonly<Record<string, string>> = { '/key': `${KEY}\n`, '/short': 'short' }
const read = (file: string): string => {
  const content = files[file]
  if (content === undefined) throw new Error('ENOENT')
  return content
}
const ask = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  standaloneOptions(args, env, read)

test('a key is enough', () => {
  expect(ask(['--key-file', '/key'])).toEqual({
    kind: 'run',
    options: {
      port: 4242,
      address: undefined,
      key: KEY,
      names: [],
      origins: [],
      behindProxy: false,
      pages: undefined,
      limits: STAND_ALONE,
    },
  })
})

test('everything can be said by option or in the environment, and the option counts', () => {
  const env = {
    THROUGHLINE_KEY: KEY,
    THROUGHLINE_PORT: '1',
    THROUGHLINE_HOSTS: 'a.example, b.example',
    THROUGHLINE_ORIGINS: 'https://c.example/x',
    THROUGHLINE_BEHIND_PROXY: '1',
    THROUGHLINE_MAX_ROOMS: '3',
    THROUGHLINE_GUEST_PAGE: '/pages',
  }
  expect(ask(['--port', '2', '--max-connections', '10', '--max-per-address', '4'], env)).toMatchObject({
    options: {
      port: 2,
      address: '127.0.0.1',
      names: ['a.example', 'b.example'],
      origins: ['https://c.example'],
      behindProxy: true,
      pages: '/pages',
      limits: { rooms: 3, connections: 10, connectionsByAddress: 4, sockets: 15 },
    },
  })
})

test('help and a new key need no key', () => {
  expect(ask(['--help'])).toEqual({ kind: 'help' })
  expect(ask(['--new-key'])).toEqual({ kind: 'new-key' })
})

test.each<[string, readonly string[]]>([
  ['no key', []],
  ['a short key', ['--key-file', '/short']],
  ['no file with a key', ['--key-file', '/none']],
  ['a port that is no number', ['--key', KEY, '--port', 'http']],
  ['a port that is too large', ['--key', KEY, '--port', '70000']],
  ['a negative limit', ['--key', KEY, '--max-rooms=-1']],
  ['an origin that is none', ['--key', KEY, '--origins', 'example.org']],
  ['an option that there is not', ['--key', KEY, '--prot', '1']],
  ['a word', ['--key', KEY, 'start']],
])('%s is said in a sentence', (_, args) => expect(() => ask(args)).toThrow(OptionProblem))
