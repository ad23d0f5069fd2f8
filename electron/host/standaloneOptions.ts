import { parseArgs } from 'node:util'
import { z } from 'zod'
import { STAND_ALONE, type Limits } from './limits.ts'

/** What an operator has chosen. */
export interface StandaloneOptions {
  readonly port: number
  /** All of them without one. */
  readonly address: string | undefined
  readonly key: string
  readonly names: readonly string[]
  readonly origins: readonly string[]
  readonly behindProxy: boolean
  /** The folder of the built pages; without one there is no guest page. */
  readonly pages: string | undefined
  readonly limits: Limits
}

/** Every option can be given as `--some-name value` or as `THROUGHLINE_SOME_NAME=value`, several values with commas. */
export const USAGE = `The sessions' server: signalling, guest page and the line between hosts and guests.

  npm run signalling -- --new-key             print a new key
  npm run signalling -- --key-file FILE       run; whoever has the key may open sessions here

  --port NUMBER            4242 without it
  --address ADDRESS        all addresses without it, 127.0.0.1 with --behind-proxy
  --key-file FILE          a file with the key; or --key KEY, better as THROUGHLINE_KEY
  --hosts NAME,NAME        names by which it is reached, besides its own addresses
  --origins URL,URL        origins of further pages that may connect
  --behind-proxy           a reverse proxy of yours is in front and sets X-Forwarded-For
  --guest-page FOLDER      the built pages (out/renderer after npm run build); without it, no guest page
  --max-rooms NUMBER       ${STAND_ALONE.rooms} without it
  --max-connections NUMBER ${STAND_ALONE.connections} without it
  --max-per-address NUMBER ${STAND_ALONE.connectionsByAddress} without it

Each may be given in the environment instead: --max-rooms as THROUGHLINE_MAX_ROOMS.`

const TEXTS = [
  'port',
  'address',
  'key',
  'key-file',
  'hosts',
  'origins',
  'guest-page',
  'max-rooms',
  'max-connections',
  'max-per-address',
] as const
type Text = (typeof TEXTS)[number]

const FLAGS = ['behind-proxy', 'new-key', 'help'] as const

/** A sentence for the operator; nothing of it is a bug. */
export class OptionProblem extends Error {}

export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'new-key' }
  | { readonly kind: 'run'; readonly options: StandaloneOptions }

/** What is asked for. Throws an OptionProblem for what makes no sense. `readFile` reads the key's file. */
export function standaloneOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  readFile: (file: string) => string,
): Wish {
  const given = parse(args)
  const named = (name: string): string | undefined =>
    env[`THROUGHLINE_${name.toUpperCase().replaceAll('-', '_')}`]
  const text = (name: Text): string | undefined => {
    const value = given[name] ?? named(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const flag = (name: (typeof FLAGS)[number]): boolean =>
    given[name] === true || ['1', 'true', 'yes'].includes(named(name) ?? '')

  if (flag('help')) return { kind: 'help' }
  if (flag('new-key')) return { kind: 'new-key' }
  const behindProxy = flag('behind-proxy')
  return {
    kind: 'run',
    options: {
      port: numberIn('port', text('port') ?? '4242', 65_535),
      address: text('address') ?? (behindProxy ? '127.0.0.1' : undefined),
      key: keyFrom(text('key'), text('key-file'), readFile),
      names: listOf(text('hosts')),
      origins: listOf(text('origins')).map(originFrom),
      behindProxy,
      pages: text('guest-page'),
      limits: limitsFrom(text),
    },
  }
}

type Given = Partial<Record<Text, string>> & Partial<Record<(typeof FLAGS)[number], boolean>>

function parse(args: readonly string[]): Given {
  const options = Object.fromEntries([
    ...TEXTS.map((name) => [name, { type: 'string' }] as const),
    ...FLAGS.map((name) => [name, { type: 'boolean' }] as const),
  ])
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new OptionProblem(error instanceof Error ? error.message : String(error))
  }
}

function limitsFrom(text: (name: Text) => string | undefined): Limits {
  const number = (name: Text, otherwise: number): number =>
    numberIn(name, text(name) ?? String(otherwise), 100_000)
  const connections = number('max-connections', STAND_ALONE.connections)
  return {
    ...STAND_ALONE,
    rooms: number('max-rooms', STAND_ALONE.rooms),
    connections,
    connectionsByAddress: number('max-per-address', STAND_ALONE.connectionsByAddress),
    sockets: connections + Math.ceil(connections / 2),
  }
}

function numberIn(name: string, text: string, most: number): number {
  const parsed = z.coerce.number().int().min(0).max(most).safeParse(text)
  if (!parsed.success)
    throw new OptionProblem(`--${name} should be a whole number up to ${most}, not “${text}”.`)
  return parsed.data
}

function keyFrom(
  key: string | undefined,
  file: string | undefined,
  readFile: (file: string) => string,
): string {
  if (key === undefined && file === undefined)
    throw new OptionProblem('A key is needed: --key-file FILE. Make one with --new-key.')
  const found = (key ?? readKey(file ?? '', readFile)).trim()
  if (found.length < 20 || found.length > 200)
    throw new OptionProblem('The key should have 20 to 200 characters. Make one with --new-key.')
  return found
}

function readKey(file: string, readFile: (file: string) => string): string {
  try {
    return readFile(file)
  } catch {
    throw new OptionProblem(`The key's file cannot be read: ${file}`)
  }
}

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

function originFrom(text: string): string {
  if (!URL.canParse(text))
    throw new OptionProblem(`--origins: “${text}” is no origin such as https://example.org.`)
  const { origin } = new URL(text)
  return origin === 'null' ? text : origin
}
